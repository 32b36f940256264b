import { type Day, yearOf } from '../../day.ts';

const CHINESE_DIGITS = '零一二三四五六七八九';
const RELATIVE: readonly (readonly [RegExp, number])[] = [
  [/大前年/gu, -3],
  [/(?<!大)前年/gu, -2],
  [/去年|上一?年度?(?!级)|旧年/gu, -1],
  [/今年|本年度?|这一?年/gu, 0],
  [/明年/gu, 1],
];

/** 2015年以前 is the time up to the year before. */
const BEFORE = /(?<!\d)((?:19|20)\d{2})年?(?:以前|之前)/gu;
const FOUR_DIGITS = /(?<!\d)((?:19|20)\d{2})(?!\d|年?(?:以前|之前))/gu;
/** 17年, but not 17年前, 17年来, 17年级. */
const TWO_DIGITS = /(?<!\d)([012]\d)年(?![前来后多级内以])/gu;
const IN_CHINESE = /([一二][零〇○一二三四五六七八九]{3})(?!\d)年?/gu;
const TWO_IN_CHINESE =
  /(?<![零〇○一二三四五六七八九十百])([零〇○一二][零〇○一二三四五六七八九])年(?![前来后多级内以])/gu;

const FORMAL = '零壹贰叁肆伍陆柒捌玖';

/** 贰零壹柒 as 二零一七; the length stays. */
function toPlainNumerals(text: string): string {
  return text.replaceAll(/[壹贰叁肆伍陆柒捌玖]/gu, (sign) => CHINESE_DIGITS[FORMAL.indexOf(sign)] ?? sign);
}

function readDigits(text: string): number {
  return Number([...text].map((char) => ('〇○'.includes(char) ? 0 : CHINESE_DIGITS.indexOf(char))).join(''));
}

/**
 * Years a message speaks of, in order of appearance: 2017, 二〇一七年, 17年, 去年. 2015年以前 is 2014.
 * @param today the day relative words are counted from
 */
export function findYears(said: string, today: Day): number[] {
  const text = toPlainNumerals(said);
  const found: { at: number; year: number }[] = [];
  const collect = (pattern: RegExp, read: (match: RegExpMatchArray) => number) => {
    for (const match of text.matchAll(pattern)) found.push({ at: match.index, year: read(match) });
  };
  collect(BEFORE, (match) => Number(match[1]) - 1);
  collect(FOUR_DIGITS, (match) => Number(match[1]));
  collect(TWO_DIGITS, (match) => 2000 + Number(match[1]));
  collect(IN_CHINESE, (match) => readDigits(match[1] ?? ''));
  collect(TWO_IN_CHINESE, (match) => 2000 + readDigits(match[1] ?? ''));
  for (const [pattern, offset] of RELATIVE) collect(pattern, () => yearOf(today) + offset);
  const years = found.sort((a, b) => a.at - b.at).map((each) => each.year);
  return [...new Set(years)].filter((year) => year >= 1949 && year <= 2100);
}

/** Whether a message points back to the year spoken of before: 那年, 当年, 同一年. */
export function pointsBackToYear(text: string): boolean {
  return /那一?年|当年|同一?年|那个年度/u.test(text);
}

const SPOKEN = [
  /(?<!\d)(?:19|20)\d{2}(?!\d)(?:年度?)?的?/gu,
  /(?<!\d)[012]\d年(?![前来后多级内以])度?的?/gu,
  /[一二][零〇○一二三四五六七八九]{3}(?!\d)(?:年度?)?的?/gu,
  /(?<![零〇○一二三四五六七八九十百])[零〇○一二][零〇○一二三四五六七八九]年(?![前来后多级内以])度?的?/gu,
  // 那年 points back to a year; 那年轻人 and 那年代 do not.
  /^那一?年的?(?![轻代级纪老])/gu,
  /大前年的?|前年的?|去年度?的?|上一?年度?(?!级)的?|今年度?的?|本年度?的?|明年的?/gu,
];

/** The message without its words for years, for ranking: a year says when, not what. Never empty. */
export function dropYears(text: string): string {
  const rest = SPOKEN.reduce((left, pattern) => left.replaceAll(pattern, ''), toPlainNumerals(text)).trim();
  return rest || text;
}
