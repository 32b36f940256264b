import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { z } from 'zod';
import { DeskError } from './errors.ts';

export type Locale = 'zh-CN' | 'en';
export const LOCALES: readonly Locale[] = ['zh-CN', 'en'];

const fileSchema = z.record(z.string(), z.string());

/** `room.key` to text with `{placeholders}`, per locale. */
export type Messages = Readonly<Record<Locale, Readonly<Record<string, string>>>>;

/** @throws DeskError KNOWLEDGE_INVALID naming the file and what is wrong in it */
function readTexts(file: string): Record<string, string> {
  try {
    return fileSchema.parse(load(readFileSync(file, 'utf8'), { schema: CORE_SCHEMA }));
  } catch (error) {
    const why = error instanceof z.ZodError ? z.prettifyError(error) : error instanceof Error ? error.message : '';
    const hint = 'Every file of messages/ holds lines of the form "key: text"; quote texts that contain a colon.';
    throw new DeskError('KNOWLEDGE_INVALID', `${file}: ${why}`, { hint, cause: error });
  }
}

/** The texts of one room in one language, as `room.key`; none where there is no such file. */
function loadRoom(directory: string, locale: Locale, room: string): Record<string, string> {
  const file = join(directory, locale, `${room}.yaml`);
  if (!existsSync(file)) return {};
  return Object.fromEntries(Object.entries(readTexts(file)).map(([key, text]) => [`${room}.${key}`, text.trimEnd()]));
}

function loadLocale(directory: string, locale: Locale): Record<string, string> {
  const rooms = readdirSync(join(directory, locale))
    .filter((name) => name.endsWith('.yaml'))
    .map((name) => name.slice(0, -'.yaml'.length))
    .sort();
  return Object.assign({}, ...rooms.map((room) => loadRoom(directory, locale, room)));
}

/** Reads `messages/<locale>/<room>.yaml`; the key of `greeting` in `help.yaml` is `help.greeting`. */
export function loadMessages(directory: string): Messages {
  return { 'zh-CN': loadLocale(directory, 'zh-CN'), en: loadLocale(directory, 'en') };
}

const PLACEHOLDER = /\{(\w+)\}/gu;

function takeSameValues(one: string, other: string): boolean {
  const names = (text: string) => [...new Set(text.match(PLACEHOLDER))].toSorted().join();
  return names(one) === names(other);
}

/**
 * The texts of a release over those the running code came with: each where the code still has its key and gives it the
 * same values, so that an upgrade can neither lack a text nor leave a placeholder standing.
 */
export function layOver(own: Messages, released: Messages): Messages {
  const locale = (name: Locale) =>
    Object.fromEntries(
      Object.entries(own[name]).map(([key, text]) => {
        const other = released[name][key];
        return [key, other !== undefined && takeSameValues(text, other) ? other : text];
      }),
    );
  return { 'zh-CN': locale('zh-CN'), en: locale('en') };
}

/** One text with its placeholders filled. A key that exists nowhere is a programming error. */
export function say(
  messages: Messages,
  locale: Locale,
  key: string,
  values: Readonly<Record<string, string | number>> = {},
): string {
  const text = messages[locale][key] ?? messages['zh-CN'][key];
  if (text === undefined) throw new DeskError('KNOWLEDGE_INVALID', `no message has the key ${key}`);
  return text.replaceAll(PLACEHOLDER, (whole, name: string) => String(values[name] ?? whole));
}

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** Speaks one language out of `directory`, reading only the rooms it is asked to speak of: a command needs one or two. */
export function createSpeaker(directory: string, locale: Locale): Say {
  const rooms = new Map<string, Messages>();
  const open = (room: string): Messages => {
    const known = rooms.get(room);
    if (known) return known;
    const read = (each: Locale) => loadRoom(directory, each, room);
    const own = read(locale);
    const messages = { 'zh-CN': locale === 'zh-CN' ? own : read('zh-CN'), en: locale === 'en' ? own : {} };
    rooms.set(room, messages);
    return messages;
  };
  return (key, values) => say(open(key.slice(0, key.indexOf('.'))), locale, key, values);
}
