import { expect, test } from 'vitest';
import { detectLocale } from '../../src/conversation/understand/language.ts';

test.each([
  ['怎么申请公开', 'zh-CN'],
  ['how do I apply for a document?', 'en'],
  ['PDF 版年报', 'zh-CN'],
  ['hello', 'en'],
  ['SYXF-2026-000001', undefined],
  ['zenme shenqing gongkai', undefined],
  ['2', undefined],
  ['a@b', undefined],
  ['i.me@you.example', undefined],
  ['write to a@b.example please', 'en'],
])('%s is %s', (text, locale) => {
  expect(detectLocale(text)).toBe(locale);
});
