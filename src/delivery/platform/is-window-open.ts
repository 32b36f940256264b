import type { Capabilities } from '../../channel/capabilities.ts';

const HOUR_MS = 3_600_000;

/**
 * Whether the platform lets the desk write now. How many messages it has left within the window only the platform
 * knows: what rides on an answer does not count there. Somebody never heard is left for the platform to judge, and so
 * is an account that may not write by itself at all (`hours` 0): its adapter holds what it cannot carry.
 */
export async function isWindowOpen(
  { proactive }: Pick<Capabilities, 'proactive'>,
  readLastHeard: () => Promise<Date | undefined>,
  now: Date,
): Promise<boolean> {
  if (proactive.kind === 'always' || proactive.hours === 0) return true;
  const heard = await readLastHeard();
  return heard === undefined || now.getTime() - heard.getTime() <= proactive.hours * HOUR_MS;
}
