import type { Executor } from '../../store/index.ts';
import { forgetFailures, forgetOldFailures, readFailures, recordFailures } from './failure-store.ts';
import { normaliseAddress } from './normalise-address.ts';

const WINDOW_MS = 15 * 60_000;

/** Whose failures are counted together. */
interface Counted {
  readonly key: string;
  /** Failures within the window after which the next try has to wait. */
  readonly most: number;
}

/**
 * What is counted for a try: the account from this address (tight), the account from anywhere (loose, so that a stranger
 * cannot easily keep its owner out), the address for all accounts (looser still: an office may share one). There is no
 * count over everything: nobody can lock everybody out.
 */
export function countersOf(
  { sealer }: Executor,
  kind: 'password' | 'code',
  account: string,
  address: string,
): readonly Counted[] {
  const from = normaliseAddress(address);
  const key = (...parts: string[]) => sealer.hash('throttle', JSON.stringify([kind, ...parts]));
  return [
    { key: key('both', account, from), most: 5 },
    { key: key('account', account), most: 30 },
    { key: key('address', from), most: 100 },
  ];
}

/** Seconds until the next try is taken; 0 for now. */
export async function readWait(executor: Executor, counters: readonly Counted[], now: Date): Promise<number> {
  const since = new Date(now.getTime() - WINDOW_MS);
  let wait = 0;
  for (const { key, most } of counters) {
    const failures = await readFailures(executor, key, since, most);
    const oldest = failures[most - 1];
    if (oldest !== undefined) wait = Math.max(wait, Date.parse(oldest) + WINDOW_MS - now.getTime());
  }
  return Math.ceil(wait / 1000);
}

export async function countFailure(executor: Executor, counters: readonly Counted[], now: Date): Promise<void> {
  await forgetOldFailures(executor, new Date(now.getTime() - WINDOW_MS));
  await recordFailures(
    executor,
    counters.map(({ key }) => key),
    now,
  );
}

/** A success forgives what was counted for this account from this address; the wider counts stay. */
export async function forgive(executor: Executor, counters: readonly Counted[]): Promise<void> {
  const [own] = counters;
  if (own) await forgetFailures(executor, own.key);
}
