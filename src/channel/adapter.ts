import type { Capabilities } from './capabilities.ts';
import type { Part } from './fit.ts';
import type { ConversationId, Inbound } from './message.ts';
import type { TokenStore } from './token-store.ts';

/** What a platform's delivery turned out to be. */
export type Reading =
  /** Signed as it should be: messages to handle (none for a delivery that only needs an answer), and what to answer the platform at once. */
  | {
      readonly kind: 'messages';
      readonly messages: readonly Inbound[];
      readonly answer: Response;
      /**
       * Where a reply may ride on the answer (`replyWithin`): writes an answer that carries the first `taken` of the
       * parts owed to this conversation. Called only when there are some in time; the rest are sent apart.
       */
      readonly carry?: (parts: readonly Part[]) => { readonly answer: Response; readonly taken: number };
      /** Answered in place of `answer` when the reply is not there in time and cannot be sent apart: asks the person to write again. */
      readonly answerLate?: Response;
      /** The person asks only for what did not ride on an earlier answer: the message is handled only when nothing is owed. */
      readonly asksForRest?: boolean;
    }
  /** Forged, stale or somebody else's: nothing is dispatched. `answer` is 401 and says nothing more. */
  | { readonly kind: 'refused'; readonly why: string; readonly answer: Response };

/** What became of one part handed to a platform. */
export type Sent =
  | { readonly kind: 'sent'; readonly platformId: string | null }
  /** Not now: try again after so many milliseconds, or by the usual back-off. */
  | { readonly kind: 'later'; readonly afterMs: number | null; readonly why: string }
  /** Not by itself: the platform only lets it ride on the answer to the person's next message (see `carry`). */
  | { readonly kind: 'held'; readonly why: string }
  /** Never: the person blocked the desk, the window closed, the conversation is gone. Staff are shown it. */
  | { readonly kind: 'undeliverable'; readonly why: 'blocked' | 'window_closed' | 'gone' | 'refused' };

/**
 * One part on its way. `key` is a UUID (36 characters) made from the line's id and the part's place: the same for
 * every attempt, so that a platform with idempotent sends drops the second.
 */
export interface Dispatch {
  readonly conversation: ConversationId;
  readonly part: Part;
  readonly key: string;
  /** Bytes of `part.file`, fetched just now and within `capabilities.files`; absent where the part is text. */
  readonly content?: Uint8Array;
}

/**
 * A chat platform. Webhooks are `Request ▸ Response`, so that a test needs no server; a platform that is polled or
 * keeps a socket open calls `deliver` itself between `start` and `stop`.
 */
export interface PlatformAdapter {
  /** Name of the channel, also the first segment of its conversation ids: `telegram`, `wechat`. */
  readonly name: string;
  readonly capabilities: Capabilities;
  /** Reads one delivery from its raw bytes. Verifies first; never throws for bad input. */
  readonly read?: (request: Request) => Promise<Reading>;
  readonly send: (dispatch: Dispatch) => Promise<Sent>;
  /** Changes a message it took, named as `send` named it. Where `capabilities.edit` says so. */
  readonly edit?: (dispatch: Dispatch & { readonly platformId: string }) => Promise<Sent>;
  /** Opens connections (polling, sockets). `deliver` resolves once the message is claimed and stored. */
  readonly start?: (deliver: (messages: readonly Inbound[]) => Promise<void>) => Promise<void>;
  readonly stop: () => Promise<void>;
  /** Fetches a file a person sent, refusing more than `most` bytes. */
  readonly fetchFile?: (reference: string, most: number) => Promise<Uint8Array | 'too_large' | 'gone'>;
}

/** One setting an adapter reads from the environment. */
export interface AdapterSetting {
  readonly name: string;
  readonly meaning: string;
  readonly required: boolean;
  /** Never printed. */
  readonly secret: boolean;
}

/** How a platform is set up: what it needs from the environment and how it is opened. */
export interface PlatformModule {
  readonly name: string;
  /** What the platform can do for an account with everything; one with less says so when it is opened. */
  readonly capabilities: Capabilities;
  readonly settings: readonly AdapterSetting[];
  /** @throws DeskError CONFIG_INVALID when a required setting is missing: a channel without its secret does not start. */
  readonly open: (values: Readonly<Record<string, string>>, services: PlatformServices) => Promise<PlatformAdapter>;
}

export interface PlatformServices {
  /** Where an account's access token is kept, for all processes. Default: within this process. */
  readonly tokens?: (account: string) => TokenStore;
  readonly now: () => Date;
  readonly fetch: typeof fetch;
  readonly log: (event: string, fields?: Readonly<Record<string, string | number>>) => void;
}
