const WORDS = /\p{Script=Han}|[\p{L}\p{N}\p{M}]+/gu;
const HAN = /^\p{Script=Han}$/u;

/** Chinese characters one by one, other words whole; punctuation is gone. */
export function splitUnits(text: string): string[] {
  const units: string[] = [];
  for (const match of text.matchAll(WORDS)) {
    const word = match[0];
    if (HAN.test(word)) units.push(word);
    // A word may hide Chinese characters behind Latin ones (a1区): part them.
    else units.push(...(word.match(/\p{Script=Han}|[^\p{Script=Han}]+/gu) ?? []));
  }
  return units;
}

/** Runs of `size` neighbouring units, joined by a separator no unit contains. */
export function gramsOf(units: readonly string[], size: number): string[] {
  const grams: string[] = [];
  if (size === 2) for (let at = 0; at + 2 <= units.length; at++) grams.push(`${units[at]} ${units[at + 1]}`);
  else for (let at = 0; at + size <= units.length; at++) grams.push(units.slice(at, at + size).join(' '));
  return grams;
}
