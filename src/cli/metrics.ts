import { Counter, Gauge, Registry } from 'prom-client';
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

/** The desk's metrics. What is stored is counted when it is asked for, so that a restart loses none of it. */
export function createMetrics(store: Store): Metrics {
  const registry = new Registry();
  const registers = [registry];
  const events = new Counter({
    name: 'desk_delivery_events_total',
    help: 'Messages taken, handled, delivered and so on, by channel',
    labelNames: ['channel', 'event'],
    registers,
  });
  const gauges = Object.entries(GAUGES).map(([name, { help, of }]) => ({
    of,
    gauge: new Gauge({ name, help, labelNames: ['channel'], registers }),
  }));
  const memory = new Gauge({ name: 'desk_resident_memory_bytes', help: 'Resident memory', registers });

  async function answer(): Promise<Response> {
    for (const counts of await countChannels(store))
      for (const { gauge, of } of gauges) gauge.set({ channel: counts.channel }, of(counts));
    memory.set(process.memoryUsage.rss());
    return new Response(await registry.metrics(), { headers: { 'content-type': registry.contentType } });
  }

  return {
    countFor:
      (channel) =>
      (event, many = 1) =>
        events.inc({ channel, event }, many),
    hook: { path: '/metrics', handle: answer },
  };
}
