import { addDays, type Day, parseDay, yearOf } from '../../day.ts';

/** A day a message speaks of. */
export interface DayMention {
  /** Where it stands in the message, and the words. */
  readonly at: number;
  readonly text: string;
  /** null for a day no calendar has: 2月30日. */
  readonly day: Day | null;
}

const DIGITS = '零一二三四五六七八九';
const NUMBER = String.raw`\d{1,2}|[一二三四五六七八九十廿卅]{1,3}`;
const YEAR = String.raw`(?:19|20)\d{2}|[一二][零〇○一二三四五六七八九]{3}|\d{2}`;
const RELATIVE_YEARS: Readonly<Record<string, number>> = { 前年: -2, 去年: -1, 今年: 0, 本年: 0, 明年: 1 };
const RELATIVE_DAYS: readonly (readonly [RegExp, number])[] = [
  [/大前[天日]/gu, -3],
  [/前[天日]/gu, -2],
  [/昨[天日]|昨儿/gu, -1],
  [/今[天日]|今儿|现在/gu, 0],
  [/明[天日]|明儿/gu, 1],
  [/大后[天日]/gu, 3],
  [/后[天日]/gu, 2],
];
/** Told as something done: 交的, 已经收到. Then a day without a year is the last one, not the next. */
const DONE = /(?:交|提交|递|寄|发|送|申请|收到|签收|确认|受理)(?:的(?!话)|了)|已经|之前交/u;
const PLANNED = /的话|如果|要是|假如|准备|打算|想/u;

/** 2, 二, 十二, 二十五, 廿五; NaN for anything else. */
function readNumber(text: string): number {
  if (/^\d+$/u.test(text)) return Number(text);
  const spelt = text.replace('廿', '二十').replace('卅', '三十');
  const [tens = '', ones] = spelt.includes('十') ? spelt.split('十') : ['零', spelt];
  const value = (part: string, empty: number) => (part === '' ? empty : DIGITS.indexOf(part));
  const [ten, one] = [value(tens, 1), value(ones ?? '', 0)];
  return ten < 0 || one < 0 ? Number.NaN : ten * 10 + one;
}

function readYear(text: string, today: Day): number {
  const relative = RELATIVE_YEARS[text];
  if (relative !== undefined) return yearOf(today) + relative;
  const digits = [...text].map((char) => ('〇○'.includes(char) ? 0 : DIGITS.indexOf(char)));
  const year = Number(/^\d+$/u.test(text) ? text : digits.join(''));
  return year < 100 ? 2000 + year : year;
}

function buildDay(year: number, month: number, date: number): Day | null {
  const two = (value: number) => String(value).padStart(2, '0');
  return parseDay(`${year}-${two(month)}-${two(date)}`) ?? null;
}

/** The year of 3月2日: this one, unless the message tells of something done or planned that then does not fit. */
function guessYear(text: string, month: number, date: number, today: Day): number {
  const year = yearOf(today);
  const day = buildDay(year, month, date);
  if (day === null) return year;
  if (DONE.test(text)) return day > today ? year - 1 : year;
  return PLANNED.test(text) && day < today ? year + 1 : year;
}

/** Year and month a number of months from the day's own. */
function shiftMonth(today: Day, months: number): readonly [year: number, month: number] {
  const index = yearOf(today) * 12 + Number(today.slice(5, 7)) - 1 + months;
  return [Math.floor(index / 12), (index % 12) + 1];
}

/** The month of 5号: this one, unless that is still to come and the message tells of something done. */
function guessMonth(text: string, date: number, today: Day): Day | null {
  const day = buildDay(...shiftMonth(today, 0), date);
  return day !== null && day > today && DONE.test(text) ? buildDay(...shiftMonth(today, -1), date) : day;
}

/** Monday of the week of a day. */
function mondayOf(day: Day): Day {
  return addDays(day, -((new Date(`${day}T00:00:00Z`).getUTCDay() + 6) % 7));
}

type Reader = readonly [RegExp, (match: RegExpMatchArray) => Day | null];

/** Ways to name a day, the fullest first: what one has read, the next no longer sees. */
function listReaders(text: string, today: Day): readonly Reader[] {
  const part = (match: RegExpMatchArray, index: number) => match[index] ?? '';
  const number = (match: RegExpMatchArray, index: number) => readNumber(part(match, index));
  const relativeYears = Object.keys(RELATIVE_YEARS).join('|');
  return [
    [
      /(?<!\d)((?:19|20)\d{2})([-/.])(\d{1,2})\2(\d{1,2})(?!\d)/gu,
      (match) => buildDay(Number(match[1]), Number(match[3]), Number(match[4])),
    ],
    [
      new RegExp(`(?<!\\d)(?:(${YEAR})年|(${relativeYears}))的?(${NUMBER})月(${NUMBER})[日号]?`, 'gu'),
      (match) => buildDay(readYear(part(match, 1) || part(match, 2), today), number(match, 3), number(match, 4)),
    ],
    [
      new RegExp(`(本|这个?|上个?|下个?)月的?(${NUMBER})[日号]`, 'gu'),
      (match) => {
        const months = part(match, 1).startsWith('上') ? -1 : part(match, 1).startsWith('下') ? 1 : 0;
        return buildDay(...shiftMonth(today, months), number(match, 2));
      },
    ],
    [
      new RegExp(`(?<![\\d.])(${NUMBER})月(${NUMBER})[日号]?`, 'gu'),
      (match) => {
        const [month, date] = [number(match, 1), number(match, 2)];
        return buildDay(guessYear(text, month, date, today), month, date);
      },
    ],
    [
      /(上上?|这|本|下)?个?(?:周|星期|礼拜)([一二三四五六日天])/gu,
      (match) => {
        const week = part(match, 1);
        const weeks = week.startsWith('上') ? -week.length : week === '下' ? 1 : 0;
        const weekday = '一二三四五六日'.indexOf(part(match, 2).replace('天', '日'));
        return addDays(mondayOf(today), weeks * 7 + weekday);
      },
    ],
    [/(?<![第\d])(\d{1,2})[日号](?![令文线楼])/gu, (match) => guessMonth(text, number(match, 1), today)],
    ...RELATIVE_DAYS.map(([pattern, offset]): Reader => [pattern, () => addDays(today, offset)]),
  ];
}

/**
 * Days a message speaks of, in order of appearance: 2026-03-02, 2026年3月2日, 三月二号, 去年3月2日, 上个月20号, 上周三, 昨天.
 * Time grows linearly with length.
 * @param today the day relative words are counted from
 */
export function findDays(text: string, today: Day): readonly DayMention[] {
  const found: DayMention[] = [];
  let rest = text;
  for (const [pattern, read] of listReaders(text, today)) {
    for (const match of rest.matchAll(pattern)) found.push({ at: match.index, text: match[0], day: read(match) });
    rest = rest.replace(pattern, (words) => ' '.repeat(words.length));
  }
  return found.toSorted((a, b) => a.at - b.at);
}
