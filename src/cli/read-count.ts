import { InvalidArgumentError } from 'commander';

/** A whole number from 1, for an option that counts. */
export function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return count;
}
