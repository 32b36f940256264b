import { expect, test } from 'vitest';
import { createPreparation } from '../../../src/knowledge/search/build-index.ts';
import { readCorpus } from '../../../src/knowledge/search/corpus.ts';
import { dropPhrasings } from '../../../src/knowledge/search/drop-phrasings.ts';
import { learnImpacts } from '../../../src/knowledge/search/impacts.ts';
import { readQuery } from '../../../src/knowledge/search/query.ts';
import { createRanker } from '../../../src/knowledge/search/rank.ts';

const THINGS = ['社保卡', '公积金', '居住证', '营业执照', '不动产权证'];
const WAYS = ['怎么办', '在哪里办理', '要带什么材料', '多久能办好', '丢了怎么补', 'how to apply for it'];
const ENTRIES = THINGS.map((thing) => ({ id: thing, phrasings: WAYS.map((way) => `${thing}${way}`) }));
const prepare = createPreparation([]);
const isDropped = (place: number) => place === 2 || place === 5;

function openRank(corpus: ReturnType<typeof readCorpus>) {
  const rank = createRanker(
    corpus,
    learnImpacts(corpus, corpus.views.pairs, () => {}),
  );
  return (text: string) =>
    rank(readQuery(corpus, prepare(text)), -1).map(({ entry, phrasing, score }) => ({
      entry,
      text: corpus.texts[phrasing],
      score: Number(score.toFixed(4)),
    }));
}

test('a base with phrasings taken out ranks as if it had been read without them', () => {
  const whole = readCorpus(ENTRIES, prepare, () => {});
  const dropped = dropPhrasings(whole, (phrasing) => isDropped(phrasing % WAYS.length));
  const kept = ENTRIES.map(({ id, phrasings }) => ({ id, phrasings: phrasings.filter((_, at) => !isDropped(at)) }));
  const [taken, anew] = [openRank(dropped), openRank(readCorpus(kept, prepare, () => {}))];
  expect(dropped.texts).toEqual(kept.flatMap(({ phrasings }) => phrasings));
  for (const { phrasings } of ENTRIES) for (const text of phrasings) expect(taken(text)).toEqual(anew(text));
});
