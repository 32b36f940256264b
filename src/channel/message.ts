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

/** What the desk says. Channels render it; `renderPlain` is the reference rendering. */
export type OutMessage =
  | {
      readonly kind: 'text';
      readonly text: string;
      readonly sources?: readonly CitedSource[];
      readonly choices?: readonly Choice[];
      readonly ask?: InputHint;
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
      /** Said by the desk about itself (a person joined, the office is closed), not an answer. */
      readonly kind: 'notice';
      readonly text: string;
    };
