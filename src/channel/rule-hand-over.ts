import type { Capabilities } from './capabilities.ts';

/**
 * Where personal data is filled in: on a platform that keeps what is said abroad it must be handed over to the desk's
 * own page; elsewhere it may be, where the page has an address. Undefined: here and nowhere else.
 */
export function ruleHandOver(
  { dataResidency }: Pick<Capabilities, 'dataResidency'>,
  pageUrl: string | undefined,
): 'must' | 'may' | undefined {
  if (dataResidency === 'overseas') return 'must';
  return pageUrl === undefined ? undefined : 'may';
}
