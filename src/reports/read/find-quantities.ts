import { maskNonFigures } from './mask.ts';
import type { FoundQuantity } from './quantity.ts';
import { readSpeltNumber } from './spelt-number.ts';
import { SCALES, SPELT_UNIT_PATTERN, UNIT_PATTERN } from './units-table.ts';

const NUMBER = String.raw`\d{1,3}(?:[,，]\d{3})+(?!\d)(?:\.\d+)?|\d+(?:\.\d+)?`;
const ABOUT = '约|近|超过|超|逾|不足|大约|将近';
const COUNT = new RegExp(
  String.raw`(?<about>${ABOUT})?\s?(?<![\d.A-Za-z]|\d[,，])(?<number>${NUMBER})\s?(?:(?:-|—|－|~|～|至|到)\s?(?<to>${NUMBER}))?` +
    String.raw`\s?(?<early>[余多])?(?<scale>[百千]?[万亿]|[百千])?(?<late>[余多])?\s?(?:(?<percent>%|‰|个百分点)|(?<unit>${UNIT_PATTERN}))`,
  'gu',
);
/** 5、4和4件: numbers that share the unit after the last one. */
const SHARED = new RegExp(
  String.raw`(?<![\d.A-Za-z]|\d[,，])(?<list>\d+(?:\.\d+)?(?:[、和及与]\s?\d+(?:\.\d+)?)+)\s?(?<unit>${UNIT_PATTERN})`,
  'gu',
);
/** 粉丝15万: where nothing is named after the scale, it is the unit. */
const SCALE_ALONE = new RegExp(
  String.raw`(?<about>${ABOUT})?\s?(?<![\d.A-Za-z]|\d[,，])(?<number>${NUMBER})\s?(?<scale>[百千]?[万亿])(?<late>[余多])?(?=[,，。；;、）)\s]|$)`,
  'gu',
);
const SPELT = '零〇一二两三四五六七八九十百千万亿';
const SPELT_PERCENT = new RegExp(`百分之(?<number>[${SPELT}]+(?:点[${SPELT}]+)?|\\d+(?:\\.\\d+)?)`, 'gu');
const SPELT_COUNT = new RegExp(
  `(?<![${SPELT}第每某任同这那逐统唯进之专近])(?<number>[${SPELT}]+)(?<more>[余多])?(?<unit>${SPELT_UNIT_PATTERN})`,
  'gu',
);

const toNumber = (text: string) => Number(text.replaceAll(/[,，]/gu, ''));

function readCount(match: RegExpExecArray, source: string): FoundQuantity {
  const { about, number = '', to, early, scale = '', late, percent, unit = '' } = match.groups ?? {};
  const more = early ?? late;
  // An inexact number is told in units of one; an exact one keeps the unit it was written with.
  const factor = more && scale ? (SCALES[scale] ?? 1) : 1;
  const scaled = (text: string) => Math.round(toNumber(text) * factor * 1e4) / 1e4;
  return {
    value: scaled(number),
    ...(to === undefined ? {} : { to: scaled(to) }),
    unit: percent ?? (factor === 1 ? scale + unit : unit),
    approximate: Boolean(more ?? about) || to !== undefined,
    written: source.slice(match.index, match.index + match[0].length).trim(),
    start: match.index,
    end: match.index + match[0].length,
  };
}

function readShared(match: RegExpExecArray): FoundQuantity[] {
  const { list = '', unit = '' } = match.groups ?? {};
  const numbers = [...list.matchAll(/\d+(?:\.\d+)?/gu)];
  return numbers.map((number, index) => {
    const start = match.index + number.index;
    const last = index === numbers.length - 1;
    const end = last ? match.index + match[0].length : start + number[0].length;
    return { value: Number(number[0]), unit, approximate: false, written: number[0] + unit, start, end };
  });
}

function readSpelt(match: RegExpExecArray, unit: string): FoundQuantity[] {
  const { number = '', more } = match.groups ?? {};
  const value = /^\d/u.test(number) ? Number(number) : readSpeltNumber(number);
  if (value === undefined) return [];
  const end = match.index + match[0].length;
  return [{ value, unit, approximate: more !== undefined, written: match[0], start: match.index, end }];
}

/** One thing and 一个 say nothing of a count; 两个 and 十个 do. */
function isTurnOfPhrase(match: RegExpExecArray): boolean {
  const { number = '', unit = '' } = match.groups ?? {};
  return (number === '一' && /^[个类种级位人处家]$/u.test(unit)) || /^[百千万亿]+$/u.test(number);
}

/** Every counted number of a text, in order, none inside another. */
export function findQuantities(text: string): readonly FoundQuantity[] {
  const masked = maskNonFigures(text);
  const found = [
    ...[...masked.matchAll(SHARED)].flatMap((match) => readShared(match)),
    ...[...masked.matchAll(COUNT)].map((match) => readCount(match, text)),
    ...[...masked.matchAll(SCALE_ALONE)].map((match) => readCount(match, text)),
    ...[...masked.matchAll(SPELT_PERCENT)].flatMap((match) => readSpelt(match, '%')),
    ...[...masked.matchAll(SPELT_COUNT)].flatMap((match) =>
      isTurnOfPhrase(match) ? [] : readSpelt(match, match.groups?.unit ?? ''),
    ),
  ];
  const kept: FoundQuantity[] = [];
  for (const each of found) {
    if (kept.every(({ start, end }) => each.end <= start || each.start >= end)) kept.push(each);
  }
  return kept.toSorted((a, b) => a.start - b.start);
}
