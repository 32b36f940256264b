import { type Executor, noteChange, takeNextNumber } from '../../store/index.ts';
import { nameVisit } from './visit-store.ts';

/** What staff tell each other about a conversation. */
export interface Note {
  readonly id: number;
  readonly writtenBy: number;
  readonly text: string;
  readonly at: string;
}

const placeOf = (id: number) => ({ table: 'notes', column: 'text', key: [id] });

export async function insertNote(
  executor: Executor,
  visit: number,
  note: { readonly writtenBy: number; readonly text: string },
  now: Date,
): Promise<Note> {
  const id = await takeNextNumber(executor, 'notes');
  const at = now.toISOString();
  const text = executor.sealer.seal(placeOf(id), note.text);
  await executor.db.insertInto('notes').values({ id, visit, written_by: note.writtenBy, text, at }).execute();
  await noteChange(executor, nameVisit(visit), now);
  return { id, at, ...note };
}

/** Notes of a visit, oldest first. */
export async function readNotes({ db, sealer }: Executor, visit: number): Promise<readonly Note[]> {
  const rows = await db.selectFrom('notes').selectAll().where('visit', '=', visit).orderBy('id').execute();
  return rows.map((row) => ({
    id: row.id,
    writtenBy: row.written_by,
    text: sealer.open(placeOf(row.id), row.text),
    at: row.at,
  }));
}
