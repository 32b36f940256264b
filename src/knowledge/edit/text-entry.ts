import { z } from 'zod';
import { LOCALES, type Messages } from '../../messages.ts';
import { type KnowledgeTree, putFile } from '../releases/tree.ts';
import { putMessage, readMessage } from './message-text.ts';
import { readData } from './read-data.ts';
import { inLocale, isText, nameText } from './spoken-texts.ts';
import { writeYaml } from './write-yaml.ts';

/** Longest text: what the narrowest channel still takes in a few messages. */
const LONGEST = 2000;

const words = z.string().trim().min(1).max(LONGEST);
/** A text as it is edited: the same in every language. */
export const textEntrySchema = z.strictObject({ 'zh-CN': words, en: words });

const readFile = (tree: KnowledgeTree, path: string) => Buffer.from(tree.get(path) ?? []).toString('utf8');

/** A text of a tree in every language, as the YAML a draft of it begins with; undefined where there is none. */
export function readTextEntry(tree: KnowledgeTree, path: string, key: string): string | undefined {
  const found = LOCALES.map((locale) => [locale, readMessage(readFile(tree, inLocale(path, locale)), key)] as const);
  if (found.every(([, message]) => message === undefined)) return undefined;
  return writeYaml(Object.fromEntries(found.map(([locale, message]) => [locale, message?.words ?? ''])));
}

/** The tree with a text changed in every language; undefined where it has no such text, or the YAML is none. */
export function putTextEntry(tree: KnowledgeTree, path: string, key: string, yaml: string): KnowledgeTree | undefined {
  const read = textEntrySchema.safeParse(readData(yaml));
  if (!read.success) return undefined;
  return LOCALES.reduce<KnowledgeTree | undefined>((before, locale) => {
    const file = inLocale(path, locale);
    const text = before && putMessage(readFile(before, file), key, read.data[locale]);
    return before && text !== undefined ? putFile(before, file, Buffer.from(text, 'utf8')) : undefined;
  }, tree);
}

/** What was written beside a text for those who change it. */
export function readTextNote(tree: KnowledgeTree, path: string, key: string): string {
  return readMessage(readFile(tree, path), key)?.note ?? '';
}

/** A text as lists name it. */
export interface ListedText {
  readonly key: string;
  readonly name: string;
  readonly words: string;
  /** The same in the other languages. */
  readonly others: readonly string[];
}

/** The texts of a catalogue the running program still speaks. */
export function listTexts(tree: KnowledgeTree, path: string, messages: Messages): ListedText[] {
  const [own, ...others] = LOCALES.map((locale) => readData(readFile(tree, inLocale(path, locale))) ?? {});
  return Object.entries(own ?? {}).flatMap(([key, value]) => {
    const name = nameText(path, key);
    if (!isText(value) || messages['zh-CN'][name] === undefined) return [];
    return [{ key, name, words: value.trimEnd(), others: others.map((each) => each[key]).filter(isText) }];
  });
}
