/** Ids are opaque strings of the channel; branding keeps one kind from standing in for another. */
export type ConversationId = string & { readonly __brand: 'ConversationId' };
export type MessageId = string & { readonly __brand: 'MessageId' };

/** What a person sent, already freed of the platform's own shape. */
export type InboundBody =
  | { readonly kind: 'text'; readonly text: string }
  /** A button that an earlier reply offered; `value` is the choice's value, never shown to people. */
  | { readonly kind: 'choice'; readonly value: string }
  /** A file, described but not yet fetched: an adapter fetches it when the desk wants it. */
  | {
      readonly kind: 'file';
      readonly name: string;
      readonly mediaType: string;
      readonly bytes: number;
      readonly reference: string;
    }
  /** Something this desk cannot read, named in the platform's words: voice, sticker, location. */
  | { readonly kind: 'unsupported'; readonly what: string };

export interface Inbound {
  readonly id: MessageId;
  readonly channel: string;
  readonly conversation: ConversationId;
  readonly body: InboundBody;
}

/** A button. Both its label typed out and its number in the list come back as the same choice. */
export interface Choice {
  readonly value: string;
  readonly label: string;
  /** Steers instead of answering (back, pause, help): a channel with room shows it apart and quieter. Default: no. */
  readonly aside?: true;
}

/** Where a statement comes from, ready to show. `article` is 第三十三条 or a report's section; `url` may be unknown. */
export interface CitedSource {
  readonly title: string;
  readonly article: string | null;
  readonly url: string | null;
}

/** What kind of input the reply waits for, so that a page can offer the right keyboard and autocomplete. */
export interface InputHint {
  readonly field: string;
  readonly type: 'text' | 'multiline' | 'tel' | 'email' | 'id' | 'choice';
  readonly step: number;
  readonly of: number;
}

/**
 * A file the desk hands over. Only this description is stored with the line: the bytes are fetched by `reference` when
 * the line is sent (`FileSource`), so that what is owed stays small and a file made anew is the one that arrives.
 */
export interface OutFile {
  /** Where the desk finds the bytes, e.g. `document/SPB-2026-000001/3`. Never shown to people. */
  readonly reference: string;
  /** Name with its extension; at most 100 characters, and none of them a slash. */
  readonly name: string;
  /** `application/pdf`, `image/png`. */
  readonly mediaType: string;
  /** Size in bytes; null where it is only known once the file is fetched. */
  readonly bytes: number | null;
  /** It says who somebody is: a platform that keeps what is said abroad never gets it, but the words of `instead`. */
  readonly personal: boolean;
}

/** What the desk says. Channels render it; `renderPlain` is the reference rendering. */
export type OutMessage =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly sources?: readonly CitedSource[];
      /** Heads the sources in the reader's language, e.g. Sources. Default: the channel's word. */
      readonly sourcesHead?: string;
      readonly choices?: readonly Choice[];
      readonly ask?: InputHint;
      /**
       * Corrects an earlier line (its number) to these words. A channel that can changes that one; every other shows
       * `text`, which says so.
       */
      readonly corrects?: { readonly seq: number; readonly text: string };
    }
  | {
      /** Labelled rows: a check-your-answers list, a receipt, a contact. */
      readonly kind: 'card';
      readonly title: string;
      readonly rows: readonly { readonly label: string; readonly value: string }[];
      readonly text?: string;
      readonly choices?: readonly Choice[];
      /** A receipt the person may want to print or save. */
      readonly printable?: boolean;
    }
  | {
      /** A file to keep, or a picture to look at. `text` goes before it; of a picture it says what is to be seen. */
      readonly kind: 'file' | 'picture';
      readonly text: string;
      readonly file: OutFile;
      /** Said in its place where the channel cannot carry it: what it is, and how else to get it. See `offerFile`. */
      readonly instead: string;
      readonly choices?: readonly Choice[];
    }
  | {
      /** Said by the desk about itself (a person joined, the office is closed), not an answer. */
      readonly kind: 'notice';
      readonly text: string;
    };
