import { buildIndex } from '../../../knowledge/search/index.ts';
import type { EngineBuilder } from '../engine.ts';

/** The desk's own engine, as the product builds it, without any authority's synonyms. */
export const buildOurs: EngineBuilder = async (rows, onProgress) => {
  const entries = rows.map((row) => ({ id: row.id, phrasings: [row.question, ...row.alternatives] }));
  const index = buildIndex(entries, { onProgress });
  return {
    search: (question, limit) =>
      index.search(question, limit).map(({ id, probability }) => ({ id, confidence: probability })),
  };
};
