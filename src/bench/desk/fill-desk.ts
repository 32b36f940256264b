import { type Day, dayOf } from '../../day.ts';
import { insertRequest, type Store } from '../../store/index.ts';
import { type FillOptions, fill, usualLife } from '../requests.ts';

const DAY_MS = 86_400_000;
/** Rows in one transaction. */
const BATCH = 1000;
/** Days over which earlier cases are spread. */
const DAYS = 365;

interface Earlier {
  readonly count: number;
  readonly now: Date;
}

/** Cases of the past year that are archived: what a list reads of them, found by name and phone, without their letters. */
async function fillEarlier(store: Store, { count, now }: Earlier): Promise<void> {
  for (let done = 0; done < count; done += BATCH) {
    await store.transaction(async (executor) => {
      for (let index = done; index < Math.min(done + BATCH, count); index += 1) {
        const at = new Date(now.getTime() - DAY_MS - ((count - index) / count) * DAYS * DAY_MS);
        const filedOn: Day = dayOf(at);
        await insertRequest(
          executor,
          { channel: 'bench', conversation: `earlier-${index}` },
          {
            number: `EARLIER-${String(index).padStart(6, '0')}`,
            secretHash: '',
            filedOn,
            at,
            draft: {
              id: `earlier-${index}`,
              applicant: 'person',
              name: `李${index}`,
              phone: `139${String(index).padStart(8, '0')}`,
              description: `测量用的旧申请，第${index}件：请公开本单位这一年的收费标准、依据和执行情况。`,
              provision: 'electronic',
              delivery: 'email',
            },
          },
        );
      }
    });
  }
  await store.db
    .updateTable('requests')
    .set((eb) => ({ state: 'archived', received_on: eb.ref('filed_on'), due_on: eb.ref('filed_on') }))
    .where('number', 'like', 'EARLIER-%')
    .execute();
}

/** How far each of a hundred open cases has come: many have just arrived, few are about to be answered. */
const PROGRESS = [0, 1, 2, 2, 2, 3, 4, 5, 6, 7] as const;

/** Fills the store as a busy year leaves it; returns the numbers of the open cases. Every one of those has its whole log. */
export async function fillDesk(
  store: Store,
  options: FillOptions,
  { cases, open }: { readonly cases: number; readonly open: number },
): Promise<readonly string[]> {
  await fillEarlier(store, { count: Math.max(0, cases - open), now: options.now() });
  const life = usualLife(dayOf(options.now()));
  const share = Math.ceil(open / PROGRESS.length);
  const numbers: string[] = [];
  for (const [place, steps] of PROGRESS.entries()) {
    const count = Math.min(share, open - numbers.length);
    const filled = { from: place * share, count, steps: life.slice(0, steps) };
    numbers.push(...(await fill(store, options, filled)));
  }
  return numbers;
}
