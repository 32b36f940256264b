import Fuse, { type IFuseOptions } from 'fuse.js';
import { gramsOf, splitUnits } from '../../../knowledge/search/grams.ts';
import { normalise } from '../../../knowledge/search/normalise.ts';
import { type EngineBuilder, keepFirst, listDocuments, type PhrasingDocument } from '../engine.ts';

function buildWith(options: IFuseOptions<PhrasingDocument>, prepare: (text: string) => string): EngineBuilder {
  return async (rows) => {
    const documents = listDocuments(rows);
    const fuse = new Fuse(
      documents.map((document) => ({ ...document, text: prepare(document.text) })),
      { keys: ['text'], includeScore: true, ...options },
    );
    return {
      search(question, limit) {
        // Several phrasings of one entry may fill the first places: ask for more and keep the first of each.
        const found = fuse.search(prepare(question), { limit: limit * 10 });
        return keepFirst(
          found.map(({ item, score = 1 }) => ({ id: item.id, confidence: 1 - score })),
          limit,
        );
      },
    };
  };
}

/** fuse.js as it comes. */
export const buildFuse: EngineBuilder = buildWith({}, (text) => text);

/** fuse.js at its best for short Chinese questions: token search over characters and pairs of characters. */
export const buildFuseBest: EngineBuilder = buildWith(
  {
    useTokenSearch: true,
    tokenize: (text: string) => {
      const units = splitUnits(text);
      return [...units, ...gramsOf(units, 2).map((pair) => pair.replace(' ', ''))];
    },
    threshold: 0.1,
    ignoreLocation: true,
  },
  normalise,
);
