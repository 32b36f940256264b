import type { GramView, QueryGrams } from './gram-view.ts';

const K1 = 1.2;
const B = 0.75;

/** What one phrasing shares with the query in one view. */
export interface Match {
  readonly bm25: number;
  readonly cosine: number;
  readonly overlap: number;
}

/** Marks a query's grams so that each phrasing is compared in one walk over its own grams. */
export class Marks {
  private readonly view: GramView;
  private readonly marks: Int32Array;
  private round = 0;
  private query: QueryGrams | undefined;

  constructor(view: GramView) {
    this.view = view;
    this.marks = new Int32Array(view.idOf.size);
  }

  start(query: QueryGrams): void {
    this.round++;
    this.query = query;
    for (const gram of query.grams) this.marks[gram] = this.round;
  }

  match(phrasing: number, onShared?: (gram: number) => void): Match {
    const { view, query } = this;
    if (query === undefined) throw new RangeError('match before start');
    const start = view.starts[phrasing] ?? 0;
    const end = view.starts[phrasing + 1] ?? 0;
    let shared = 0;
    let squares = 0;
    for (let at = start; at < end; at++) {
      const gram = view.grams[at] ?? 0;
      if (this.marks[gram] !== this.round) continue;
      const weight = view.rarity[gram] ?? 0;
      shared += weight;
      squares += weight * weight;
      onShared?.(gram);
    }
    const mass = view.mass[phrasing] ?? 0;
    const damped = (K1 + 1) / (1 + K1 * (1 - B + (B * (end - start)) / view.averageLength));
    return {
      bm25: (shared * damped) / query.mass,
      cosine: squares / (query.norm * (view.norm[phrasing] ?? 1)),
      overlap: (2 * shared) / (query.mass + mass),
    };
  }
}
