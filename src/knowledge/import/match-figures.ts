import { findValue, type ReviewedFigure, sameName } from './reviewed-figure.ts';

/** A figure the knowledge has of a report already. */
export interface StandingFigure {
  /** In the own report its id; in another authority's the id of its metric. */
  readonly id: string;
  readonly metric: string;
  readonly names: readonly string[];
  readonly value: number | string;
  readonly unit: string;
  readonly approximate: boolean;
  /** Number of its section; null where the file keeps none. */
  readonly section: string | null;
  readonly quote: string;
}

export interface MatchedFigures {
  /** For each figure read, in order, the one that stands already, and whether it says the same. */
  readonly figures: readonly {
    readonly state: 'new' | 'same' | 'changed';
    readonly standing: StandingFigure | null;
  }[];
  /** What stands already and is not among those read. */
  readonly lacking: readonly StandingFigure[];
}

/** A figure as it was read, before anybody said what becomes of it. */
export type ReadFigure = Omit<ReviewedFigure, 'replaces'>;

/** Words in which it is marked which of their numbers is meant, so that they compare whatever the numbers are. */
function markValue(quote: string, value: number | string): string | undefined {
  const { at, length } = findValue(quote, value);
  if (at < 0) return undefined;
  const settle = (words: string) => words.replaceAll(/\d[\d,.]*/gu, '#').replaceAll(/[\s　，。；：、,;:]/gu, '');
  return `${settle(quote.slice(0, at))}@${settle(quote.slice(at + length))}`;
}

/** Fewer marked characters than this may stand anywhere. */
const LEAST_MARKED = 4;

/** Whether two quotes say their numbers in the same words, one of them at more length. */
function isSameWording(one: ReadFigure, other: StandingFigure): boolean {
  const [read, known] = [markValue(one.quote, one.value), markValue(other.quote, other.value)];
  if (read === undefined || known === undefined || Math.min(read.length, known.length) < LEAST_MARKED) return false;
  return read.includes(known) || known.includes(read);
}

const isSameMetric = ({ metric, as }: ReadFigure, { id, metric: known, names }: StandingFigure) =>
  as === null ? [known, ...names].some((name) => sameName(name, metric)) : as === id;

/** Whether nothing a reader would notice differs. */
export const isSameFigure = (one: Pick<ReadFigure, 'value' | 'unit' | 'approximate'>, other: StandingFigure) =>
  one.value === other.value && (one.unit || '–') === other.unit && one.approximate === other.approximate;

/** Surest first: what bears the same name and value, then the name, then the same words around another number. */
const WAYS: readonly ((one: ReadFigure, other: StandingFigure) => boolean)[] = [
  (one, other) => isSameMetric(one, other) && isSameFigure(one, other),
  isSameMetric,
  (one, other) => one.as === null && isSameWording(one, other),
];

/** Finds for each figure read the one that stands already; each that stands is found once. */
export function matchFigures(figures: readonly ReadFigure[], known: readonly StandingFigure[]): MatchedFigures {
  const standing: (StandingFigure | null)[] = figures.map(() => null);
  const left = new Set(known);
  for (const isIt of WAYS) {
    for (const [at, figure] of figures.entries()) {
      if (standing[at]) continue;
      const found = [...left].find((each) => isIt(figure, each));
      if (!found) continue;
      standing[at] = found;
      left.delete(found);
    }
  }
  const matched = figures.map((figure, at) => {
    const found = standing[at] ?? null;
    const state = !found ? 'new' : isSameFigure(figure, found) ? 'same' : 'changed';
    return { state, standing: found } as const;
  });
  return { figures: matched, lacking: [...left] };
}
