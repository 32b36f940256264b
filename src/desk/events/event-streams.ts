import type { ServerResponse } from 'node:http';
import type { Logger } from '../../logger.ts';
import { type Change, readChanges, type Store } from '../../store/index.ts';
import { findEndedSessions } from '../identity/index.ts';
import type { Actor } from '../rights/index.ts';
import { type ChangeFeed, OVERLAP_MS } from './change-feed.ts';
import { mayHear } from './may-hear.ts';

/** Proxies cut a silent connection after 30 to 60 seconds. */
const HEARTBEAT_MS = 15_000;
/** How often it is asked whether those who listen still may. */
const CHECK_MS = 1000;
/** Windows of one person; the oldest gives way. */
const MOST_PER_ACCOUNT = 12;
/** Who was away longer looks at everything again: changes are kept for a day. */
const REMEMBERED_MS = 20 * 3_600_000;
/** A reader this far behind is cut off, and resumes. */
const MOST_UNSENT = 1_000_000;

/** Somebody to be told. */
export interface Listening {
  readonly actor: Actor;
  readonly sessionHash: string;
  readonly rightsVersion: number;
  /** What the last event read said its id was. */
  readonly lastEventId: string | undefined;
}

interface Stream extends Listening {
  readonly response: ServerResponse;
}

export interface EventStreams {
  readonly open: (response: ServerResponse, listening: Listening) => Promise<void>;
  readonly close: () => void;
}

interface StreamOptions {
  readonly store: Store;
  readonly feed: ChangeFeed;
  readonly logger: Logger;
  readonly now: () => Date;
}

function write({ response }: Stream, event: string, id: string, data: object): void {
  if (response.writableEnded) return;
  response.write(`id: ${id}\nevent: ${event}\ndata: ${JSON.stringify(data)}\n\n`);
  if (response.writableLength > MOST_UNSENT) response.destroy();
}

function tell(stream: Stream, changes: readonly Change[]): void {
  const heard = changes.filter(({ subject }) => mayHear(stream.actor, subject));
  const last = heard.at(-1);
  if (last) write(stream, 'change', last.at, { subjects: heard.map(({ subject }) => subject) });
}

/**
 * Server-sent events for every open console: which of the things a person may see have changed. A stream ends with the
 * session and whenever rights change, within a second. Nothing is remembered here: who comes back says what they heard
 * last, to whichever process.
 */
export function createEventStreams({ store, feed, logger, now }: StreamOptions): EventStreams {
  const streams = new Set<Stream>();
  let checking: NodeJS.Timeout | undefined;
  let closed = false;

  async function check(): Promise<void> {
    const listening = [...streams];
    const ended = await findEndedSessions(
      store,
      listening.map(({ sessionHash, rightsVersion }) => ({ idHash: sessionHash, rightsVersion })),
      now(),
    );
    for (const stream of listening.filter(({ sessionHash }) => ended.has(sessionHash))) {
      write(stream, 'ended', now().toISOString(), {});
      stream.response.end();
    }
  }

  function leave(stream: Stream): void {
    streams.delete(stream);
    if (streams.size > 0) return;
    clearInterval(checking);
    checking = undefined;
  }

  function join(stream: Stream): void {
    streams.add(stream);
    const own = [...streams].filter(({ actor }) => actor.id === stream.actor.id);
    if (own.length > MOST_PER_ACCOUNT) own[0]?.response.end();
    checking ??= setInterval(() => {
      check().catch((error: unknown) => logger.warn({ error: String(error) }, 'sessions could not be checked'));
    }, CHECK_MS).unref();
  }

  /** What happened since the event heard last; without one, or after long, that everything is to be looked at. */
  async function catchUp(stream: Stream): Promise<void> {
    const heard = Date.parse(stream.lastEventId ?? '');
    const at = now();
    if (!(at.getTime() - heard < REMEMBERED_MS)) {
      write(stream, 'hello', at.toISOString(), {});
      return;
    }
    tell(stream, await readChanges(store, new Date(heard - OVERLAP_MS).toISOString()));
  }

  return {
    async open(response, listening) {
      const stream = { ...listening, response };
      response.write('retry: 2000\n\n');
      const unsubscribe = await feed.subscribe((changes) => tell(stream, changes));
      const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS).unref();
      const end = () => {
        clearInterval(heartbeat);
        unsubscribe();
        leave(stream);
      };
      // Gone, or the process stops while it was being opened: nothing would end it any more.
      if (response.destroyed || closed) {
        end();
        response.end();
        return;
      }
      join(stream);
      response.once('close', end);
      await catchUp(stream);
    },
    close() {
      closed = true;
      for (const { response } of streams) response.end();
      feed.close();
    },
  };
}
