import { readBody } from './read-body.ts';

/** No platform's delivery comes near this; what is larger is not read. */
export const MOST_JSON_BYTES = 256 * 1024;

// A byte order mark is kept: it was signed with the rest, and no JSON begins with one.
const utf8 = new TextDecoder('utf-8', { fatal: true, ignoreBOM: true });

export type BodyReading =
  | { readonly kind: 'read'; readonly text: string }
  | { readonly kind: 'refused'; readonly why: 'too_large' | 'malformed' };

/** A body as text, exactly as signed: at most 256 KiB and nothing but UTF-8. Never throws. */
export async function readTextBody(request: Request): Promise<BodyReading> {
  try {
    const bytes = await readBody(request, MOST_JSON_BYTES);
    return bytes === 'too_large' ? { kind: 'refused', why: 'too_large' } : { kind: 'read', text: utf8.decode(bytes) };
  } catch {
    // Not UTF-8, or the sender went away half-way.
    return { kind: 'refused', why: 'malformed' };
  }
}

/** Any JSON value; undefined for what is none. Its shape is for a schema to say. */
export function parseJson(text: string): unknown {
  try {
    return JSON.parse(text);
  } catch {
    return undefined;
  }
}
