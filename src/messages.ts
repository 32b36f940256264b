import { readdirSync, readFileSync } from 'node:fs';
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

function loadLocale(directory: string): Record<string, string> {
  const texts: Record<string, string> = {};
  for (const file of readdirSync(directory)
    .filter((name) => name.endsWith('.yaml'))
    .sort()) {
    const room = file.slice(0, -'.yaml'.length);
    for (const [key, text] of Object.entries(readTexts(join(directory, file)))) {
      texts[`${room}.${key}`] = text.trimEnd();
    }
  }
  return texts;
}

/** Reads `messages/<locale>/<room>.yaml`; the key of `greeting` in `help.yaml` is `help.greeting`. */
export function loadMessages(directory: string): Messages {
  return { 'zh-CN': loadLocale(join(directory, 'zh-CN')), en: loadLocale(join(directory, 'en')) };
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
