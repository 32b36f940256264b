import type { Hook } from '../channel/hook.ts';
import type { CountDelivery } from '../delivery/index.ts';
import { type ChannelCounts, countChannels, type Store } from '../store/index.ts';

export interface Metrics {
  /** Counts what happens on one channel. */
  readonly countFor: (channel: string) => CountDelivery;
  /** `/metrics` in the text format of Prometheus. Counts only; put it behind the proxy if even those are nobody's business. */
  readonly hook: Hook;
}

const GAUGES: Readonly<Record<string, { readonly help: string; readonly of: (counts: ChannelCounts) => number }>> = {
  desk_messages_pending: { help: 'Messages accepted and not handled yet', of: ({ pending }) => pending },
  desk_lines_undelivered: { help: 'Lines that will never arrive', of: ({ undelivered }) => undelivered },
  desk_messages_set_aside: { help: 'Messages given up after too many failures', of: ({ setAside }) => setAside },
};

const EVENTS = {
  name: 'desk_delivery_events_total',
  help: 'Messages taken, handled, delivered and so on, by channel',
  labelNames: ['channel', 'event'],
} as const;

/** How often each event happened on each channel since the start. */
type Counts = ReadonlyMap<string, ReadonlyMap<string, number>>;

/** Everything as it stands now, in the format of Prometheus, by its own client: loaded when somebody asks. */
async function writeMetrics(events: Counts, stored: readonly ChannelCounts[]): Promise<Response> {
  const { Counter, Gauge, Registry } = await import('prom-client');
  const registry = new Registry();
  const registers = [registry];
  const counter = new Counter({ ...EVENTS, registers });
  for (const [channel, counts] of events) for (const [event, count] of counts) counter.inc({ channel, event }, count);
  for (const [name, { help, of }] of Object.entries(GAUGES)) {
    const gauge = new Gauge({ name, help, labelNames: ['channel'], registers });
    for (const counts of stored) gauge.set({ channel: counts.channel }, of(counts));
  }
  new Gauge({ name: 'desk_resident_memory_bytes', help: 'Resident memory', registers }).set(process.memoryUsage.rss());
  return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
}

/** The desk's metrics. What is stored is counted when it is asked for, so that a restart loses none of it. */
export function createMetrics(store: Store): Metrics {
  const events = new Map<string, Map<string, number>>();
  return {
    countFor: (channel) => {
      const counts = events.get(channel) ?? new Map<string, number>();
      events.set(channel, counts);
      return (event, many = 1) => counts.set(event, (counts.get(event) ?? 0) + many);
    },
    hook: { path: '/metrics', handle: async () => writeMetrics(events, await countChannels(store)) },
  };
}
