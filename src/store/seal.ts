import { createHmac, createSecretKey, type KeyObject, randomBytes, timingSafeEqual } from 'node:crypto';
import { DeskError } from '../errors.ts';
import { CIPHERS, type Cipher, type CipherName, deriveKey, findCipher } from './cipher.ts';
import { createRing, ID_LENGTH, type KeyRing, type MasterKey } from './key-ring.ts';

/** Values of the first version hold no key of their own: they are sealed under the master key itself. */
const FIRST = 1;
const VERSION = 2;
/** Version, cipher, id of the master key, length of the wrapped data key. */
const HEAD = 2 + ID_LENGTH + 1;
const DATA_KEY = 32;
/** Data keys remembered, each of one case or conversation. */
const KEPT = 500;

/** Where a sealed value stands. Part of what is authenticated, so that a value moved elsewhere does not open. */
export interface Place {
  readonly table: string;
  readonly column: string;
  readonly key: readonly (string | number)[];
}

/** Seals values at rest and derives keyed hashes. */
export interface Sealer {
  /** Under the data key of the case or conversation the place belongs to, which travels with the value, wrapped. */
  readonly seal: (place: Place, text: string) => Uint8Array;
  /** @throws DeskError SEALED_BROKEN when the bytes are not what was sealed at this place */
  readonly open: (place: Place, bytes: Uint8Array) => string;
  /** HMAC-SHA-256 in hex under a key of its own per `purpose`. The same after a rotation. */
  readonly hash: (purpose: string, text: string) => string;
  /** Whether the value is sealed as it would be today: by the current master key and in the current format. */
  readonly isCurrent: (bytes: Uint8Array) => boolean;
}

/** Gives the hashing key of a purpose. */
export type HashKeys = (purpose: string) => KeyObject;

export interface SealerOptions {
  /** Default: AES-256-GCM. */
  readonly cipher?: CipherName | undefined;
  /** Default: derived from the current master key, which a rotation changes. */
  readonly hashKeys?: HashKeys | undefined;
}

function bindPlace(place: Place): Buffer {
  return Buffer.from(JSON.stringify([place.table, place.column, ...place.key]), 'utf8');
}

/** Tables whose rows belong to a conversation: channel and id lead their keys. */
const OF_CONVERSATIONS = new Set(['conversations', 'inbox', 'lines', 'line_versions']);
/** Tables whose rows belong to a request: its number leads their keys. */
const OF_REQUESTS = new Set(['requests', 'request_events', 'documents']);

/** Tables whose rows belong to a file: its id leads their keys. */
const OF_FILES = new Set(['attachments', 'attachment_parts']);

/** The case, conversation or file a place belongs to: its values share a data key, and no others do. */
function scopeOf({ table, key }: Place): string {
  if (OF_CONVERSATIONS.has(table)) return JSON.stringify(['conversation', ...key.slice(0, 2)]);
  if (OF_REQUESTS.has(table)) return JSON.stringify(['request', key[0]]);
  if (OF_FILES.has(table)) return JSON.stringify(['file', key[0]]);
  return JSON.stringify([table, ...key]);
}

/** Remembers what was made under a name, the `KEPT` used last. */
function createMemory<T>(): (name: string, make: () => T) => T {
  const kept = new Map<string, T>();
  return (name, make) => {
    const known = kept.get(name) ?? make();
    kept.delete(name);
    kept.set(name, known);
    const oldest = kept.keys().next().value;
    if (kept.size > KEPT && oldest !== undefined) kept.delete(oldest);
    return known;
  };
}

interface DataKey {
  readonly key: KeyObject;
  readonly wrapped: Uint8Array;
}

/** In memory of its own: a small buffer is a part of Node's pool of 8 KB, all of which would stay for its sake. */
function copyApart(bytes: Uint8Array): Uint8Array {
  return new Uint8Array(bytes);
}

const wrapKeys = new WeakMap<MasterKey, KeyObject>();

function wrapKey(master: MasterKey): KeyObject {
  const key = wrapKeys.get(master) ?? deriveKey(master.key, 'wrap/2');
  wrapKeys.set(master, key);
  return key;
}

/** Which master key sealed it; undefined for the first version, which does not say. */
function readKeyId(bytes: Uint8Array): string | undefined {
  return bytes[0] === VERSION ? Buffer.from(bytes.subarray(2, 2 + ID_LENGTH)).toString('hex') : undefined;
}

/** A value of the first version: AES-256-GCM under a key derived from the master key, any of the ring. */
function openFirst(ring: KeyRing, place: Place, bytes: Uint8Array): Buffer {
  let failure: unknown = new Error('no key');
  for (const master of ring.all()) {
    try {
      return CIPHERS['aes-256-gcm'].decrypt(deriveKey(master.key, 'seal/1'), bindPlace(place), bytes.subarray(1));
    } catch (error) {
      failure = error;
    }
  }
  throw failure;
}

/** The data keys of cases, conversations and files: each unwrapped once, and sealed with again while it is known. */
interface DataKeys {
  /** The data key wrapped in these bytes, bound to this scope, under this master key. */
  readonly unwrap: (cipher: Cipher, master: MasterKey, scope: string, wrapped: Uint8Array) => KeyObject;
  /** The data key last met with under this master key and cipher, or a new one. */
  readonly keyOf: (cipher: Cipher, master: MasterKey, scope: string) => DataKey;
}

function createDataKeys(): DataKeys {
  const unwrapped = createMemory<KeyObject>();
  const latest = createMemory<DataKey>();
  const nameLatest = (cipher: Cipher, master: MasterKey, scope: string) => `${cipher.id} ${master.id} ${scope}`;
  const nameWrapped = (name: string, wrapped: Uint8Array) => `${Buffer.from(wrapped).toString('latin1')} ${name}`;

  function makeKey(cipher: Cipher, master: MasterKey, scope: string): DataKey {
    const bytes = randomBytes(DATA_KEY);
    const wrapped = copyApart(cipher.encrypt(wrapKey(master), Buffer.from(scope), bytes));
    const key = createSecretKey(bytes);
    unwrapped(nameWrapped(nameLatest(cipher, master, scope), wrapped), () => key);
    return { key, wrapped };
  }

  return {
    unwrap(cipher, master, scope, wrapped) {
      const name = nameLatest(cipher, master, scope);
      const unwrap = () => createSecretKey(cipher.decrypt(wrapKey(master), Buffer.from(scope), wrapped));
      const key = unwrapped(nameWrapped(name, wrapped), unwrap);
      latest(name, () => ({ key, wrapped: copyApart(wrapped) }));
      return key;
    },
    keyOf: (cipher, master, scope) => latest(nameLatest(cipher, master, scope), () => makeKey(cipher, master, scope)),
  };
}

function openValue(ring: KeyRing, keys: DataKeys, place: Place, bytes: Uint8Array): Buffer {
  if (bytes[0] === FIRST) return openFirst(ring, place, bytes);
  if (bytes[0] !== VERSION || bytes.length < HEAD) throw new Error('unknown format');
  const cipher = findCipher(bytes[1]);
  const master = ring.find(readKeyId(bytes) ?? '');
  if (!master) throw new Error('sealed by a key that is not here');
  const end = HEAD + (bytes[HEAD - 1] ?? 0);
  const key = keys.unwrap(cipher, master, scopeOf(place), bytes.subarray(HEAD, end));
  return cipher.decrypt(key, bindPlace(place), bytes.subarray(end));
}

/**
 * A sealer over a ring of master keys. A sealed value: version, cipher, id of the master key, the data key wrapped by
 * it and bound to its case, the text under the data key and bound to table, column and row.
 */
export function createSealer(keys: KeyRing | Uint8Array, options: SealerOptions = {}): Sealer {
  const ring = keys instanceof Uint8Array ? createRing(keys) : keys;
  const cipher = CIPHERS[options.cipher ?? 'aes-256-gcm'];
  const hashKeys = options.hashKeys ?? ((purpose) => deriveKey(ring.current().key, `hash/${purpose}`));
  const hashing = new Map<string, KeyObject>();
  const dataKeys = createDataKeys();
  return {
    seal(place, text) {
      const master = ring.current();
      const { key, wrapped } = dataKeys.keyOf(cipher, master, scopeOf(place));
      const head = Buffer.concat([
        Buffer.of(VERSION, cipher.id),
        Buffer.from(master.id, 'hex'),
        Buffer.of(wrapped.length),
      ]);
      return Buffer.concat([head, wrapped, cipher.encrypt(key, bindPlace(place), Buffer.from(text, 'utf8'))]);
    },
    open(place, bytes) {
      try {
        return openValue(ring, dataKeys, place, bytes).toString('utf8');
      } catch (cause) {
        throw new DeskError('SEALED_BROKEN', `${place.table}.${place.column} does not open: damaged or moved`, {
          cause,
        });
      }
    },
    hash(purpose, text) {
      const key = hashing.get(purpose) ?? hashKeys(purpose);
      hashing.set(purpose, key);
      return createHmac('sha256', key).update(text, 'utf8').digest('hex');
    },
    isCurrent: (bytes) => bytes[1] === cipher.id && readKeyId(bytes) === ring.current().id,
  };
}

/** Compares two hashes of equal length without telling by its duration where they differ. */
export function equalHashes(left: string, right: string): boolean {
  const [a, b] = [Buffer.from(left, 'hex'), Buffer.from(right, 'hex')];
  return a.length === b.length && timingSafeEqual(a, b);
}
