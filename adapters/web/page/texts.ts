import { texts as en } from '../../../messages/en/web.yaml';
import { texts as zhCN } from '../../../messages/zh-CN/web.yaml';

export type PageLocale = 'zh-CN' | 'en';
export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** The page's texts in one language. A missing key shows as itself, which the tests look for. */
export function sayIn(locale: PageLocale): Say {
  const texts = locale === 'en' ? en : zhCN;
  return (key, values = {}) =>
    (texts[key] ?? key).replace(/\{(\w+)\}/gu, (whole, name: string) => String(values[name] ?? whole));
}

/** The language a text is written in, so that a screen reader pronounces it; Chinese where in doubt. */
export function languageOf(text: string): PageLocale {
  return /[\u3400-\u9fff]/u.test(text) || !/[a-z]/iu.test(text) ? 'zh-CN' : 'en';
}

/** Label of a form field; a field this page does not know yet is called "your answer". */
export function fieldLabel(say: Say, field: string): string {
  const key = `field_${field}`;
  const label = say(key);
  return label === key ? say('your_answer') : label;
}
