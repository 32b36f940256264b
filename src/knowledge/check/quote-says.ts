import { writeOrdinal } from '../cite.ts';

/** Words a report uses for nothing. */
const NOTHING = /没有|未|零|无|(?<!\d)0(?!\d)/u;

function writeCount(value: number): string[] {
  if (!Number.isInteger(value) || value < 1 || value > 999) return [];
  return value === 2 ? ['二', '两'] : [writeOrdinal(value)];
}

function saysNumber(quote: string, value: number, unit: string): boolean {
  if (value === 0) return NOTHING.test(quote);
  if (
    new RegExp(`(?<![\\d.])${String(value).replace('.', '\\.')}(?![\\d.])`, 'u').test(
      quote.replaceAll(/(?<=\d)[,，](?=\d)/gu, ''),
    )
  ) {
    return true;
  }
  if (value % 10_000 === 0 && new RegExp(`(?<!\\d)${value / 10_000}万`, 'u').test(quote)) return true;
  if (unit === '%' && value === 100) return quote.includes('百分之百');
  return writeCount(value).some((count) => quote.includes(unit === '%' ? `百分之${count}` : count));
}

/**
 * Whether words of a report bear a figure: 35 in 35件, 2 in 两次, 100 % in 百分之百, 30000 in 3万余元, 0 in 没有,
 * 2018-03-08 in 2018年3月8日. Text values stand as they are.
 */
export function quoteSays(quote: string, value: number | string, unit: string): boolean {
  if (typeof value === 'number') return saysNumber(quote, value, unit);
  const days = value.match(/\d{4}-\d{2}-\d{2}/gu);
  if (!days) return quote.includes(value);
  const numbers = (text: string) => (text.match(/\d+/gu) ?? []).map(Number).join(' ');
  return numbers(quote).includes(numbers(value.replaceAll('-', ' ')));
}
