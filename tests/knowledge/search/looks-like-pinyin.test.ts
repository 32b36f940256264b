import { expect, test } from 'vitest';
import { looksLikePinyin } from '../../../src/knowledge/search/index.ts';

test.each(['zenme shenqing', 'xinxigongkai', 'duo jiu da fu', 'Shenyang', 'nü er', 'zhuangguan'])('%s is', (text) => {
  expect(looksLikePinyin(text)).toBe(true);
});

test.each(['', 'aaaaaaaa', 'asdfghjkl', 'abc', 'test', 'xyz', '1234', 'SELECT'])('%j is not', (text) => {
  expect(looksLikePinyin(text)).toBe(false);
});
