import { randomUUID } from 'node:crypto';
import { Client } from 'pg';
import type { DatabaseSettings } from '../config.ts';
import { betweenPoints } from '../failpoints.ts';
import type { Logger } from '../logger.ts';
import { createGathering, createListeners, type Notices } from './notices.ts';

/** Rest before a lost connection is made again. */
const REST_MS = 1000;
/** A connection that says nothing for this long is asked whether it lives, and is given as long to answer. */
const ASK_MS = 5000;

/** What the server calls the connection of a process that hears of others over this channel. */
export function nameListener(channel: string): string {
  return `disclosure-desk ${channel}`.slice(0, 63);
}

export interface NoticeOptions {
  readonly settings: DatabaseSettings;
  /** Channel of NOTIFY: one for each schema, so that desks side by side in one database do not wake each other. */
  readonly channel: string;
  /** Sends one statement over any connection. */
  readonly send: (channel: string, payloads: readonly string[]) => Promise<void>;
  readonly logger: Logger;
}

/**
 * Notices by LISTEN and NOTIFY (https://www.postgresql.org/docs/current/sql-notify.html). Announced outside of
 * transactions: a commit that notifies waits for every other that does. The connection that listens is opened when
 * somebody listens first, asked every few seconds whether it lives, and made again when not; then every listener looks.
 */
export function createPostgresNotices({ settings, channel, send, logger }: NoticeOptions): Notices {
  const listeners = createListeners();
  const own = randomUUID();
  let client: Client | undefined;
  let asking: NodeJS.Timeout | undefined;
  let again: NodeJS.Timeout | undefined;
  let closed = false;

  const gathering = createGathering(async (topics) => {
    const payloads = topics.map((topic) => `${own} ${topic}`);
    // Those who are not told look by themselves.
    await betweenPoints('notice.send', () => send(channel, payloads)).catch(() => {});
  });

  function lose(lost: Client): void {
    if (client !== lost) return;
    client = undefined;
    clearInterval(asking);
    void lost.end().catch(() => {});
    if (closed) return;
    logger.warn({}, 'the connection that hears of others was lost and is made again');
    again = setTimeout(() => void connect(), REST_MS).unref();
  }

  async function connect(): Promise<void> {
    const next = new Client({
      connectionString: settings.url,
      application_name: nameListener(channel),
      connectionTimeoutMillis: settings.connectMs,
      query_timeout: ASK_MS,
      keepAlive: true,
    });
    client = next;
    next.on('error', () => lose(next));
    next.on('end', () => lose(next));
    next.on('notification', ({ payload = '' }) => {
      const [from, topic = ''] = payload.includes(' ') ? payload.split(' ') : ['', payload];
      if (from !== own) listeners.tell(topic);
    });
    try {
      await next.connect();
      await next.query(`listen "${channel}"`);
      asking = setInterval(() => void next.query('select 1').catch(() => lose(next)), ASK_MS).unref();
      listeners.tellAll();
    } catch {
      lose(next);
    }
  }

  return {
    announce(topic) {
      setImmediate(() => listeners.tell(topic));
      gathering.add(topic);
    },
    listen(topic, listener) {
      if (!client && again === undefined) void connect();
      return listeners.add(topic, listener);
    },
    async close() {
      closed = true;
      clearTimeout(again);
      clearInterval(asking);
      await gathering.close();
      const open = client;
      client = undefined;
      await open?.end().catch(() => {});
    },
  };
}
