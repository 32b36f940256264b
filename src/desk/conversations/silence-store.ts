import type { Executor } from '../../store/index.ts';
import type { Visit } from './visit-store.ts';

/** How a conversation that somebody looks after stands. Instants are ISO 8601. */
export interface Silence {
  /** Since when the citizen waits for staff to say something; null while staff spoke last. */
  readonly waitingSince: string | null;
  /** When anybody last said something, or when it was claimed. */
  readonly lastAt: string;
}

/** Reads who spoke last in a claimed conversation. Whoever claims it owes a word from then on. */
export async function readSilence({ db }: Executor, visit: Visit): Promise<Silence> {
  const claimedAt = visit.claimedAt ?? visit.joinedAt;
  const lines = db
    .selectFrom('lines')
    .select(['seq', 'at'])
    .where('channel', '=', visit.channel)
    .where('conversation', '=', visit.conversation);
  const spoken = await lines
    .where('speaker', '=', 'staff')
    .where('at', '>=', claimedAt)
    .orderBy('seq', 'desc')
    .limit(1)
    .executeTakeFirst();
  const asked = lines.where('speaker', '=', 'citizen').where('seq', '>', spoken?.seq ?? 0);
  const first = spoken && (await asked.orderBy('seq').limit(1).executeTakeFirst());
  const last = await asked.orderBy('seq', 'desc').limit(1).executeTakeFirst();
  const times = [claimedAt, spoken?.at, last?.at].filter((at) => at !== undefined).sort();
  return { waitingSince: spoken ? (first?.at ?? null) : claimedAt, lastAt: times.at(-1) ?? claimedAt };
}
