import { equalHashes, type Sealer } from './seal.ts';

/** No 0, 1, I, L, O, which look alike; no vowels, so that no words appear. */
const ALPHABET = '23456789BCDFGHJKMNPQRSTVWXYZ';
const LENGTH = 8;

/** Random bytes, as many as asked for. Given from outside so that tests can repeat a run. */
export type RandomBytes = (count: number) => Uint8Array;

/** A query code of eight characters: 28⁸ possibilities, each as likely. */
export function makeSecret(random: RandomBytes): string {
  // Bytes beyond the last whole multiple would make the first characters likelier.
  const fair = 256 - (256 % ALPHABET.length);
  let secret = '';
  while (secret.length < LENGTH) {
    for (const byte of random(LENGTH * 2)) {
      if (byte < fair && secret.length < LENGTH) secret += ALPHABET[byte % ALPHABET.length] ?? '';
    }
  }
  return secret;
}

function canonical(secret: string): string {
  return secret.normalize('NFKC').toUpperCase().replaceAll(/[\s-]/gu, '');
}

/** Keyed hash of a query code, salted with the number it belongs to. */
export function hashSecret(sealer: Sealer, number: string, secret: string): string {
  return sealer.hash('query-code', `${number}\n${canonical(secret)}`);
}

/** Whether this is the request's query code. Takes as long for a wrong one, and for a request that does not exist. */
export function matchSecret(sealer: Sealer, number: string, secret: string, stored: string | undefined): boolean {
  const given = hashSecret(sealer, number, secret);
  return equalHashes(given, stored ?? hashSecret(sealer, number, '')) && stored !== undefined;
}

/** A random id of 32 hexadecimal digits, from which nothing can be told. */
export function makeId(random: RandomBytes): string {
  return Buffer.from(random(16)).toString('hex');
}
