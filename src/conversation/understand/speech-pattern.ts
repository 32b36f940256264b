/** A gap stands for a few words within one sentence. */
const GAP = '[^。！？!?]{0,8}';
const TOKEN = /…|\[([^\]]*)\](\??)|[^…[\]]+/gu;

function quote(text: string): string {
  return text.replaceAll(/[\\^$.*+?()[\]{}|]/gu, String.raw`\$&`);
}

function writeToken([whole, choices, optional]: RegExpMatchArray): string {
  if (whole === '…') return GAP;
  if (choices === undefined) return quote(whole);
  const words = choices.split(/\s+/u).filter((word) => word !== '');
  return `(?:${words.map(quote).join('|')})${optional ?? ''}`;
}

/**
 * Reads a pattern as editors write it: `…` is a gap of up to eight characters, `[找 换]` one of several words, `[给]?` a
 * word that may be missing; everything else stands for itself. Case counts for nothing.
 * @param anywhere found wherever it stands; otherwise it must be the whole message
 */
export function compilePattern(pattern: string, anywhere: boolean): RegExp {
  const source = [...pattern.toLowerCase().matchAll(TOKEN)].map(writeToken).join('');
  return new RegExp(anywhere ? source : `^${source}$`, 'u');
}
