const DIGITS: Readonly<Record<string, number>> = {
  零: 0,
  〇: 0,
  一: 1,
  二: 2,
  两: 2,
  三: 3,
  四: 4,
  五: 5,
  六: 6,
  七: 7,
  八: 8,
  九: 9,
};
const STEPS: Readonly<Record<string, number>> = { 十: 10, 百: 100, 千: 1000 };
const BIG: Readonly<Record<string, number>> = { 万: 10_000, 亿: 100_000_000 };

/** The value of a number in Chinese characters: 一百零五 is 105, 两万三千 is 23000. Undefined when it is none. */
export function readSpeltNumber(text: string): number | undefined {
  if (text === '') return undefined;
  const [whole = '', decimals] = text.split('点');
  let total = 0;
  let below = 0;
  let digit: number | undefined;
  for (const mark of whole) {
    if (mark in DIGITS) {
      // 一二三: digits in a row are no number of things.
      if (digit !== undefined && digit !== 0) return undefined;
      digit = DIGITS[mark] ?? 0;
    } else if (mark in STEPS) {
      below += (digit ?? 1) * (STEPS[mark] ?? 1);
      digit = undefined;
    } else if (mark in BIG) {
      total += (below + (digit ?? 0)) * (BIG[mark] ?? 1);
      below = 0;
      digit = undefined;
    } else return undefined;
  }
  const value = total + below + (digit ?? 0);
  if (decimals === undefined) return value;
  const fraction = [...decimals].map((mark) => DIGITS[mark]);
  return fraction.includes(undefined) ? undefined : Number(`${value}.${fraction.join('')}`);
}
