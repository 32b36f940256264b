import type { BaseRow } from './rows.ts';

/** What an engine found; `confidence` may be on any scale as long as more means surer. */
export interface Hit {
  readonly id: string;
  readonly confidence: number;
}

export interface Engine {
  /** Best first, each id once. */
  readonly search: (question: string, limit: number) => readonly Hit[];
}

/** Builds an engine over a base. Asynchronous because some engines are loaded only when asked for. */
export type EngineBuilder = (rows: readonly BaseRow[], onProgress: (share: number) => void) => Promise<Engine>;

/** One phrasing of an entry, for engines that know documents and not entries. */
export interface PhrasingDocument {
  readonly key: number;
  readonly id: string;
  readonly text: string;
}

export function listDocuments(rows: readonly BaseRow[]): PhrasingDocument[] {
  return rows
    .flatMap((row) => [row.question, ...row.alternatives].map((text) => ({ id: row.id, text })))
    .map((document, key) => ({ key, ...document }));
}

/** Keeps the first hit of each entry: an entry counts as its best phrasing. */
export function keepFirst(hits: Iterable<Hit>, limit: number): Hit[] {
  const found = new Map<string, Hit>();
  for (const hit of hits) {
    if (!found.has(hit.id)) found.set(hit.id, hit);
    if (found.size >= limit) break;
  }
  return [...found.values()];
}
