import { expect, test } from 'vitest';
import { writeSources } from '../../src/channel/list-sources.ts';

const law = (title: string, article: string | null) => ({ title, article, url: null });

test('articles of one law stand together, once each, in the order cited', () => {
  const sources = [
    law('《条例》', '第三十三条'),
    law('《复议法》', null),
    law('《条例》', '第五十一条'),
    law('《条例》', '第三十三条'),
  ];
  expect(writeSources({ sources }, '依据')).toBe('依据：《条例》 第三十三条、第五十一条；《复议法》');
});

test('the head is the message’s own where it has one, with the punctuation of its language', () => {
  const sources = [law('Regulations', 'Article 33'), law('Reconsideration Law', null)];
  expect(writeSources({ sources, sourcesHead: 'Sources' }, '依据')).toBe(
    'Sources: Regulations Article 33; Reconsideration Law',
  );
});

test('what rests on nothing has no line', () => {
  expect(writeSources({}, '依据')).toBe('');
});
