import type { Acted } from '../../cases/index.ts';
import { type Locale, type Messages, say } from '../../messages.ts';
import { sayRefusal } from '../../requests/index.ts';

/** Why an event may not happen, in both languages. */
export function sayRefused(
  messages: Messages,
  { regime, refusal }: Pick<Extract<Acted, { done: false }>, 'regime' | 'refusal'>,
): Readonly<Record<Locale, string>> {
  const write = (locale: Locale) =>
    sayRefusal(regime, refusal, (key, values) => say(messages, locale, key, values), locale);
  return { 'zh-CN': write('zh-CN'), en: write('en') };
}
