import { describe, expect, test } from 'vitest';
import { openJurisdiction } from './open-jurisdiction.ts';

const { base, jurisdiction } = openJurisdiction();
const best = (text: string) => jurisdiction.findMatters(text, 1)[0];

test('every matter is the best for each of its own terms that no other matter shares', () => {
  const owners = Map.groupBy(
    base.matters.flatMap((matter) => matter.terms.map((term) => ({ term, id: matter.id }))),
    (entry) => entry.term,
  );
  const missed = [...owners.values()]
    .filter((entries) => entries.length === 1)
    .flat()
    .filter(({ term, id }) => !jurisdiction.findMatters(term, 9).some((found) => found.matter.id === id));
  expect(missed).toEqual([]);
});

test('words alone lead nineteen of twenty phrasings to their matter', () => {
  // The words are Chinese; phrasings in English are found by the index.
  const phrasings = base.matters.flatMap((matter) =>
    matter.phrasings.filter((text) => /\p{Script=Han}/u.test(text)).map((text) => ({ text, id: matter.id })),
  );
  const missed = phrasings.filter(({ text, id }) => best(text)?.matter.id !== id);
  expect(missed.length / phrasings.length).toBeLessThan(0.05);
});

describe('a longer word outweighs the short one inside it', () => {
  test.each([
    ['公积金贷款怎么办', 'housing-fund-loan'],
    ['医院收费标准太高', 'drug-price-procurement'],
    ['消防验收找哪家', 'fire-acceptance'],
    ['执法人员态度差', 'complain-authority'],
  ])('%s', (text, id) => {
    expect(best(text)?.matter.id).toBe(id);
  });
});

test('everyday words are hints: alone they stay weak, beside a term they help', () => {
  expect(best('身份证')?.score).toBeLessThan(0.35);
  const alone = best('征地')?.score ?? 0;
  const helped = best('征地和占地')?.score ?? 0;
  expect(helped).toBeGreaterThan(alone);
});

test('naming the authority speaks for its matters', () => {
  const plain = best('岗位补贴')?.score ?? 0;
  expect(best('请人社局公布岗位补贴')?.score).toBeGreaterThan(plain);
});

test('the words that decided are told, weightiest first', () => {
  expect(best('电动车上牌要带什么')?.terms).toEqual(['电动车上牌', '上牌']);
});

test.each(['今天天气怎么样', '', '你好', 'hello there, etcetera'])('nothing is found in “%s”', (text) => {
  expect(jurisdiction.findMatters(text)).toEqual([]);
});

test('script and width make no difference', () => {
  expect(best('戶口遷移')?.matter.id).toBe('household-registration');
});

test('scores stay between 0 and 1 even for a message that names everything', () => {
  const all = base.matters.flatMap((matter) => matter.terms).join('，');
  for (const found of jurisdiction.findMatters(all, 200)) {
    expect(found.score).toBeGreaterThan(0);
    expect(found.score).toBeLessThanOrEqual(1);
  }
});
