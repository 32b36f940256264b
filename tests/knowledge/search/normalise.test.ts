import fc from 'fast-check';
import { describe, expect, it } from 'vitest';
import { clean, normalise } from '../../../src/knowledge/search/index.ts';
import { dose } from '../../dose.ts';

describe('normalise: messages that mean the same become the same', () => {
  it.each([
    ['traditional characters', '信息公開怎麼申請', '信息公开怎么申请'],
    ['full width letters, digits and signs', 'Ａ１２　ＰＤＦ', 'a12 pdf'],
    ['spaces between characters', '信 息　公 开', '信息公开'],
    ['runs of white space', 'how   to\n\napply', 'how to apply'],
    ['zero-width and bidi marks', '公\u200b开\u202e信\u2066息', '公开信息'],
    ['tags and variation selectors', '公开\u{E0041}\uFE0F信息', '公开信息'],
    ['controls and NUL', '公开\u0000\u0007信息', '公开信息'],
    ['lone surrogates', '公开\uD83D信息\uDC00', '公开信息'],
    ['characters taken for their look-alikes', '囗头申请己经交了', '口头申请已经交了'],
    ['case', 'HOW DO I Apply', 'how do i apply'],
    ['ligatures and composed letters', 'ﬁle é', 'file é'],
    ['greeting before, thanks and question mark after', '您好，请问怎么申请呢？谢谢！', '怎么申请'],
    ['courtesy on top of courtesy', '你好你好，麻烦问一下，我想知道多久答复啊……辛苦了', '多久答复'],
    ['English courtesy', 'Hello, could you tell me how to apply? Thanks!', 'how to apply'],
  ])('%s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it.each([
    ['a word that only begins like a greeting', 'history of the bureau', 'history of the bureau'],
    ['thanks inside a title', '谢谢信在哪里公开', '谢谢信在哪里公开'],
    ['自己 before 经', '自己经营的店', '自己经营的店'],
    ['an ending that belongs to the word', '应急', '应急'],
    ['a name that only looks like courtesy', '网吧', '网吧'],
  ])('leaves alone: %s', (_, text, expected) => {
    expect(normalise(text)).toBe(expected);
  });

  it.each(['你好', '您好！', '谢谢', '吗', '？？', '请问呢', 'hi', 'thanks'])(
    'never empties a message of courtesy: %s',
    (text) => {
      expect(normalise(text)).not.toBe('');
    },
  );

  it.each(['', ' ', '\u200b', '\uD800', '\u0000'])('what holds nothing at all becomes empty', (text) => {
    expect(normalise(text)).toBe('');
  });
});

describe('clean: what a person typed into a form, without the rubbish', () => {
  it.each([
    ['full width identity number', '２１０１０２１９９００１０１００１Ｘ', '21010219900101001X'],
    ['invisible marks and outer spaces', ' 张\u200b三 ', '张三'],
    ['Chinese punctuation stays', '请公开：一、预算；二、决算。', '请公开：一、预算；二、决算。'],
    ['traditional names stay', '張學友', '張學友'],
    ['courtesy stays', '谢谢', '谢谢'],
    ['case stays', 'Li Ming', 'Li Ming'],
  ])('%s', (_, text, expected) => {
    expect(clean(text)).toBe(expected);
  });
});

describe('any string whatever', () => {
  const pieces = fc.constantFrom(
    '你好',
    '请问',
    '吗',
    '谢谢',
    '謝',
    '公開',
    ' ',
    '\u3000',
    '？',
    '，',
    'hi',
    'Thanks',
    'İ',
    'ß',
    'ﬁ',
    '\u0301',
    '\u0345',
    '\u200d',
    '\uD800',
    '\uDC00',
    '\u{E0001}',
    '\u115f',
    '\u1100',
    '\u1161',
    'Å',
    '①',
    '㍿',
    '\u0000',
    '\u202e',
    '👨‍👩‍👧',
    '2017',
    '__proto__',
    '<b>',
  );
  const texts = fc
    .array(fc.oneof(pieces, fc.string({ unit: 'binary' })), { maxLength: 12 })
    .map((parts) => parts.join(''));
  const hundred = fc.array(texts, { minLength: 100, maxLength: 100 });

  it('is settled after one pass: normalising or cleaning again changes nothing', () => {
    fc.assert(
      fc.property(hundred, (list) => {
        for (const text of list) {
          const normalised = normalise(text);
          const cleaned = clean(text);
          expect(normalise(normalised)).toBe(normalised);
          expect(clean(cleaned)).toBe(cleaned);
        }
      }),
      { seed: 20190515, numRuns: dose(1000) },
    );
  });

  it('leaves neither lone surrogates nor invisible marks', () => {
    fc.assert(
      fc.property(texts, (text) => {
        expect(normalise(text)).not.toMatch(/\p{Surrogate}|\p{Cf}|(?![\t\n\r])\p{Cc}/u);
        expect(clean(text)).not.toMatch(/\p{Surrogate}|\p{Cf}|(?![\t\n\r])\p{Cc}/u);
      }),
      { seed: 711, numRuns: dose(3000) },
    );
  });

  it.each([
    ['courtesy', '你好'.repeat(100_000)],
    ['marks on one letter', `a${'\u0301\u0316'.repeat(100_000)}`],
    ['spaces', ' '.repeat(200_000)],
    ['question marks', `公开${'？'.repeat(200_000)}`],
  ])('comes back from two hundred thousand characters of %s', (_, text) => {
    expect(typeof normalise(text)).toBe('string');
  });
});
