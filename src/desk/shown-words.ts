import { shortenDescription } from '../cases/index.ts';
import type { SealedRequest } from '../store/index.ts';
import { maskPersonal } from './mask-personal.ts';

/** What a list shows of the words of a request; nothing of it says who somebody is. */
export interface ShownWords {
  readonly about: string;
  /** Masked. */
  readonly name: string | null;
}

interface Kept extends ShownWords {
  readonly sealed: SealedRequest['sealed'];
}

/** Requests of some twenty pages. */
const MOST = 2000;
const kept = new Map<string, Kept>();

const isSame = (one: Uint8Array, other: Uint8Array) => Buffer.compare(one, other) === 0;

/**
 * What a list shows of a request's words. Every console reads the newest again and again, so what is shown of them is
 * kept, masked, for as long as they are sealed as they were.
 */
export function showWords(request: SealedRequest): ShownWords {
  const { number, sealed } = request;
  const known = kept.get(number);
  if (known && isSame(known.sealed[0], sealed[0]) && isSame(known.sealed[1], sealed[1])) return known;
  const words = request.open();
  const shown = {
    sealed,
    about: shortenDescription(words.description),
    name: maskPersonal({ ...request, ...words }).name ?? null,
  };
  kept.delete(number);
  kept.set(number, shown);
  const [oldest] = kept.size > MOST ? kept.keys() : [];
  if (oldest !== undefined) kept.delete(oldest);
  return shown;
}
