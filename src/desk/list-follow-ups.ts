import type { Day } from '../day.ts';
import { type Executor, type FollowUp, readFollowUps } from '../store/index.ts';

/** A poor rating somebody has to look into. */
export interface ListedFollowUp extends FollowUp {
  readonly overdue: boolean;
}

/** Poor ratings to be looked into, those due first before the others. */
export async function listFollowUps(
  executor: Executor,
  { today, closed = false }: { readonly today: Day; readonly closed?: boolean },
): Promise<readonly ListedFollowUp[]> {
  const all = await readFollowUps(executor, { closed });
  return all.map((each) => ({ ...each, overdue: each.closedAt === null && each.dueOn < today }));
}
