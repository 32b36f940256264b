import { createSecretKey } from 'node:crypto';
import type { Kysely } from 'kysely';
import { z } from 'zod';
import { DeskError } from '../errors.ts';
import { deriveKey } from './cipher.ts';
import type { KeyRing } from './key-ring.ts';
import type { HashKeys, Place, Sealer } from './seal.ts';
import type { Tables } from './tables.ts';

const PLACE: Place = { table: 'key_check', column: 'proof', key: [1] };
const PROOF = 'this desk';

/**
 * Keeps a proof of the key with the first start and opens it at every later one.
 * @throws DeskError KEY_WRONG when the key is not the one the database was sealed with
 */
export async function checkKey(db: Kysely<Tables>, sealer: Sealer): Promise<void> {
  const proof = sealer.seal(PLACE, PROOF);
  await db
    .insertInto('key_check')
    .values({ id: 1, proof })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('key_check').select('proof').where('id', '=', 1).executeTakeFirstOrThrow();
  try {
    sealer.open(PLACE, row.proof);
  } catch (cause) {
    throw new DeskError('KEY_WRONG', 'the key does not open this database', {
      hint: 'Use the key file or DESK_KEY this database was made with; in a rotation not finished, DESK_KEY_OLD too.',
      cause,
    });
  }
}

const HASHING: Place = { table: 'key_check', column: 'proof', key: [2] };
/** Purposes whose keys were derived from the master key itself before keys could be changed. */
const FIRST_PURPOSES = ['query-code', 'hand-over', 'unanswered'];
const ROOT = 'root';

const hashingSchema = z.record(z.string(), z.string());

function makeHashing(ring: KeyRing): z.infer<typeof hashingSchema> {
  const derive = (purpose: string) => deriveKey(ring.current().key, purpose).export().toString('hex');
  return Object.fromEntries([
    ...FIRST_PURPOSES.map((purpose) => [purpose, derive(`hash/${purpose}`)]),
    [ROOT, derive('hash-root')],
  ]);
}

/**
 * The keys of keyed hashes. They are kept with the data, sealed, so that query codes and the search by phone still
 * match after the master key was changed.
 */
export async function loadHashKeys(db: Kysely<Tables>, sealer: Sealer, ring: KeyRing): Promise<HashKeys> {
  await db
    .insertInto('key_check')
    .values({ id: 2, proof: sealer.seal(HASHING, JSON.stringify(makeHashing(ring))) })
    .onConflict((conflict) => conflict.doNothing())
    .execute();
  const row = await db.selectFrom('key_check').select('proof').where('id', '=', 2).executeTakeFirstOrThrow();
  const kept = hashingSchema.parse(JSON.parse(sealer.open(HASHING, row.proof)));
  return (purpose) => {
    const own = FIRST_PURPOSES.includes(purpose) ? kept[purpose] : undefined;
    const key = Buffer.from(own ?? kept[ROOT] ?? '', 'hex');
    return own === undefined ? deriveKey(key, `hash/${purpose}`) : createSecretKey(key);
  };
}
