import { tidyLine } from '../form/read/tidy.ts';

/** Number and query code as far as a message holds them. */
export interface Credentials {
  readonly number?: string;
  readonly secret?: string;
  /** A query code with a slip: characters it cannot have, or not eight of them. */
  readonly slip?: { readonly kind: 'characters' } | { readonly kind: 'length'; readonly count: number };
}

/** SPB-2026-000123, with any or no signs between; O for 0 and I or L for 1 are taken as meant. */
const NUMBER = /([A-Z]{2,8})[^\p{L}\p{N}]{0,3}(2[0O][0-9OIL]{2})[^\p{L}\p{N}]{0,3}([0-9OIL]{1,6})(?![0-9OIL])/u;
/** What a query code is made of: nothing that looks like something else, no vowels. */
const SECRET = /^[2-9BCDFGHJKMNP-TV-Z]{8}$/u;
const SECRET_LENGTH = 8;
const RUNNING_DIGITS = 6;

/** A number with all its digits, so that no other text is taken for one. */
const WHOLE_NUMBER = /(?<![a-z])[a-z]{2,8}[\s\-–—]?2[0o][\doil]{2}[\s\-–—]?[\doil]{6}(?![\doil])/iu;

/** Whether a request number stands in a message, written out. */
export function holdsRequestNumber(text: string): boolean {
  return WHOLE_NUMBER.test(tidyLine(text));
}

function asDigits(text: string): string {
  return text.replaceAll('O', '0').replaceAll(/[IL]/gu, '1');
}

/** Tokens alone and joined with the next: codes are copied in one piece or as four and four. */
function listPieces(text: string): string[] {
  const tokens = text.match(/[A-Z0-9]+/gu) ?? [];
  const pairs = tokens.flatMap((token, at) =>
    token.length === 4 && tokens[at + 1]?.length === 4 ? [token + tokens[at + 1]] : [],
  );
  return [...tokens, ...pairs];
}

function readSecret(rest: string): Pick<Credentials, 'secret' | 'slip'> {
  const pieces = listPieces(rest);
  const secret =
    pieces.find((piece) => SECRET.test(piece)) ?? (/^[A-Z0-9\s-]+$/u.test(rest) ? rest.replaceAll(/[\s-]/gu, '') : '');
  if (SECRET.test(secret)) return { secret };
  const numbered = pieces.filter((piece) => /\d/u.test(piece));
  if (numbered.some((piece) => piece.length === SECRET_LENGTH)) return { slip: { kind: 'characters' } };
  const near = numbered.find((piece) => piece.length >= SECRET_LENGTH - 2 && piece.length <= SECRET_LENGTH + 2);
  return near === undefined ? {} : { slip: { kind: 'length', count: near.length } };
}

/** Finds number and query code in a message, whatever the case, width, spaces and words around them. */
export function readCredentials(text: string): Credentials {
  const line = tidyLine(text.normalize('NFKC')).toUpperCase();
  const match = NUMBER.exec(line);
  if (!match) return readSecret(line);
  const [whole, prefix = '', year = '', running = ''] = match;
  const number = `${prefix}-${asDigits(year)}-${asDigits(running).padStart(RUNNING_DIGITS, '0')}`;
  return { number, ...readSecret(line.replace(whole, ' ').trim()) };
}
