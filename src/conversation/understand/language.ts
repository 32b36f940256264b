import type { Locale } from '../../messages.ts';

const HAN = /\p{Script=Han}/u;
/** E-mail addresses, links and codes: their letters are no words. */
const ADDRESS = /[@\d_/]|\S\.\S/u;
const ENGLISH_WORDS = new Set(
  (
    'a about agency am an any apply are can could did do does fee file for free from get have help hello hi how i in information is it law long ' +
    'many may me much must my need not of office on or ought please report request send should tell thanks thank the there ' +
    'they this to want was what when where which who whom why will with you your'
  ).split(' '),
);

/**
 * The language a message is written in; undefined when it does not tell (digits, a lone word, pinyin).
 * Pinyin is Latin too, so English is only believed when common English words appear.
 */
export function detectLocale(text: string): Locale | undefined {
  if (HAN.test(text)) return 'zh-CN';
  const written = text.split(/\s+/u).filter((part) => !ADDRESS.test(part));
  const words =
    written
      .join(' ')
      .toLowerCase()
      .match(/[a-z']+/gu) ?? [];
  const known = words.filter((word) => ENGLISH_WORDS.has(word)).length;
  return known >= 2 || (known === 1 && words.length <= 2) ? 'en' : undefined;
}
