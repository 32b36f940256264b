import type { GramIds } from './packed-grams.ts';

/** One view of all phrasings: which grams each has, and where each gram is found. Flat arrays keep 100,000 entries small. */
export interface GramView {
  readonly idOf: GramIds;
  /** Rarity of each gram, counted over entries: one entry with ten phrasings about fees does not make 费 common. */
  readonly rarity: Float32Array;
  readonly rarityUnknown: number;
  /** Grams of phrasing p: `grams[starts[p]] … grams[starts[p + 1] - 1]`. */
  readonly starts: Int32Array;
  readonly grams: Int32Array;
  /** Phrasings holding gram g: `holders[holderStarts[g]] … holders[holderStarts[g + 1] - 1]`. */
  readonly holderStarts: Int32Array;
  readonly holders: Int32Array;
  /** Sum of rarities, and root of the sum of their squares, per phrasing. */
  readonly mass: Float32Array;
  readonly norm: Float32Array;
  readonly averageLength: number;
}

/** A query in one view; grams no phrasing has count in `mass` and `norm` but not in `grams`. */
export interface QueryGrams {
  readonly grams: Int32Array;
  readonly unknown: number;
  readonly mass: number;
  readonly norm: number;
}

/** Collects phrasings one by one; `finish` lays them out flat. */
export function createViewBuilder(entryCount: number) {
  const idOf = new Map<string, number>();
  const lists: Int32Array[] = [];
  const entryHolds: number[] = [];
  const lastEntry: number[] = [];
  let total = 0;

  return {
    add(entry: number, grams: readonly string[]): void {
      const ids = new Int32Array(grams.length);
      for (const [at, gram] of grams.entries()) {
        let id = idOf.get(gram);
        if (id === undefined) {
          id = idOf.size;
          idOf.set(gram, id);
          entryHolds.push(0);
          lastEntry.push(-1);
        }
        if (lastEntry[id] !== entry) {
          lastEntry[id] = entry;
          entryHolds[id] = (entryHolds[id] ?? 0) + 1;
        }
        ids[at] = id;
      }
      lists.push(ids);
      total += ids.length;
    },
    finish(): GramView {
      const rarity = Float32Array.from(entryHolds, (holds) => rarityOf(entryCount, holds));
      const starts = new Int32Array(lists.length + 1);
      const grams = new Int32Array(total);
      const mass = new Float32Array(lists.length);
      const norm = new Float32Array(lists.length);
      const holderStarts = new Int32Array(idOf.size + 1);
      for (const [phrasing, ids] of lists.entries()) {
        const start = starts[phrasing] ?? 0;
        grams.set(ids, start);
        starts[phrasing + 1] = start + ids.length;
        let sum = 0;
        let squares = 0;
        for (const id of ids) {
          const weight = rarity[id] ?? 0;
          sum += weight;
          squares += weight * weight;
          holderStarts[id + 1] = (holderStarts[id + 1] ?? 0) + 1;
        }
        mass[phrasing] = sum;
        norm[phrasing] = Math.sqrt(squares) || 1;
      }
      for (let id = 0; id < idOf.size; id++)
        holderStarts[id + 1] = (holderStarts[id + 1] ?? 0) + (holderStarts[id] ?? 0);
      const holders = new Int32Array(total);
      const next = holderStarts.slice();
      for (const [phrasing, ids] of lists.entries()) {
        for (const id of ids) {
          const at = next[id] ?? 0;
          holders[at] = phrasing;
          next[id] = at + 1;
        }
      }
      return {
        idOf,
        rarity,
        rarityUnknown: rarityOf(entryCount, 0),
        starts,
        grams,
        holderStarts,
        holders,
        mass,
        norm,
        averageLength: total / Math.max(1, lists.length),
      };
    },
  };
}

function rarityOf(entryCount: number, holds: number): number {
  return Math.log(1 + entryCount / (holds + 0.5));
}

/** Looks a query's grams up in a view. */
export function lookUpGrams(view: GramView, grams: readonly string[]): QueryGrams {
  const known: number[] = [];
  let mass = 0;
  let squares = 0;
  for (const gram of grams) {
    const id = view.idOf.get(gram);
    if (id !== undefined) known.push(id);
    const weight = id === undefined ? view.rarityUnknown : (view.rarity[id] ?? 0);
    mass += weight;
    squares += weight * weight;
  }
  return {
    grams: Int32Array.from(known),
    unknown: grams.length - known.length,
    mass: mass || 1,
    norm: Math.sqrt(squares) || 1,
  };
}
