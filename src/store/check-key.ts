import type { Kysely } from 'kysely';
import { DeskError } from '../errors.ts';
import type { Place, Sealer } from './seal.ts';
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
      hint: 'Use the key file or DESK_KEY this database was made with.',
      cause,
    });
  }
}
