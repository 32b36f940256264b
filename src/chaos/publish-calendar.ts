import { LEAD_MS, publishRelease } from '../desk/releases/index.ts';
import { hashTree, packTree, putFile, readTree, type TreeLocation } from '../knowledge/index.ts';
import type { YearCalendar } from '../knowledge/schema/calendar.ts';
import { insertRelease, type Store } from '../store/index.ts';

/** Days after which the longest of them ends. */
const VARIANTS = [12, 14, 19] as const;

/** A holiday notice nobody ever wrote, each of a few in turn: some of January is off, so that dates of open cases move. */
export function inventCalendar(year: number, turn: number): YearCalendar {
  const last = VARIANTS[turn % VARIANTS.length];
  return {
    year,
    title: `国务院办公厅关于${year}年部分节假日安排的通知`,
    off: [
      { name: '元旦', from: `${year}-01-01`, to: `${year}-01-03` },
      { name: '假日', from: `${year}-01-11`, to: `${year}-01-${last}` },
      // A notice that lacks one of these is not published.
      { name: '春节', from: `${year}-02-15`, to: `${year}-02-21` },
      { name: '国庆节', from: `${year}-10-01`, to: `${year}-10-07` },
    ],
    worked: [],
  };
}

/** Publishes the folder's release with this notice in it, as an editor does, while the desk serves. */
export async function publishCalendar(
  store: Store,
  location: TreeLocation,
  calendar: YearCalendar,
  now: Date,
): Promise<void> {
  const path = `knowledge/national/calendar/${calendar.year}.yaml`;
  const tree = putFile(readTree(location), path, Buffer.from(JSON.stringify(calendar)));
  const hash = hashTree(tree);
  await store.transaction(async (executor) => {
    await insertRelease(executor, {
      hash,
      content: packTree(tree),
      madeAt: now.toISOString(),
      madeBy: 'chaos',
      note: null,
    });
    await publishRelease(executor, { release: hash, from: new Date(now.getTime() + LEAD_MS), by: 'chaos', now });
  });
}
