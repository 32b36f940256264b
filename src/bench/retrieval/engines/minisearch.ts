import { DeskError } from '../../../errors.ts';
import { gramsOf, splitUnits } from '../../../knowledge/search/grams.ts';
import { normalise } from '../../../knowledge/search/normalise.ts';
import { type EngineBuilder, keepFirst, listDocuments } from '../engine.ts';

/** MiniSearch with a tokenizer of characters and pairs. A development dependency, so it is loaded only when asked for. */
export const buildMiniSearch: EngineBuilder = async (rows) => {
  const { default: MiniSearch } = await import('minisearch').catch((cause: unknown) => {
    throw new DeskError('NOT_FOUND', 'minisearch is not installed', {
      hint: 'npm ci (with development dependencies)',
      cause,
    });
  });
  const documents = listDocuments(rows);
  const search = new MiniSearch({
    idField: 'key',
    fields: ['text'],
    tokenize: (text) => {
      const units = splitUnits(normalise(text));
      return [...units, ...gramsOf(units, 2)];
    },
    processTerm: (term) => term,
  });
  search.addAll(documents);
  return {
    search(question, limit) {
      const found = search.search(question, { combineWith: 'OR' });
      return keepFirst(
        found.map(({ id, score }) => ({ id: documents[Number(id)]?.id ?? '', confidence: score })),
        limit,
      );
    },
  };
};
