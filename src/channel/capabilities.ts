/** In bytes, as platforms count the size of files. */
export const MEGABYTE = 1024 * 1024;

/** How long a text may be. Platforms count either characters or UTF-8 bytes, where a 汉字 takes 3. */
export interface TextLimit {
  readonly most: number;
  readonly unit: 'characters' | 'bytes';
}

/**
 * What a platform can do. Differences between platforms are data here, so that nothing else asks which platform it is.
 * Every line states the default in `PLAIN_CAPABILITIES`.
 */
export interface Capabilities {
  /** Longest text of one message. Default: 4,000 characters. */
  readonly text: TextLimit;
  /** Markup the adapter renders. Default: none, plain text. */
  readonly markup: 'none' | 'markdown' | 'html' | 'blocks';
  /** Buttons under a message. Default: none; choices become a numbered list. `value`: longest a button carries, if limited. */
  readonly choices: { readonly most: number; readonly label: TextLimit; readonly value?: TextLimit };
  /**
   * Largest file in bytes that a person may send (`receive`), and that the desk may send as a file and as a picture;
   * 0 where the platform takes none: `fit` then says in words how else to get it. Default: 0, 0 and 0.
   */
  readonly files: { readonly receive: number; readonly send: number; readonly pictures: number };
  /** Whether a message sent can be changed afterwards. Default: no. */
  readonly edit: boolean;
  /** When the desk may write first. Default: always. `window`: so many messages within so many hours after the person's last. */
  readonly proactive:
    | { readonly kind: 'always' }
    | { readonly kind: 'window'; readonly hours: number; readonly messages: number };
  /** Milliseconds within which the platform wants its delivery acknowledged. Default: 3,000. */
  readonly ackWithin: number;
  /** Milliseconds within which a reply may ride on the acknowledgement; null where replies are sent apart. Default: null. */
  readonly replyWithin: number | null;
  /** Most messages the platform takes from the desk over all conversations. Default: 20 a second. */
  readonly rate: { readonly most: number; readonly perMs: number };
  /** Where what is said is kept: personal data is never asked for on an overseas platform. Default: overseas, the careful guess. */
  readonly dataResidency: 'domestic' | 'overseas' | 'self-hosted';
}

export const PLAIN_CAPABILITIES: Capabilities = {
  text: { most: 4000, unit: 'characters' },
  markup: 'none',
  choices: { most: 0, label: { most: 20, unit: 'characters' } },
  files: { receive: 0, send: 0, pictures: 0 },
  edit: false,
  proactive: { kind: 'always' },
  ackWithin: 3000,
  replyWithin: null,
  rate: { most: 20, perMs: 1000 },
  dataResidency: 'overseas',
};
