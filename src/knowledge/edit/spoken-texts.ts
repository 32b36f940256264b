import { LOCALES, type Locale } from '../../messages.ts';

/** Key under which a file's entries are texts: a draft of one holds the same text in every language. */
export const TEXTS = 'texts';

/**
 * The rooms of `messages/` that are spoken out of the release, so that a change counts once it is published. Every other
 * text comes with the program and changes with it.
 */
const SPOKEN = [
  'approval',
  'attachment',
  'conversation',
  'deadline',
  'delivery',
  'document',
  'figure',
  'file',
  'hand-over',
  'lists',
  'my-data',
  'notice',
  'open',
  'person',
  'published',
  'rating',
  'refer',
  'remedy',
  'track',
] as const;

/** Where the texts that are edited stand, by the language the draft is named after. */
export const SPOKEN_FILES = new RegExp(`^messages/zh-CN/(?:${SPOKEN.join('|')})\\.yaml$`, 'u');

const isCode = (words: string) => LOCALES.some((locale) => locale === words.trim());

/** A language's own code, by which dates are written, is no text. */
export const isText = (words: unknown): words is string => typeof words === 'string' && !isCode(words);

/** The file of the same texts in a language. */
export const inLocale = (path: string, locale: Locale) => path.replace(/^messages\/[\w-]+\//u, `messages/${locale}/`);

/** A text by the name it is spoken by: `notice.received`. */
export function nameText(path: string, key: string): string {
  return `${path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length)}.${key}`;
}
