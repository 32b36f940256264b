import { type CheckedFile, checkFile, MOST_BYTES, type Scan } from '../../attachments/index.ts';
import type { PlatformAdapter } from '../../channel/adapter.ts';
import type { FileRefusal } from '../../conversation/effect.ts';
import type { Release } from '../../conversation/release.ts';
import type { TurnFunction } from '../../conversation/turn-contract.ts';
import { DeskError } from '../../errors.ts';
import { betweenPoints } from '../../failpoints.ts';
import type { Logger } from '../../logger.ts';
import {
  type Attachment,
  delayAttachment,
  readNextAttachment,
  readWaitingAttachments,
  type Store,
} from '../../store/index.ts';
import { backOff } from '../platform/back-off.ts';
import type { Step } from '../platform/loop.ts';
import { settleFile } from './keep-file.ts';

/** Files listed at once; each is fetched and looked at by itself. */
const BATCH = 10;
/** Tries until a file is given up. */
const MOST_TRIES = 12;

export interface AttachmentWorkOptions {
  readonly store: Store;
  readonly channel: string;
  readonly fetchFile: NonNullable<PlatformAdapter['fetchFile']>;
  readonly scan: Scan;
  readonly turn: TurnFunction;
  readonly release: () => Release;
  /** Address of the form page as people reach it. */
  readonly pageUrl?: string | undefined;
  readonly now: () => Date;
  readonly logger: Logger;
  /** Called when a file was settled: there are lines to send. */
  readonly onSettled: () => void;
}

type Outcome = Extract<CheckedFile, { fit: true }> | { readonly fit: false; readonly why: FileRefusal };

/** Fetches and looks at files people sent for their requests, one at a time, outside any transaction. */
export function createAttachmentWork(options: AttachmentWorkOptions): Step {
  const { store, channel, fetchFile, turn, now, logger, onSettled } = options;
  const scan: Scan = (bytes) => betweenPoints('file.scan', () => options.scan(bytes));

  /** @throws when it may work later */
  async function examine({ reference }: Attachment): Promise<Outcome> {
    if (reference === '') return { fit: false, why: 'gone' };
    const fetched = await betweenPoints('file.fetch', () => fetchFile(reference, MOST_BYTES));
    return typeof fetched === 'string' ? { fit: false, why: fetched } : checkFile(fetched, scan);
  }

  async function settle(file: Attachment, outcome: Outcome): Promise<void> {
    await betweenPoints('file.settle', () =>
      store.transaction((executor) => {
        const release = options.release();
        return settleFile(executor, file, outcome, { turn, release, pageUrl: options.pageUrl, now: now() });
      }),
    );
    onSettled();
  }

  async function handle(file: Attachment): Promise<void> {
    let outcome: Outcome;
    try {
      outcome = await examine(file);
    } catch (error) {
      const code = error instanceof DeskError ? error.code : 'PLATFORM_AWAY';
      logger.warn({ channel, code, tries: file.failures + 1 }, 'a file could not be fetched or searched');
      if (file.failures + 1 < MOST_TRIES) {
        await delayAttachment(store, file.id, new Date(now().getTime() + backOff(file.failures + 1)));
        return;
      }
      outcome = { fit: false, why: code === 'SCANNER_FAILED' ? 'unsearched' : 'gone' };
    }
    await settle(file, outcome);
  }

  return async () => {
    for (;;) {
      const batch = await readWaitingAttachments(store, channel, { at: now(), most: BATCH });
      if (batch.length === 0) return readNextAttachment(store, channel);
      for (const file of batch) await handle(file);
    }
  };
}
