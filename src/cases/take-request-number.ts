import { dayOf, yearOf } from '../day.ts';
import { takeNextNumber } from '../store/index.ts';
import type { CaseContext } from './case-context.ts';

/** Digits of the running number: room for a million requests a year. */
const DIGITS = 6;

/** The next request number of the year, by the civil day in China: SPB-2026-000001. Numbers have no gaps. */
export async function takeRequestNumber({ executor, now }: CaseContext, prefix: string): Promise<string> {
  const year = yearOf(dayOf(now));
  const running = await takeNextNumber(executor, `requests/${year}`);
  return `${prefix}-${year}-${String(running).padStart(DIGITS, '0')}`;
}
