import { z } from 'zod';
import type { Executor } from './executor.ts';
import type { Place } from './seal.ts';

const leftWordsSchema = z.object({ message: z.string().optional(), contact: z.string().optional() });
/** What a citizen left for the staff while waiting. Personal data. */
export type LeftWords = z.infer<typeof leftWordsSchema>;

function placeOf(visit: number): Place {
  return { table: 'queue', column: 'left_words', key: [visit] };
}

/** What was left at a visit; empty when nothing was. */
export async function readLeftWords({ db, sealer }: Executor, visit: number): Promise<LeftWords> {
  const row = await db.selectFrom('queue').select('left_words').where('id', '=', visit).executeTakeFirst();
  if (!row?.left_words) return {};
  return leftWordsSchema.parse(JSON.parse(sealer.open(placeOf(visit), row.left_words)));
}

/** Keeps words beside those left before; of a kind the newest stand. */
export async function keepLeftWords(executor: Executor, visit: number, words: LeftWords): Promise<void> {
  const all = { ...(await readLeftWords(executor, visit)), ...words };
  const sealed = executor.sealer.seal(placeOf(visit), JSON.stringify(all));
  await executor.db.updateTable('queue').set({ left_words: sealed }).where('id', '=', visit).execute();
}
