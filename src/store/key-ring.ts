import { createHmac, createSecretKey, type KeyObject } from 'node:crypto';

/** Bytes of a key's id. */
export const ID_LENGTH = 8;

/** A master key, and the id by which sealed values name it; the id tells nothing about the key. */
export interface MasterKey {
  readonly id: string;
  readonly key: KeyObject;
}

/** The master keys in use: what is sealed is sealed under the first, what an earlier one sealed still opens. */
export interface KeyRing {
  readonly current: () => MasterKey;
  /** All of them, the current one first. */
  readonly all: () => readonly MasterKey[];
  /** The key of that id; a key not known is looked for at once where keys can change. */
  readonly find: (id: string) => MasterKey | undefined;
}

function nameKey(bytes: Uint8Array): MasterKey {
  const id = createHmac('sha256', bytes)
    .update('disclosure-desk/key-id')
    .digest('hex')
    .slice(0, ID_LENGTH * 2);
  return { id, key: createSecretKey(Buffer.from(bytes)) };
}

/** A ring of keys that do not change while the process lives. */
export function createRing(...keys: readonly [Uint8Array, ...Uint8Array[]]): KeyRing {
  const [first, ...others] = keys;
  const [current, earlier] = [nameKey(first), others.map(nameKey)];
  const all = [current, ...earlier];
  return { current: () => current, all: () => all, find: (id) => all.find((each) => each.id === id) };
}

/** How often, in milliseconds, a ring looks whether its keys have changed. */
export const LOOK_AGAIN_MS = 1000;

/**
 * A ring that reads its keys again when they may have changed, so that a serving process takes part in a rotation
 * begun by another. `readStamp` changes whenever the keys do.
 */
export function createWatchingRing(
  readKeys: () => readonly [Uint8Array, ...Uint8Array[]],
  readStamp: () => string,
  clock: () => number = () => performance.now(),
): KeyRing {
  let [ring, stamp, lookedAt] = [createRing(...readKeys()), readStamp(), clock()];
  function look(atOnce = false): KeyRing {
    if (!atOnce && clock() - lookedAt < LOOK_AGAIN_MS) return ring;
    lookedAt = clock();
    const now = readStamp();
    if (now !== stamp) [ring, stamp] = [createRing(...readKeys()), now];
    return ring;
  }
  return {
    current: () => look().current(),
    all: () => look().all(),
    find: (id) => look().find(id) ?? look(true).find(id),
  };
}
