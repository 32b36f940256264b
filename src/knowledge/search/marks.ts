import type { GramView, QueryGrams } from './gram-view.ts';

const K1 = 1.2;
const B = 0.75;

/**
 * Marks a query's grams with their weight, so that each phrasing is compared in one walk over its own grams. What comes of
 * it stands in the fields until the next: a record for each of some thousand comparisons a question would be made only to
 * be collected.
 */
export class Marks {
  /** What the last phrasing shares with the query. */
  bm25 = 0;
  cosine = 0;
  overlap = 0;
  /** Weight of the grams shared since `startCovering` that were not shared before. */
  covered = 0;
  private readonly view: GramView;
  /** Weight of each gram the query has; 0 of all the others. */
  private readonly weights: Float32Array;
  private readonly seenIn: Int32Array;
  private covering = 0;
  private query: QueryGrams | undefined;

  /** `covers` for the view whose covering is counted. */
  constructor(view: GramView, covers = false) {
    this.view = view;
    this.weights = new Float32Array(view.idOf.size);
    this.seenIn = new Int32Array(covers ? view.idOf.size : 0);
  }

  start(query: QueryGrams): void {
    for (const gram of this.query?.grams ?? []) this.weights[gram] = 0;
    this.query = query;
    for (const gram of query.grams) this.weights[gram] = this.view.rarity[gram] ?? 0;
  }

  match(phrasing: number): void {
    const { grams, starts } = this.view;
    const { weights } = this;
    const start = starts[phrasing] ?? 0;
    const end = starts[phrasing + 1] ?? 0;
    let shared = 0;
    let squares = 0;
    for (let at = start; at < end; at++) {
      const weight = weights[grams[at] ?? 0] ?? 0;
      shared += weight;
      squares += weight * weight;
    }
    this.keep(phrasing, end - start, shared, squares);
  }

  /** Begins to count what the phrasings matched from now on cover of the query together. */
  startCovering(): void {
    this.covering++;
    this.covered = 0;
  }

  /** The same as `match`, and counts what is covered. */
  matchCovering(phrasing: number): void {
    const { grams, starts } = this.view;
    const { weights, seenIn, covering } = this;
    const start = starts[phrasing] ?? 0;
    const end = starts[phrasing + 1] ?? 0;
    let shared = 0;
    let squares = 0;
    for (let at = start; at < end; at++) {
      const gram = grams[at] ?? 0;
      const weight = weights[gram] ?? 0;
      if (weight === 0) continue;
      shared += weight;
      squares += weight * weight;
      if (seenIn[gram] === covering) continue;
      seenIn[gram] = covering;
      this.covered += weight;
    }
    this.keep(phrasing, end - start, shared, squares);
  }

  private keep(phrasing: number, length: number, shared: number, squares: number): void {
    const { view, query } = this;
    if (query === undefined) throw new RangeError('match before start');
    const damped = (K1 + 1) / (1 + K1 * (1 - B + (B * length) / view.averageLength));
    this.bm25 = (shared * damped) / query.mass;
    this.cosine = squares / (query.norm * (view.norm[phrasing] ?? 1));
    this.overlap = (2 * shared) / (query.mass + (view.mass[phrasing] ?? 0));
  }
}
