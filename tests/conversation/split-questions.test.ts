import { expect, test } from 'vitest';
import { splitQuestions } from '../../src/conversation/understand/split-questions.ts';

test.each([
  ['申请要钱吗？多久能答复？', ['申请要钱吗？', '多久能答复？']],
  ['2017年收到多少申请，另外主动公开了多少条', ['2017年收到多少申请', '主动公开了多少条']],
  ['房产证在哪办？急！', ['房产证在哪办？急！']],
  ['多久答复', ['多久答复']],
])('%s', (text, questions) => {
  expect(splitQuestions(text)).toEqual(questions);
});

test('a long story is not taken apart', () => {
  const story = '我家在铁西区？房子拆了？补偿没给？找谁都不管？怎么办？';
  expect(splitQuestions(story)).toEqual([story]);
});
