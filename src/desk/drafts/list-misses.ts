import type { Day } from '../../day.ts';
import { clusterQuestions } from '../../knowledge/search/index.ts';
import { type Executor, readUnanswered } from '../../store/index.ts';

/** Questions put into groups at one go, the most asked; that there are more is told. */
const MOST = 600;
/** Questions shown of a group. */
const SHOWN = 12;

/** Questions that ask the same. */
export interface Misses {
  readonly example: string;
  readonly times: number;
  readonly poor: number;
  readonly channels: string[];
  readonly lastAt: string;
  /** Id of the entry that came nearest. */
  readonly nearest: string | null;
  readonly draft: number | null;
  readonly settled: 'dismissed' | 'drafted' | null;
  readonly fingerprints: string[];
  readonly questions: string[];
}

interface Period {
  readonly from: Day;
  readonly to: Day;
  readonly settled: boolean;
}

/** What came to nothing in a period, both days counted: alike questions together, most asked first. */
export async function listMisses(
  executor: Executor,
  period: Period,
): Promise<{ readonly asked: number; readonly more: boolean; readonly clusters: Misses[] }> {
  const found = await readUnanswered(executor, { ...period, most: MOST + 1 });
  const asked = found.slice(0, MOST);
  const clusters = clusterQuestions(asked.map(({ question }) => question)).map((places): Misses => {
    const members = places.flatMap((place) => asked[place] ?? []);
    const sum = (of: 'times' | 'poor') => members.reduce((total, each) => total + each[of], 0);
    return {
      example: members[0]?.question ?? '',
      times: sum('times'),
      poor: sum('poor'),
      channels: [...new Set(members.flatMap(({ channels }) => channels))],
      lastAt:
        members
          .map(({ lastAt }) => lastAt)
          .toSorted()
          .at(-1) ?? '',
      nearest: members.find(({ nearest }) => nearest !== null)?.nearest ?? null,
      draft: members.find(({ draft }) => draft !== null)?.draft ?? null,
      settled: members[0]?.settled ?? null,
      fingerprints: members.map(({ fingerprint }) => fingerprint),
      questions: members.slice(0, SHOWN).map(({ question }) => question),
    };
  });
  return {
    asked: asked.reduce((total, { times }) => total + times, 0),
    more: found.length > MOST,
    clusters: clusters.toSorted((a, b) => b.times - a.times),
  };
}
