import { median, percentile } from '../percentile.ts';
import { keepPace, type Pace } from './keep-pace.ts';

/** What became of the messages of one stretch of load. */
export interface Offered {
  readonly sent: number;
  /** How many answers of each status; 0 where there was none. */
  readonly statuses: Readonly<Record<string, number>>;
  /** Refusals that said when to come again. */
  readonly withRetryAfter: number;
  /** Milliseconds until acknowledged, of those that were. */
  readonly ack: { readonly p50: number; readonly p99: number; readonly most: number };
  /** Messages a second that were acknowledged. */
  readonly perSecond: number;
}

export interface OfferOptions extends Pace {
  /** Delivers the n-th message. */
  readonly deliver: (index: number) => Promise<Response>;
}

/** Sends messages at a steady pace, whatever the answers do: a slow desk does not slow the load (open model). */
export async function offer({ count, rate, deliver, clock }: OfferOptions): Promise<Offered> {
  const begun = clock();
  const times: number[] = [];
  const statuses: Record<string, number> = {};
  let withRetryAfter = 0;
  async function one(index: number): Promise<void> {
    const asked = clock();
    const answer = await deliver(index).catch(() => undefined);
    const status = answer?.status ?? 0;
    statuses[status] = (statuses[status] ?? 0) + 1;
    if (answer?.headers.has('retry-after')) withRetryAfter += 1;
    await answer?.arrayBuffer().catch(() => {});
    if (answer?.ok) times.push(clock() - asked);
  }
  await keepPace({ count, rate, clock }, one);
  return {
    sent: count,
    statuses,
    withRetryAfter,
    ack: { p50: median(times), p99: percentile(times, 0.99), most: percentile(times, 1) },
    perSecond: (times.length / (clock() - begun)) * 1000,
  };
}
