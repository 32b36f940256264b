import type { PlatformModule } from '../../src/channel/adapter.ts';

/** Two conversations of one platform; the harness knows which of the platform's chats they are. */
export type Chat = 'first' | 'second';

/**
 * What a person does on the platform. `id` is a small number as a string; the harness makes the platform's own message
 * and delivery ids of it, always the same ones, so that delivering a message again is a redelivery.
 */
export type PersonMessage =
  | { readonly kind: 'text'; readonly id: string; readonly chat: Chat; readonly text: string }
  /** Taps a button the desk sent, or does what stands for it where the platform has none (types its number). */
  | {
      readonly kind: 'choice';
      readonly id: string;
      readonly chat: Chat;
      readonly value: string;
      readonly label: string;
      readonly number: number;
    }
  /** Sends a file; the fake platform serves its bytes afterwards. */
  | {
      readonly kind: 'file';
      readonly id: string;
      readonly chat: Chat;
      readonly name: string;
      readonly bytes: Uint8Array;
    }
  /** Sends something no text desk reads: a sticker, a place, a voice message. */
  | { readonly kind: 'unsupported'; readonly id: string; readonly chat: Chat }
  /** The platform tells the desk about a message of its own. */
  | { readonly kind: 'own'; readonly id: string; readonly chat: Chat; readonly text: string };

/** How a delivery is made false. `stale` is signed rightly, but an hour ago; `other_channel` with another bot's secret. */
export type Forgery = 'bad' | 'missing' | 'stale' | 'other_channel';

/** What goes wrong with the next message the desk sends, once. */
export type Fault =
  | { readonly kind: 'rate_limited'; readonly afterMs: number }
  | { readonly kind: 'server_error' }
  /** The platform takes the message and then breaks the connection. */
  | { readonly kind: 'cut_after_acceptance' }
  /** The access token in use is refused from now on; asking for a new one works. */
  | { readonly kind: 'token_expired' }
  | { readonly kind: 'window_closed' }
  | { readonly kind: 'blocked' };

/** What a person sees on the platform: the text as shown, and the buttons under it. */
export interface ShownMessage {
  readonly chat: Chat;
  readonly text: string;
  readonly choices: readonly { readonly value: string; readonly label: string }[];
}

/** Our fake of the platform: a server on loopback that speaks its protocol, and what the tests may do with it. */
export interface FakePlatform {
  /** Settings with which the module's adapter reaches this fake: every required one, and its API root. */
  readonly settings: Readonly<Record<string, string>>;
  /** The platform's delivery of a message, signed as the settings say, at the clock's time. A new Request each time. */
  readonly deliver: (message: PersonMessage) => Request;
  /** The same delivery made false. Null where the platform signs nothing of that sort (no timestamp: no `stale`); the readme says so. */
  readonly forge: (message: PersonMessage, how: Forgery) => Request | null;
  /** false where the platform signs only the address and not the body; default true. The readme says so. */
  readonly signsBody?: boolean;
  /** Id the adapter gives this conversation. */
  readonly conversation: (chat: Chat) => string;
  /** Messages that reached people, in order, over all chats; one the platform recognised as a repeat is not in it twice. */
  readonly shown: () => readonly ShownMessage[];
  /** Returns false where the platform knows no such fault. */
  readonly failNext: (fault: Fault) => boolean;
  /** Whether sends are idempotent, so that one repeated after `cut_after_acceptance` shows once. */
  readonly dropsRepeats: boolean;
  readonly stop: () => Promise<void>;
}

/** What `describeChannel` needs of one channel. Five lines of test per adapter. */
export interface ChannelHarness {
  readonly module: PlatformModule;
  /** `clock` is the time the fake signs with and the adapter is given. */
  readonly startFake: (clock: () => Date) => Promise<FakePlatform>;
}
