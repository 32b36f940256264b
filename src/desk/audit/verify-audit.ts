import type { Executor } from '../../store/index.ts';
import { BEGINNING, hashRow, readChain, readLastNumber } from './audit-store.ts';

/** Entries read at a time. */
const PIECE = 1000;

/** Whether the chain holds. `head` is the last hash: kept elsewhere, it proves later that nothing before it changed. */
export type Verdict =
  | { readonly holds: true; readonly entries: number; readonly head: string }
  | { readonly holds: false; readonly at: number; readonly why: 'changed' | 'missing' };

/** Reads the whole chain and works every hash out again: a row changed, removed, put in or cut off is found. */
export async function verifyAudit(executor: Executor): Promise<Verdict> {
  const last = await readLastNumber(executor);
  let [head, seq] = [BEGINNING, 0];
  for (let piece = await readChain(executor, 0, PIECE); piece.length; piece = await readChain(executor, seq, PIECE)) {
    for (const row of piece) {
      if (row.seq !== seq + 1) return { holds: false, at: seq + 1, why: 'missing' };
      if (hashRow(executor, head, row) !== row.hash) return { holds: false, at: row.seq, why: 'changed' };
      [head, seq] = [row.hash, row.seq];
    }
  }
  // Entries written while we read are none of this check's business; entries counted and not there are.
  return seq < last ? { holds: false, at: seq + 1, why: 'missing' } : { holds: true, entries: seq, head };
}
