import type { Executor } from './executor.ts';

/** How a channel stands, as far as storage knows. */
export interface ChannelCounts {
  readonly channel: string;
  /** When a person last wrote (ISO 8601). */
  readonly lastMessageAt: string | null;
  /** Messages accepted and not handled yet. */
  readonly pending: number;
  readonly undelivered: number;
  readonly setAside: number;
}

function countBy(rows: readonly { channel: string; many: string | number | bigint }[]): Map<string, number> {
  return new Map(rows.map((row) => [row.channel, Number(row.many)]));
}

/** Counts of every channel that has ever had a message. */
export async function countChannels({ db }: Executor): Promise<readonly ChannelCounts[]> {
  const seen = await db
    .selectFrom('inbox')
    .select(({ fn }) => ['channel', fn.max('received_at').as('last')])
    .groupBy('channel')
    .execute();
  const inbox = db.selectFrom('inbox').groupBy('channel');
  const pending = await inbox
    .select(({ fn }) => ['channel', fn.countAll().as('many')])
    .where('result', 'is', null)
    .execute();
  const aside = await inbox
    .select(({ fn }) => ['channel', fn.countAll().as('many')])
    .where('set_aside_at', 'is not', null)
    .execute();
  const lost = await db
    .selectFrom('lines')
    .select(({ fn }) => ['channel', fn.countAll().as('many')])
    .where('undeliverable', 'is not', null)
    .where('delivered_at', 'is', null)
    .groupBy('channel')
    .execute();
  const [waiting, given, undelivered] = [countBy(pending), countBy(aside), countBy(lost)];
  return seen.map(({ channel, last }) => ({
    channel,
    lastMessageAt: last,
    pending: waiting.get(channel) ?? 0,
    undelivered: undelivered.get(channel) ?? 0,
    setAside: given.get(channel) ?? 0,
  }));
}
