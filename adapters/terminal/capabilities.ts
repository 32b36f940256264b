import { type Capabilities, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';

/** What a terminal can do: any length, numbered choices, everything on this machine. */
export const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  text: { most: Number.MAX_SAFE_INTEGER, unit: 'characters' },
  rate: { most: Number.MAX_SAFE_INTEGER, perMs: 1000 },
  dataResidency: 'self-hosted',
};
