import { type Capabilities, PLAIN_CAPABILITIES } from '../../src/channel/capabilities.ts';
import { MOST_CHOICE_VALUE } from './schema.ts';

/** What the chat page can do: any length, as many buttons of any length as a reply has, everything on the desk's own server. */
export const CAPABILITIES: Capabilities = {
  ...PLAIN_CAPABILITIES,
  text: { most: Number.MAX_SAFE_INTEGER, unit: 'characters' },
  markup: 'blocks',
  choices: {
    most: Number.MAX_SAFE_INTEGER,
    label: { most: Number.MAX_SAFE_INTEGER, unit: 'characters' },
    // As schema.ts takes them back.
    value: { most: MOST_CHOICE_VALUE, unit: 'characters' },
  },
  // Fetched from the desk itself, by a link in the transcript.
  files: { receive: 0, send: Number.MAX_SAFE_INTEGER, pictures: Number.MAX_SAFE_INTEGER },
  // The page waits for the answer to its POST; it sends the message again after 20 s.
  ackWithin: 20_000,
  rate: { most: Number.MAX_SAFE_INTEGER, perMs: 1000 },
  dataResidency: 'self-hosted',
};
