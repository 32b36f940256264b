import type { TextLimit } from './capabilities.ts';

const encoder = new TextEncoder();
const graphemes = new Intl.Segmenter('zh', { granularity: 'grapheme' });

/** Length as a platform counts it: characters as UTF-16 units (what their SDKs count) or UTF-8 bytes. */
export function measureText(text: string, unit: TextLimit['unit']): number {
  return unit === 'bytes' ? encoder.encode(text).length : text.length;
}

export function fits(text: string, limit: TextLimit): boolean {
  return measureText(text, limit.unit) <= limit.most;
}

/** Where a text may be cut, best first: between paragraphs, lines, sentences, clauses, and last between characters. */
const SEAMS = [/(?<=\n\n)/u, /(?<=\n)/u, /(?<=[。！？!?]["”』」）)]?)(?!["”』」）)])/u, /(?<=[；;，,、：:] ?)/u];

function cutCharacters(text: string, limit: TextLimit): string[] {
  const parts: string[] = [];
  let part = '';
  for (const { segment } of graphemes.segment(text)) {
    // A cluster longer than the limit by itself (a flood of marks) is cut at code points: nothing may be lost.
    const pieces = fits(segment, limit) ? [segment] : [...segment];
    for (const piece of pieces) {
      if (part !== '' && !fits(part + piece, limit)) {
        parts.push(part);
        part = '';
      }
      part += piece;
    }
  }
  if (part !== '') parts.push(part);
  return parts;
}

function cut(text: string, limit: TextLimit, seam: number): string[] {
  if (fits(text, limit)) return [text];
  const pattern = SEAMS[seam];
  if (!pattern) return cutCharacters(text, limit);
  const parts: string[] = [];
  for (const piece of text.split(pattern)) {
    const last = parts.at(-1);
    if (last !== undefined && fits(last + piece, limit)) parts[parts.length - 1] = last + piece;
    else parts.push(...cut(piece, limit, seam + 1));
  }
  return parts;
}

/**
 * Splits text at the widest seam that works, never truncating: the parts joined are the text.
 * @param limit must hold at least one code point (4 bytes)
 */
export function splitText(text: string, limit: TextLimit): string[] {
  return text === '' ? [] : cut(text, limit, 0);
}
