import type { Executor } from './executor.ts';
import { maskNumbersInText } from './mask-text.ts';
import type { Place } from './seal.ts';

/** Longest question kept, in characters. */
const LONGEST = 500;

/** A question the desk could not answer: material for the next entries. */
export interface Unanswered {
  readonly question: string;
  /** Id of the nearest entry, if one came near. */
  readonly nearest: string | null;
  readonly times: number;
  readonly firstAt: string;
  readonly lastAt: string;
}

function placeOf(fingerprint: string): Place {
  return { table: 'unanswered', column: 'question', key: [fingerprint] };
}

/** Counts a question nobody has an answer to. Personal numbers are masked before it is stored, and it is stored sealed. */
export async function recordUnanswered(
  { db, sealer }: Executor,
  question: string,
  nearest: string | null,
  now: Date,
): Promise<void> {
  const masked = [...maskNumbersInText(question.trim())].slice(0, LONGEST).join('');
  const fingerprint = sealer.hash('unanswered', masked);
  const at = now.toISOString();
  await db
    .insertInto('unanswered')
    .values({
      fingerprint,
      question: sealer.seal(placeOf(fingerprint), masked),
      nearest,
      times: 1,
      first_at: at,
      last_at: at,
    })
    .onConflict((conflict) =>
      conflict
        .column('fingerprint')
        .doUpdateSet((eb) => ({ times: eb('unanswered.times', '+', 1), nearest, last_at: at })),
    )
    .execute();
}

/** Unanswered questions, most asked first. */
export async function readUnanswered({ db, sealer }: Executor): Promise<readonly Unanswered[]> {
  const rows = await db
    .selectFrom('unanswered')
    .selectAll()
    .orderBy('times', 'desc')
    .orderBy('last_at', 'desc')
    .execute();
  return rows.map((row) => ({
    question: sealer.open(placeOf(row.fingerprint), row.question),
    nearest: row.nearest,
    times: row.times,
    firstAt: row.first_at,
    lastAt: row.last_at,
  }));
}
