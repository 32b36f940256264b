import { type Executor, noteChange } from '../../store/index.ts';

/** Who has something open besides oneself. */
export interface Present {
  readonly staff: number;
  readonly typing: boolean;
}

/** A page says every 15 seconds that it is open; one that has not for this long is gone. */
const HERE_MS = 40_000;
const TYPING_MS = 8000;
/** A row this young is not written again only to say the same. */
const FRESH_MS = 10_000;

const before = (now: Date, ms: number) => new Date(now.getTime() - ms).toISOString();
export const namePresence = (subject: string): string => `presence:${subject}`;

/** Says that somebody has a subject open and whether they write in it; `here` false: that they left it. */
export async function tellPresence(
  executor: Executor,
  subject: string,
  told: { readonly staff: number; readonly here: boolean; readonly typing: boolean },
  now: Date,
): Promise<void> {
  const { db } = executor;
  const { staff, here, typing } = told;
  const own = db.selectFrom('presence').selectAll().where('subject', '=', subject).where('staff', '=', staff);
  const row = await own.executeTakeFirst();
  const wasHere = row !== undefined && row.seen_at >= before(now, HERE_MS);
  const wasTyping = wasHere && row.typing_at !== null && row.typing_at >= before(now, TYPING_MS);
  const same = wasHere === here && wasTyping === typing;
  if (same && (!here || (!typing && row !== undefined && row.seen_at >= before(now, FRESH_MS)))) return;
  if (here) {
    const [seen_at, typing_at] = [now.toISOString(), typing ? now.toISOString() : null];
    await db
      .insertInto('presence')
      .values({ subject, staff, seen_at, typing_at })
      .onConflict((conflict) => conflict.columns(['subject', 'staff']).doUpdateSet({ seen_at, typing_at }))
      .execute();
  } else {
    await db.deleteFrom('presence').where('subject', '=', subject).where('staff', '=', staff).execute();
  }
  if (!same) await noteChange(executor, namePresence(subject), now);
}

/** Those who have a subject open now, but for `except`. */
export async function readPresent(
  { db }: Executor,
  subject: string,
  except: number,
  now: Date,
): Promise<readonly Present[]> {
  const rows = await db
    .selectFrom('presence')
    .select(['staff', 'typing_at'])
    .where('subject', '=', subject)
    .where('staff', '!=', except)
    .where('seen_at', '>=', before(now, HERE_MS))
    .orderBy('staff')
    .execute();
  return rows.map(({ staff, typing_at }) => ({
    staff,
    typing: typing_at !== null && typing_at >= before(now, TYPING_MS),
  }));
}
