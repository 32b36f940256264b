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

/** How values are sealed: AES-256-GCM, or the national algorithms SM4 in CBC mode with an HMAC over SM3. */
export type CipherName = 'aes-256-gcm' | 'sm4-cbc';

/** A cipher that notices every change. What it gives holds all that is needed to open it but the key. */
export interface Cipher {
  /** The byte by which a sealed value names it. */
  readonly id: number;
  readonly encrypt: (key: KeyObject, bound: Buffer, plain: Uint8Array) => Buffer;
  /** @throws Error when the bytes are not what was encrypted with this key and bound to this */
  readonly decrypt: (key: KeyObject, bound: Buffer, bytes: Uint8Array) => Buffer;
}

const GCM_NONCE = 12;
const GCM_TAG = 16;
const CBC_VECTOR = 16;
const SM3_MAC = 32;

/** A key of its own for `purpose`, derived from another (HKDF with SHA-256). */
export function deriveKey(from: KeyObject | Uint8Array, purpose: string, length = 32): KeyObject {
  return createSecretKey(Buffer.from(hkdfSync('sha256', from, '', `disclosure-desk/${purpose}`, length)));
}

/** Nonces drawn at once: asking the system for each of them costs as much as sealing does. */
const NONCES_DRAWN = 512;
let drawn = Buffer.alloc(0);

/** Random bytes nobody has been given before. */
function drawNonce(): Buffer {
  if (drawn.length === 0) drawn = randomBytes(GCM_NONCE * NONCES_DRAWN);
  const nonce = drawn.subarray(0, GCM_NONCE);
  drawn = drawn.subarray(GCM_NONCE);
  return nonce;
}

/** A random 96-bit nonce, the tag, the ciphertext. The nonce is never injected: one repeated would break the cipher. */
const aesGcm: Cipher = {
  id: 1,
  encrypt(key, bound, plain) {
    const nonce = drawNonce();
    const cipher = createCipheriv('aes-256-gcm', key, nonce, { authTagLength: GCM_TAG });
    cipher.setAAD(bound);
    const body = Buffer.concat([cipher.update(plain), cipher.final()]);
    return Buffer.concat([nonce, cipher.getAuthTag(), body]);
  },
  decrypt(key, bound, bytes) {
    const decipher = createDecipheriv('aes-256-gcm', key, bytes.subarray(0, GCM_NONCE), { authTagLength: GCM_TAG });
    decipher.setAuthTag(bytes.subarray(GCM_NONCE, GCM_NONCE + GCM_TAG));
    decipher.setAAD(bound);
    return Buffer.concat([decipher.update(bytes.subarray(GCM_NONCE + GCM_TAG)), decipher.final()]);
  },
};

function macOf(key: KeyObject, bound: Buffer, sealed: Uint8Array): Buffer {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(bound.length);
  return createHmac('sm3', deriveKey(key, 'sm3-mac')).update(length).update(bound).update(sealed).digest();
}

/** Encrypt, then MAC: the HMAC-SM3 over what is bound, the vector and the ciphertext; the vector; the ciphertext. */
const sm4Cbc: Cipher = {
  id: 2,
  encrypt(key, bound, plain) {
    const vector = randomBytes(CBC_VECTOR);
    const cipher = createCipheriv('sm4-cbc', deriveKey(key, 'sm4', 16), vector);
    const sealed = Buffer.concat([vector, cipher.update(plain), cipher.final()]);
    return Buffer.concat([macOf(key, bound, sealed), sealed]);
  },
  decrypt(key, bound, bytes) {
    const sealed = bytes.subarray(SM3_MAC);
    const mac = bytes.subarray(0, SM3_MAC);
    if (mac.length !== SM3_MAC || !timingSafeEqual(mac, macOf(key, bound, sealed))) throw new Error('changed');
    const decipher = createDecipheriv('sm4-cbc', deriveKey(key, 'sm4', 16), sealed.subarray(0, CBC_VECTOR));
    return Buffer.concat([decipher.update(sealed.subarray(CBC_VECTOR)), decipher.final()]);
  },
};

export const CIPHERS: Readonly<Record<CipherName, Cipher>> = { 'aes-256-gcm': aesGcm, 'sm4-cbc': sm4Cbc };

/** The cipher a sealed value names. @throws Error for an unknown one */
export function findCipher(id: number | undefined): Cipher {
  const found = Object.values(CIPHERS).find((cipher) => cipher.id === id);
  if (!found) throw new Error('unknown cipher');
  return found;
}
