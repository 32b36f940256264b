import { createContext, useContext } from 'react';
import { texts as en } from '../../../messages/en/console.yaml';
import { texts as zhCN } from '../../../messages/zh-CN/console.yaml';

export type ConsoleLocale = 'zh-CN' | 'en';
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The console's texts in one language. A missing key shows as itself, which the tests look for. */
export function sayIn(locale: ConsoleLocale): Say {
  const texts = locale === 'en' ? en : zhCN;
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** A word of a closed list, as `state_received`; one this console does not know yet shows as it is. */
export function nameOf(say: Say, list: string, word: string): string {
  const key = `${list}_${word}`;
  const text = say(key);
  return text === key ? word : text;
}

export const TextsContext = createContext<Say>(sayIn('zh-CN'));
export const useSay = (): Say => useContext(TextsContext);
