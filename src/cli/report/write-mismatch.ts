import type { Mismatch } from '../../reports/index.ts';
import type { CliContext } from '../context.ts';

function writeSide(terms: Mismatch['left'], sum: number): string {
  // Zeros say nothing of a sum of twenty-one rows.
  const told = terms.length > 6 ? terms.filter(({ value }) => value !== 0) : terms;
  const added = told.map(({ name, value }) => `${name} ${value}`).join(' + ');
  return terms.length > 1 ? `${added} = ${sum}` : added;
}

/** What does not add up, in lines for people: both sides, where they stand, and the sentence. */
export function writeMismatch({ say }: CliContext, mismatch: Mismatch, key: 'problem' | 'overlap'): string[] {
  const { code, about, left, right, sums, difference, lines, assumed, quote } = mismatch;
  return [
    `${key === 'problem' ? '✗' : '～'} ${say(`report.${code}`, { about })}`,
    `  ${say(`report.${key}_sides`, { left: writeSide(left, sums.left), right: writeSide(right, sums.right), difference: Math.abs(difference) })}`,
    `  ${say('report.at_lines', { lines: [...new Set(lines)].sort((a, b) => a - b).join('、') })}`,
    ...(quote === undefined ? [] : [`  ${say('report.in_sentence', { quote })}`]),
    ...(assumed === undefined ? [] : [`  ${say('report.assumed', { rows: assumed.join('、') })}`]),
  ];
}
