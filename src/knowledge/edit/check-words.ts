import { LOCALES, type Locale, type Messages } from '../../messages.ts';
import { errorAt, type Finding } from '../files/problem.ts';
import { nameText } from './spoken-texts.ts';

/** Longest words of a button: what the channels with room for the fewest show. */
const BUTTON = 40;
const VALUE = /\{(\w+)\}/gu;
/** A brace that encloses no value, and a full-width one, would be sent as they stand. */
const STRAY = /\{(?!\w+\})[^{}]*\}?|(?<!\{\w*)\}|[｛｝]/u;

/** The values the program gives a text, by name, each once. */
export function listValues(text: string): string[] {
  return [...new Set([...text.matchAll(VALUE)].flatMap(([, name]) => name ?? []))];
}

const braced = (names: readonly string[]) => names.map((name) => `{${name}}`).join(' ');

interface Words {
  /** As it is spoken by: `notice.received`. */
  readonly name: string;
  readonly locale: Locale;
  readonly text: string;
}

type Wrong = Pick<Finding, 'code' | 'values'>;

/** A text with other values than the program gives it is not spoken at all; words of a button must fit one. */
function judgeWords({ name, locale, text }: Words, messages: Messages): readonly Wrong[] {
  const own = messages[locale][name];
  // Texts the program no longer speaks are left in peace.
  if (own === undefined) return [];
  const given = listValues(own);
  const used = listValues(text);
  const missing = given.filter((each) => !used.includes(each));
  const unknown = used.filter((each) => !given.includes(each));
  const stray = STRAY.exec(own) ? undefined : STRAY.exec(text)?.[0];
  const long = name.includes('.choice') && [...text].length > BUTTON;
  const values = { values: braced(unknown), given: braced(given) };
  return [
    ...(missing.length > 0 ? [{ code: 'text_lacks', values: { values: braced(missing) } }] : []),
    ...(unknown.length > 0 ? [{ code: given.length > 0 ? 'text_unknown' : 'text_takes_none', values }] : []),
    ...(stray === undefined ? [] : [{ code: 'text_stray', values: { found: stray } }]),
    ...(long ? [{ code: 'text_button', values: { limit: BUTTON, length: [...text].length } }] : []),
  ];
}

type Data = Readonly<Record<string, string>>;

/** What does not hold in one text, in any of its languages. */
export function checkTextEntry(path: string, key: string, data: Data, messages: Messages): readonly Finding[] {
  return LOCALES.flatMap((locale) =>
    judgeWords({ name: nameText(path, key), locale, text: data[locale] ?? '' }, messages).map(({ code, values }) =>
      errorAt(path, [locale], code, values),
    ),
  );
}

/** What does not hold in a whole catalogue of one language. */
export function checkCatalogue(path: string, data: Data, messages: Messages): readonly Finding[] {
  const locale = LOCALES.find((each) => path.startsWith(`messages/${each}/`));
  if (!locale) return [];
  return Object.entries(data).flatMap(([key, text]) =>
    judgeWords({ name: nameText(path, key), locale, text }, messages).map(({ code, values }) =>
      errorAt(path, [key], code, values),
    ),
  );
}
