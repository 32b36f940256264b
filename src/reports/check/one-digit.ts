/** Both numbers as digits of the same length; decimals as they are written. */
function align(one: number, other: number): readonly [string, string] {
  const places = Math.max(...[one, other].map((value) => String(value).split('.')[1]?.length ?? 0));
  const digits = [one, other].map((value) => String(Math.round(value * 10 ** places)));
  const length = Math.max(...digits.map((text) => text.length));
  return [digits[0]?.padStart(length, '0') ?? '', digits[1]?.padStart(length, '0') ?? ''];
}

/** Whether one number becomes the other by one digit: a slip of the pen, or of the keyboard. */
export function differByOneDigit(one: number, other: number): boolean {
  if (one < 0 || other < 0) return false;
  const [left, right] = align(one, other);
  return [...left].filter((digit, at) => digit !== right[at]).length === 1;
}

/** Whether one digit of one of the numbers would make the parts add up to the whole. */
export function addsUpButForOneDigit(whole: number, parts: readonly number[]): boolean {
  const sum = Math.round(parts.reduce((added, part) => added + part, 0) * 1e4) / 1e4;
  const short = Math.round((whole - sum) * 1e4) / 1e4;
  return (
    differByOneDigit(whole, sum) || parts.some((part) => differByOneDigit(part, Math.round((part + short) * 1e4) / 1e4))
  );
}
