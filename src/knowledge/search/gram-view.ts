import { createNumbers } from './numbers.ts';
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
  const grams = createNumbers();
  const starts = createNumbers();
  const entryHolds = createNumbers();
  const lastEntry = createNumbers();
  starts.push(0);

  return {
    /** The id of a gram met before. */
    idOf: (gram: string): number | undefined => idOf.get(gram),
    add(entry: number, own: readonly string[]): void {
      for (const gram of own) {
        let id = idOf.get(gram);
        if (id === undefined) {
          id = idOf.size;
          idOf.set(gram, id);
          entryHolds.push(0);
          lastEntry.push(-1);
        }
        if (lastEntry.at(id) !== entry) {
          lastEntry.set(id, entry);
          entryHolds.set(id, entryHolds.at(id) + 1);
        }
        grams.push(id);
      }
      starts.push(grams.size());
    },
    finish: (): GramView =>
      layOutView({ idOf, entryCount, entryHolds: entryHolds.take(), starts: starts.take(), grams: grams.take() }),
  };
}

/** Grams of every phrasing, and by how many entries each gram is held. */
interface Held {
  readonly idOf: GramIds;
  readonly entryCount: number;
  readonly entryHolds: Int32Array;
  readonly starts: Int32Array;
  readonly grams: Int32Array;
}

/** Works out everything a view holds from the grams of its phrasings. */
export function layOutView({ idOf, entryCount, entryHolds, starts, grams }: Held): GramView {
  const phrasings = starts.length - 1;
  const rarity = Float32Array.from(entryHolds, (holds) => rarityOf(entryCount, holds));
  const mass = new Float32Array(phrasings);
  const norm = new Float32Array(phrasings);
  const holderStarts = new Int32Array(idOf.size + 1);
  for (let phrasing = 0; phrasing < phrasings; phrasing++) {
    let sum = 0;
    let squares = 0;
    const end = starts[phrasing + 1] ?? 0;
    for (let at = starts[phrasing] ?? 0; at < end; at++) {
      const id = grams[at] ?? 0;
      const weight = rarity[id] ?? 0;
      sum += weight;
      squares += weight * weight;
      holderStarts[id + 1] = (holderStarts[id + 1] ?? 0) + 1;
    }
    mass[phrasing] = sum;
    norm[phrasing] = Math.sqrt(squares) || 1;
  }
  for (let id = 0; id < idOf.size; id++) holderStarts[id + 1] = (holderStarts[id + 1] ?? 0) + (holderStarts[id] ?? 0);
  const holders = new Int32Array(grams.length);
  const next = holderStarts.slice();
  for (let phrasing = 0; phrasing < phrasings; phrasing++) {
    const end = starts[phrasing + 1] ?? 0;
    for (let place = starts[phrasing] ?? 0; place < end; place++) {
      const id = grams[place] ?? 0;
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
    averageLength: grams.length / Math.max(1, phrasings),
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
