import { Composer, CST, isMap, isScalar, Parser, parse, type Scalar } from 'yaml';

/** Columns before the lines of a block. */
const INDENT = 2;

interface Opened {
  readonly tokens: readonly CST.Token[];
  readonly value: Scalar | undefined;
  readonly note: string;
}

/** A catalogue with the place of one text in it. Its tokens write it back byte for byte. */
function open(file: string, key: string): Opened {
  const tokens = [...new Parser().parse(file)];
  const [document] = [...new Composer({ keepSourceTokens: true, schema: 'core' }).compose(tokens)];
  const contents = document?.contents;
  const items = isMap(contents) ? contents.items : [];
  const pair = items.find((item) => isScalar(item.key) && item.key.value === key);
  // A comment before the first text is the whole file's.
  const comment = pair && pair !== items[0] && isScalar(pair.key) ? pair.key.commentBefore : '';
  return {
    tokens,
    value: pair && isScalar(pair.value) ? pair.value : undefined,
    note: (comment ?? '').trim(),
  };
}

/** One text of a catalogue, and the comment that stands above it. Undefined where there is none of that key. */
export function readMessage(file: string, key: string): { readonly words: string; readonly note: string } | undefined {
  const { value, note } = open(file, key);
  return value && { words: String(value.value).trimEnd(), note };
}

/** Whether a text may stand without quotes: no number, no word of YAML's own. */
const isPlain = (words: string) => typeof parse(words, { schema: 'core', logLevel: 'silent' }) === 'string';

/** How a text is written: several lines as a block, one as it was written before where that still says the same. */
function chooseStyle(words: string, before: string | null | undefined): Scalar.Type | undefined {
  if (words.includes('\n')) return 'BLOCK_LITERAL';
  const kept = before === 'QUOTE_DOUBLE' || before === 'QUOTE_SINGLE';
  if (kept) return before;
  try {
    return isPlain(words) ? 'PLAIN' : 'QUOTE_DOUBLE';
  } catch {
    return 'QUOTE_DOUBLE';
  }
}

/** The catalogue with one text changed; everything around it, comments too, stays byte for byte. */
export function putMessage(file: string, key: string, words: string): string | undefined {
  const { tokens, value } = open(file, key);
  const token = value?.srcToken;
  if (!token || !CST.isScalar(token)) return undefined;
  if (String(value?.value).trimEnd() === words) return file;
  const type = chooseStyle(words, value?.type);
  token.indent = INDENT;
  CST.setScalarValue(token, type === 'BLOCK_LITERAL' ? `${words}\n` : words, type ? { type } : {});
  return tokens.map((each) => CST.stringify(each)).join('');
}
