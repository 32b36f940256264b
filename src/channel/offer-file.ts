import { type Locale, type Messages, say } from '../messages.ts';
import type { OutFile, OutMessage } from './message.ts';

export interface OfferOptions {
  readonly kind?: 'file' | 'picture';
  /** Said before the file. */
  readonly text: string;
  readonly file: OutFile;
  /** A page where the person can fetch it themselves; null where there is none. */
  readonly url: string | null;
  readonly messages: Messages;
  readonly locale: Locale;
}

/** A message with a file, and the words that stand for it where a channel cannot carry it. */
export function offerFile({ kind = 'file', text, file, url, messages, locale }: OfferOptions): OutMessage {
  const { name } = file;
  const instead =
    url === null
      ? say(messages, locale, 'delivery.file_at_office', { name })
      : say(messages, locale, 'delivery.file_elsewhere', { name, url });
  return { kind, text, file, instead };
}
