import {
  createCipheriv,
  createDecipheriv,
  createHmac,
  createSecretKey,
  hkdfSync,
  type KeyObject,
  randomBytes,
  timingSafeEqual,
} from 'node:crypto';
import { DeskError } from '../errors.ts';

const VERSION = 1;
const NONCE = 12;
const TAG = 16;
const HEAD = 1 + NONCE + TAG;

/** Where a sealed value stands. Part of what is authenticated, so that a value moved elsewhere does not open. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly key: readonly (string | number)[];
}

/** Seals values at rest and derives keyed hashes, all from one master key. */
export interface Sealer {
  /** AES-256-GCM: a version byte, a random 96-bit nonce, the tag, the ciphertext. */
  readonly seal: (place: Place, text: string) => Uint8Array;
  /** @throws DeskError SEALED_BROKEN when the bytes are not what was sealed at this place */
  readonly open: (place: Place, bytes: Uint8Array) => string;
  /** HMAC-SHA-256 in hex under a key of its own per `purpose`. */
  readonly hash: (purpose: string, text: string) => string;
}

function bindPlace(place: Place): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.column, ...place.key]), 'utf8');
}

function deriveKey(master: Uint8Array, purpose: string): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', master, '', `disclosure-desk/${purpose}`, 32)));
}

/** A sealer over a master key of 32 bytes. The nonce is never injected: one repeated would break the cipher. */
export function createSealer(master: Uint8Array): Sealer {
  const sealing = deriveKey(master, 'seal/1');
  const hashing = new Map<string, KeyObject>();
  return {
    seal(place, text) {
      const nonce = randomBytes(NONCE);
      const cipher = createCipheriv('aes-256-gcm', sealing, nonce, { authTagLength: TAG });
      cipher.setAAD(bindPlace(place));
      const body = Buffer.concat([cipher.update(text, 'utf8'), cipher.final()]);
      return Buffer.concat([Buffer.of(VERSION), nonce, cipher.getAuthTag(), body]);
    },
    open(place, bytes) {
      try {
        if (bytes[0] !== VERSION || bytes.length < HEAD) throw new Error('unknown format');
        const decipher = createDecipheriv('aes-256-gcm', sealing, bytes.subarray(1, 1 + NONCE), { authTagLength: TAG });
        decipher.setAuthTag(bytes.subarray(1 + NONCE, HEAD));
        decipher.setAAD(bindPlace(place));
        return Buffer.concat([decipher.update(bytes.subarray(HEAD)), decipher.final()]).toString('utf8');
      } catch (cause) {
        throw new DeskError('SEALED_BROKEN', `${place.table}.${place.column} does not open: damaged or moved`, {
          cause,
        });
      }
    },
    hash(purpose, text) {
      const key = hashing.get(purpose) ?? deriveKey(master, `hash/${purpose}`);
      hashing.set(purpose, key);
      return createHmac('sha256', key).update(text, 'utf8').digest('hex');
    },
  };
}

/** Compares two hashes of equal length without telling by its duration where they differ. */
export function equalHashes(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
