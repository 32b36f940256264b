import { findQuantities } from './find-quantities.ts';
import { findWhole, type SentenceFigure } from './find-whole.ts';
import { cleanBefore, nameQuantity } from './name-quantity.ts';
import type { FoundQuantity } from './quantity.ts';

const CLAUSE = /[,，。；;：:（）()！？…]/u;
const CHANGE = /同比|环比|[比较](?:上年|去年|上一年|前一年|\d{4}年)/u;
const EACH = /(?:均|都|各|分别)(?:为|是|有|达到?)?$/u;

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
      figures.push({ ...quantity, metric, ...whole, ...(change === undefined ? {} : { change: true as const }) });
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
