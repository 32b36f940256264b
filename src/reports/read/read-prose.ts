import { findQuantities } from './find-quantities.ts';
import { cleanBefore, nameQuantity } from './name-quantity.ts';
import { baseUnit, type FoundQuantity } from './quantity.ts';

/** A figure of a sentence, before it is placed in its report. */
export interface SentenceFigure extends FoundQuantity {
  readonly metric: string;
  /** Index of the figure of the same sentence this is a part of; 'before' for the last whole before the sentence. */
  readonly of?: number | 'before';
  /** How the parts are told: 其中, or in brackets. */
  readonly within?: 'among' | 'brackets';
}

const CLAUSE = /[,，。；;：:（）()！？…]/u;
const CHANGE = /同比|环比|[比较](?:上年|去年|上一年|前一年|\d{4}年)/u;
const EACH = /(?:均|都|各|分别)(?:为|是|有)?$/u;
const AMONG = /其中(?!心)|[（(](?:含|包括|其中)?$|(?<![包])含(?=[^量])|包括|分别(?:是|为)?[：:]/u;

/** Where the words that name a quantity begin: after the clause before it, or after the quantity before it. */
function startOfClause(text: string, floor: number, at: number): number {
  let start = at;
  while (start > floor && !CLAUSE.test(text.charAt(start - 1))) start -= 1;
  return start;
}

/** Before “…”（…）7件 the brackets only explain: what they explain is counted. */
function skipBrackets(text: string, floor: number, at: number): number {
  if (!/[）)]$/u.test(text.slice(floor, at))) return at;
  const open = Math.max(text.lastIndexOf('（', at - 1), text.lastIndexOf('(', at - 1));
  return open > floor ? open : at;
}

/** The names listed before 各1件 or 分别为5、4和4件. */
function listNames(before: string): readonly string[] {
  return cleanBefore(before)
    .split(/[、]|以及|和|与|及/u)
    .map((name) => name.trim())
    .filter((name) => name !== '');
}

interface Clause {
  readonly before: string;
  readonly after: string;
  readonly start: number;
}

function readClause(text: string, quantities: readonly FoundQuantity[], index: number, floor: number): Clause {
  const own = quantities[index];
  const at = own ? skipBrackets(text, floor, own.start) : 0;
  let start = startOfClause(text, floor, at);
  // A clause that only says 其中, or when, belongs to the words before the comma: 其中,文章2155条.
  if (cleanBefore(text.slice(start, at)) === '' && start > floor && /[：:，,]/u.test(text.charAt(start - 1))) {
    const wider = startOfClause(text, floor, start - 1);
    if (/[：:]/u.test(text.charAt(start - 1)) || cleanBefore(text.slice(wider, start - 1)).length <= 8) start = wider;
  }
  const next = quantities[index + 1]?.start ?? text.length;
  return { before: text.slice(start, at), after: text.slice(own?.end ?? 0, next), start };
}

function nameChange(clause: Clause, previous: string | undefined): string | undefined {
  const own = cleanBefore(clause.before);
  if (!CHANGE.test(own) && !/^(?:(?:上升|增长|增加|下降|减少|提高|提升|降低|缩短|升|降)[到至了]?|占.*)$/u.test(own))
    return undefined;
  const subject = CHANGE.test(own) ? (own.split(CHANGE)[0] ?? '') : '';
  return subject === '' && previous !== undefined ? `${previous} ${own}` : own;
}

/** Which figure this one is a part of, by 其中, 含 or brackets between them. */
function findWhole(
  text: string,
  figures: readonly SentenceFigure[],
  own: FoundQuantity,
  start: number,
): Pick<SentenceFigure, 'of' | 'within'> {
  const previous = figures.at(-1);
  const between = text.slice(previous?.end ?? 0, own.start);
  const comparable = (each: SentenceFigure) => (each.unit === '%') === (own.unit === '%');
  const opened = text.slice(previous?.end ?? 0, start + 1);
  if (/[（(]/u.test(opened) && previous && !/[）)]/u.test(between))
    return comparable(previous) ? { of: figures.length - 1, within: 'brackets' } : {};
  if (AMONG.test(between.replace(/[（(].*?[）)]/gu, ''))) {
    if (!previous) return { of: 'before', within: 'among' };
    const whole = figures.findLastIndex((each) => each.of === undefined && comparable(each));
    return whole >= 0 ? { of: whole, within: 'among' } : {};
  }
  if (!previous?.of && previous?.of !== 0) return {};
  const closes = /[）)]/u.test(between);
  if (previous.within === 'brackets' && !closes) return { of: previous.of, within: 'brackets' };
  if (previous.within === 'brackets') {
    const whole = typeof previous.of === 'number' ? figures[previous.of] : undefined;
    return whole?.of === undefined ? {} : { of: whole.of, ...(whole.within ? { within: whole.within } : {}) };
  }
  const alike = figures.some((each) => each.of === previous.of && baseUnit(each.unit) === baseUnit(own.unit));
  return /[；;]/u.test(between) && !alike ? {} : { of: previous.of, within: 'among' };
}

/** Every figure a sentence states, named by the words around it. */
export function readSentence(text: string): readonly SentenceFigure[] {
  const quantities = findQuantities(text);
  const figures: SentenceFigure[] = [];
  let floor = 0;
  /** The metric that a rise or a share without words of its own is of. */
  let subject: string | undefined;
  for (const [index, quantity] of quantities.entries()) {
    const clause = readClause(text, quantities, index, floor);
    floor = quantity.end;
    const whole = findWhole(text, figures, quantity, clause.start);
    const names = EACH.test(clause.before.replaceAll(/\s+/gu, '')) ? listNames(clause.before) : [];
    const followers = quantities.slice(index, index + names.length);
    if (names.length > 1 && followers.length === names.length && isRun(text, followers)) {
      for (const [nth, each] of followers.entries()) figures.push({ ...each, metric: names[nth] ?? '', ...whole });
    } else if (names.length > 1) {
      for (const metric of names) figures.push({ ...quantity, metric, ...whole });
    } else if (!figures.some(({ start }) => start === quantity.start)) {
      const { name, tookAfter } = nameQuantity(clause.before, clause.after);
      // 1件行政复议、1件行政诉讼: the words the first took are not the second's.
      if (tookAfter) floor += /^[^,，、。；;：:（）()…]*/u.exec(clause.after)?.[0].length ?? 0;
      const change = nameChange(clause, subject);
      const metric = change ?? (name === '' ? (subject ?? '') : name);
      if (change === undefined) subject = metric;
      figures.push({ ...quantity, metric, ...whole });
    }
  }
  return figures;
}

/** Whether quantities stand one after the other with nothing but 、 or 和 between them. */
function isRun(text: string, quantities: readonly FoundQuantity[]): boolean {
  return quantities.every((each, index) => {
    const next = quantities[index + 1];
    return next === undefined || /^[、,，和及与\s]*$/u.test(text.slice(each.end, next.start));
  });
}
