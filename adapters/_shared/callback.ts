import type { Reading } from '../../src/channel/adapter.ts';
import { readBody } from './read-body.ts';
import { MOST_XML_BYTES, type XmlReading } from './wechat-xml.ts';

/** Why a delivery is turned away, with the status the platform sees. The answer has no body. */
const REFUSALS = {
  unsigned: 401,
  stale: 401,
  forged: 401,
  plaintext: 401,
  sealed_for_another: 401,
  malformed: 400,
  too_large: 413,
  method: 405,
} as const;
export type CallbackRefusal = keyof typeof REFUSALS;

/** Turns a delivery away without a word. */
export function refuseCallback(why: CallbackRefusal): Reading {
  return { kind: 'refused', why, answer: new Response(null, { status: REFUSALS[why] }) };
}

/** Answers a delivery that holds nothing to handle. Text, and not to be taken for anything else. */
export function answerCallback(text: string): Response {
  return new Response(text, {
    headers: { 'content-type': 'text/plain; charset=utf-8', 'x-content-type-options': 'nosniff' },
  });
}

/** Reads a body of at most 64 KiB with `read`. One that breaks off half-way is malformed. */
export async function readDocument(
  request: Request,
  read: (bytes: Uint8Array) => XmlReading,
): Promise<XmlReading | { readonly kind: 'refused'; readonly why: 'too_large' | 'malformed' }> {
  try {
    const bytes = await readBody(request, MOST_XML_BYTES);
    return bytes === 'too_large' ? { kind: 'refused', why: 'too_large' } : read(bytes);
  } catch {
    // The sender went away half-way.
    return { kind: 'refused', why: 'malformed' };
  }
}
