import { existsSync, mkdirSync, statSync } from 'node:fs';
import { open, readFile, rename, unlink } from 'node:fs/promises';
import { dirname } from 'node:path';
import { z } from 'zod';
import type { Inbound } from '../../channel/message.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import type { Sealer } from '../../store/index.ts';

const inboundSchema = z.custom<Inbound>(
  (value) => typeof value === 'object' && value !== null && 'id' in value && 'body' in value,
);

/** Messages acknowledged while the database was away, in a file of our own until they can be stored. */
export interface Spool {
  readonly isEmpty: () => boolean;
  /** Resolves when the messages are on disk. */
  readonly append: (messages: readonly Inbound[]) => Promise<void>;
  /** Hands everything over in order and forgets it once `apply` has resolved; otherwise it stays. */
  readonly drain: (apply: (messages: readonly Inbound[]) => Promise<void>) => Promise<void>;
}

export interface SpoolOptions {
  readonly file: string;
  readonly channel: string;
  readonly sealer: Sealer;
  readonly logger: Logger;
}

function hasBytes(file: string): boolean {
  return (statSync(file, { throwIfNoEntry: false })?.size ?? 0) > 0;
}

async function syncFolder(folder: string): Promise<void> {
  const handle = await open(folder, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/**
 * One sealed message a line. While it is being handed over the file has another name, so that appending goes on
 * beside it; a crash in between leaves that file to be handed over again, which claims make harmless.
 */
export function createSpool({ file, channel, sealer, logger }: SpoolOptions): Spool {
  const place = { table: 'spool', column: 'message', key: [channel] };
  const handing = `${file}.handing-over`;
  let tail: Promise<void> = Promise.resolve();

  /** Appending and renaming take turns. */
  function inTurn(work: () => Promise<void>): Promise<void> {
    const done = tail.then(work);
    tail = done.catch(() => {});
    return done;
  }

  async function write(messages: readonly Inbound[]): Promise<void> {
    mkdirSync(dirname(file), { recursive: true, mode: 0o700 });
    const fresh = !existsSync(file);
    const handle = await open(file, 'a', 0o600);
    try {
      const lines = messages.map((message) =>
        Buffer.from(sealer.seal(place, JSON.stringify(message))).toString('base64'),
      );
      // Begins with a line end too: what a crash left half written before it stays a line of its own.
      await handle.appendFile(`\n${lines.join('\n')}\n`);
      await handle.datasync();
    } finally {
      await handle.close();
    }
    if (fresh) await syncFolder(dirname(file));
  }

  function openLine(line: string): Inbound[] {
    try {
      return [inboundSchema.parse(JSON.parse(sealer.open(place, Buffer.from(line, 'base64'))))];
    } catch {
      // The last line of a crash: it was never acknowledged and comes again.
      logger.warn({ channel }, 'a line of the spool does not open and is left out');
      return [];
    }
  }

  async function handOver(apply: (messages: readonly Inbound[]) => Promise<void>): Promise<void> {
    const text = await readFile(handing, 'utf8');
    await betweenPoints('spool.apply', () => apply(text.split('\n').filter(Boolean).flatMap(openLine)));
    await betweenPoints('spool.forget', () => unlink(handing));
  }

  return {
    isEmpty: () => !hasBytes(file) && !hasBytes(handing),
    append: (messages) => inTurn(() => betweenPoints('spool.append', () => write(messages))),
    async drain(apply) {
      if (existsSync(handing)) await handOver(apply);
      if (!hasBytes(file)) return;
      await inTurn(() => betweenPoints('spool.rename', () => rename(file, handing)));
      await handOver(apply);
    },
  };
}
