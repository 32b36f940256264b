import type { PlatformModule } from '../../src/channel/adapter.ts';
import type { Capabilities } from '../../src/channel/capabilities.ts';
import type { Desk } from '../../src/channel/desk.ts';
import type { ConversationId, Inbound, OutMessage } from '../../src/channel/message.ts';
import type { DeskOptions } from '../../src/delivery/index.ts';
import type { Store } from '../../src/store/index.ts';

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
  /** A file the person can keep, or a picture they see, in place of a text. */
  readonly file?: ShownFile;
}

export interface ShownFile {
  readonly name: string;
  readonly bytes: Uint8Array;
  readonly picture: boolean;
}

/** Our fake of the platform: a server on loopback that speaks its protocol, and what the tests may do with it. */
export interface FakePlatform {
  /** Settings with which the module's adapter reaches this fake: every required one, and its API root. */
  readonly settings: Readonly<Record<string, string>>;
  /** The platform's delivery of a message, signed as the settings say, at the clock's time. A new Request each time. */
  readonly deliver: (message: PersonMessage) => Request;
  /** The same delivery made false. Null where the platform signs nothing of that sort (no timestamp: no `stale`). */
  readonly forge: (message: PersonMessage, how: Forgery) => Request | null;
  /** A delivery before it is sealed and signed, and anything at all in its place, sealed and signed as the platform would. */
  readonly signed: {
    readonly write: (message: PersonMessage) => string;
    readonly post: (inside: string) => Request;
  };
  /** Id the adapter gives this conversation. */
  readonly conversation: (chat: Chat) => string;
  /** Messages that reached people, in order, over all chats; one the platform recognised as a repeat is not in it twice. */
  readonly shown: () => readonly ShownMessage[];
  /** The message that rode on the answer to a delivery, where the platform lets it. */
  readonly readCarried?: (answer: string) => string | null;
  /** Returns false where the platform knows no such fault. */
  readonly failNext: (fault: Fault) => boolean;
  /** Whether sends are idempotent, so that one repeated after `cut_after_acceptance` shows once. */
  readonly dropsRepeats: boolean;
  readonly stop: () => Promise<void>;
}

/** A platform's adapter and our fake of the platform. */
export interface PlatformHarness {
  readonly module: PlatformModule;
  /** `clock` is the time the fake signs with and the adapter is given. */
  readonly startFake: (clock: () => Date) => Promise<FakePlatform>;
}

/** What a channel may lack by its nature; a rule that needs it does not apply there. */
export type Trait =
  | Forgery
  | Fault['kind']
  /** Deliveries come in an envelope of the platform's, so that other bytes are rubbish. */
  | 'envelope'
  /** The signature covers the body. */
  | 'signed_body'
  /** A message has an id of its sender's and may be delivered again. */
  | 'redelivery'
  /** A delivery is acknowledged before it is handled. */
  | 'early_ack'
  /** The channel tells the desk of the desk's own messages. */
  | 'own_messages'
  /** People can send what a text desk does not read. */
  | 'unsupported'
  | 'files'
  /** The desk can send files, and pictures. */
  | 'sends_files'
  | 'sends_pictures'
  /** What the desk sends is handed over and not fetched by the person later. */
  | 'hands_over'
  | 'settings';

/** What came back for a delivery. A terminal answers nothing: it has accepted. */
export interface Answered {
  readonly accepted: boolean;
  readonly status: number;
  readonly text: string;
}

/** One channel whole: its other side, its adapter, the desk and storage on disk. */
export interface OpenChannel {
  readonly capabilities: Capabilities;
  readonly store: Store;
  /** Id of the conversation a chat is. */
  readonly conversation: (chat: Chat) => ConversationId;
  /** The person does this; what follows from it has not happened yet, unless the channel answers with the reply itself. */
  readonly deliver: (message: PersonMessage) => Promise<Answered>;
  readonly deliverForged: (message: PersonMessage, how: Forgery) => Promise<Answered>;
  /** A genuine delivery with another body. */
  readonly deliverBody: (
    message: PersonMessage,
    change: (body: string) => Uint8Array<ArrayBuffer> | string,
  ) => Promise<Answered>;
  /** What the desk was given, each attempt. */
  readonly heard: () => readonly Inbound[];
  readonly settle: () => Promise<void>;
  readonly forward: (milliseconds: number) => void;
  /** The person does this, and everything that follows from it at once happens. */
  readonly say: (message: PersonMessage) => Promise<Answered>;
  /** The desk owes these to a conversation, as when a person of the office writes. */
  readonly owe: (chat: Chat, ...messages: OutMessage[]) => Promise<void>;
  /** Keeps bytes where the desk finds them under this reference; nothing stands for a file that is no more. */
  readonly keepFile: (reference: string, bytes: Uint8Array | null) => void;
  /** References asked for, in order. */
  readonly fetched: () => readonly string[];
  /** What the desk has said in a conversation, whichever way it goes out. */
  readonly replies: (chat: Chat) => Promise<readonly string[]>;
  readonly shownTo: (chat: Chat) => readonly ShownMessage[];
  readonly undelivered: () => Promise<readonly string[]>;
  /** Every turn fails until mended. */
  readonly breakTurns: (broken: boolean) => void;
  readonly failNext: (fault: Fault) => boolean;
  readonly dropsRepeats: boolean;
  readonly fetchFile: (reference: string, most: number) => Promise<Uint8Array | 'too_large' | 'gone' | undefined>;
  /** Takes nothing more and finishes what is in hand. */
  readonly stop: () => Promise<void>;
  /** Opens the channel again over the same storage, after `stop`. */
  readonly restart: () => Promise<void>;
  readonly close: () => Promise<void>;
}

export interface OpenOptions {
  readonly changeDesk?: (desk: Desk) => Desk;
  /** The conversation's turn and release; the contract's own when absent. */
  readonly real?: Pick<DeskOptions, 'turn' | 'release' | 'pageUrl'>;
}

/** What `describeChannel` needs of one channel. */
export interface ChannelUnderTest {
  readonly name: string;
  /** What it lacks, and why; its readme says the same. Every rule that needs none of it is run. */
  readonly lacks: Readonly<Partial<Record<Trait, string>>>;
  /** Settings without which it does not start. */
  readonly required: readonly string[];
  readonly openWithout: (setting: string) => Promise<unknown>;
  readonly open: (options?: OpenOptions) => Promise<OpenChannel>;
}
