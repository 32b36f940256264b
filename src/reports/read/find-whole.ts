import { amountOf, baseUnit, type FoundQuantity } from './quantity.ts';

/** A figure of a sentence, before it is placed in its report. */
export interface SentenceFigure extends FoundQuantity {
  readonly metric: string;
  /** Index of the figure of the same sentence this is a part of; 'before' for the last whole before the sentence. */
  readonly of?: number | 'before';
  /** How the parts are told: 其中, or in brackets. */
  readonly within?: 'among' | 'brackets';
  /** A rise, a fall or a share: told of another figure, the whole of none. */
  readonly change?: true;
}

const AMONG = /其中(?!心)|[（(](?:含|包括|其中)?$|(?<![包])含(?=[^量])|包括|分别(?:是|为)?[：:]/u;

/** Whether the parts told so far add up to their whole. */
function isComplete(figures: readonly SentenceFigure[], of: number | 'before' | undefined): boolean {
  const whole = typeof of === 'number' ? figures[of] : undefined;
  const parts = figures.filter((each) => each.of === of && each.unit !== '%');
  const sum = parts.reduce((added, part) => added + amountOf(part), 0);
  return whole !== undefined && parts.length > 1 && Math.round((sum - amountOf(whole)) * 1e4) === 0;
}

/** How strongly a mark parts what stands on its sides; brackets only explain. */
function strengthOf(between: string): number {
  const plain = between.replaceAll(/[（(].*?[）)]/gu, '');
  return /[；;]/u.test(plain) ? 2 : /[,，]/u.test(plain) ? 1 : 0;
}

/**
 * Whether a list of parts ended before this mark: 其中维持3件、纠正2件；行政诉讼2件. A stronger mark than those between
 * the parts ends it; a comma only where the parts are all told.
 */
function isOver(
  text: string,
  figures: readonly SentenceFigure[],
  of: number | 'before' | undefined,
  between: string,
): boolean {
  const [last, ...earlier] = figures.filter((each) => each.of === of && each.unit !== '%').toReversed();
  const [one] = earlier;
  const strength = strengthOf(between);
  if (!last || !one || strength <= strengthOf(text.slice(one.end, last.start))) return false;
  return strength === 2 || isComplete(figures, of);
}

/** Which figure this one is a part of, by 其中, 含 or brackets between them. */
export function findWhole(
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
    const whole = figures.findLastIndex((each) => each.of === undefined && !each.change && comparable(each));
    return whole >= 0 ? { of: whole, within: 'among' } : {};
  }
  if (!previous?.of && previous?.of !== 0) return {};
  const closes = /[）)]/u.test(between);
  if (previous.within === 'brackets' && !closes) return { of: previous.of, within: 'brackets' };
  if (previous.within === 'brackets') {
    const whole = typeof previous.of === 'number' ? figures[previous.of] : undefined;
    return whole?.of === undefined ? {} : { of: whole.of, ...(whole.within ? { within: whole.within } : {}) };
  }
  if (isOver(text, figures, previous.of, between)) return {};
  const alike = figures.some((each) => each.of === previous.of && baseUnit(each.unit) === baseUnit(own.unit));
  return /[；;]/u.test(between) && !alike ? {} : { of: previous.of, within: 'among' };
}
