import { expect, test } from 'vitest';
import { listSources } from '../../src/channel/list-sources.ts';

const law = (title: string, article: string | null) => ({ title, article, url: null });

test('articles of one law stand together, once each, in the order cited', () => {
  expect(
    listSources([
      law('《条例》', '第三十三条'),
      law('《复议法》', null),
      law('《条例》', '第五十一条'),
      law('《条例》', '第三十三条'),
    ]),
  ).toEqual(['《条例》 第三十三条、第五十一条', '《复议法》']);
});
