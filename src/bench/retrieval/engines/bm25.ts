import { gramsOf, splitUnits } from '../../../knowledge/search/grams.ts';
import { normalise } from '../../../knowledge/search/normalise.ts';
import { type EngineBuilder, keepFirst, listDocuments } from '../engine.ts';

const K1 = 1.2;
const B = 0.75;

function readGrams(text: string): string[] {
  const units = splitUnits(normalise(text));
  return [...gramsOf(units, 1), ...gramsOf(units, 2)];
}

/** Textbook BM25 over characters and pairs of characters (words and pairs of words in English), best phrasing per entry. */
export const buildBm25: EngineBuilder = async (rows) => {
  const documents = listDocuments(rows).map((document) => ({ ...document, grams: readGrams(document.text) }));
  const average = documents.reduce((sum, { grams }) => sum + grams.length, 0) / Math.max(1, documents.length);
  const postings = new Map<string, Map<number, number>>();
  for (const { key, grams } of documents) {
    for (const gram of grams) {
      const counts = postings.get(gram) ?? new Map<number, number>();
      counts.set(key, (counts.get(key) ?? 0) + 1);
      postings.set(gram, counts);
    }
  }
  return {
    search(question, limit) {
      const scores = new Map<number, number>();
      for (const gram of new Set(readGrams(question))) {
        const counts = postings.get(gram);
        if (counts === undefined) continue;
        const weight = Math.log(1 + (documents.length - counts.size + 0.5) / (counts.size + 0.5));
        for (const [key, count] of counts) {
          const length = documents[key]?.grams.length ?? 0;
          const share = (count * (K1 + 1)) / (count + K1 * (1 - B + (B * length) / average));
          scores.set(key, (scores.get(key) ?? 0) + weight * share);
        }
      }
      const sorted = [...scores].sort((a, b) => b[1] - a[1]);
      return keepFirst(
        sorted.map(([key, confidence]) => ({ id: documents[key]?.id ?? '', confidence })),
        limit,
      );
    },
  };
};
