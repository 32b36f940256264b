import type { Received, ReceiveFile } from '../../channel/desk.ts';
import type { RandomBytes } from '../../store/index.ts';
import {
  addAttachment,
  dropAttachment,
  findAttachment,
  loadState,
  makeId,
  readContent,
  writeContent,
} from '../../store/index.ts';
import type { DrainableDesk } from '../create-desk.ts';
import { createLoop, type Loop } from '../platform/loop.ts';
import { type AttachmentWorkOptions, createAttachmentWork } from './work-attachments.ts';

export interface DeskFilesOptions extends Omit<AttachmentWorkOptions, 'fetchFile' | 'onSettled'> {
  readonly desk: DrainableDesk;
  readonly random: RandomBytes;
}

/** Files uploaded to the desk itself, where no platform keeps them until they are fetched. */
export interface DeskFiles extends Pick<Loop, 'start' | 'stop' | 'run'> {
  readonly receive: ReceiveFile;
}

/** Takes uploads of one channel: stored sealed first, then handled as a message that brings a file, then looked at. */
export function createDeskFiles(options: DeskFilesOptions): DeskFiles {
  const { store, channel, desk, random, now, logger } = options;
  const work = createAttachmentWork({
    ...options,
    fetchFile: async (reference) => {
      return (await findAttachment(store, reference)) ? readContent(store, reference) : 'gone';
    },
    onSettled: () => void desk.catchUp(),
  });
  const loop = createLoop(work, now, logger);

  /** Nothing is stored of a file nobody waits for: the turn says how to send one. */
  async function isAwaited(conversation: string): Promise<boolean> {
    const tracking = (await loadState(store, { channel, conversation }))?.tracking;
    return tracking?.waits === 'text' && tracking.wants === 'supplement';
  }

  async function receive({ id, conversation, name, bytes }: Parameters<ReceiveFile>[0]): Promise<Received> {
    const reference = makeId(random);
    if (await isAwaited(conversation)) {
      await store.transaction(async (executor) => {
        const file = { id: reference, number: null, name, reference: '', size: bytes.length };
        await addAttachment(executor, { channel, conversation }, file, now());
        await writeContent(executor, reference, bytes);
      });
    }
    const body = { kind: 'file', name, mediaType: 'application/octet-stream', bytes: bytes.length, reference } as const;
    const received = await desk.receive({ id, channel, conversation, body });
    if (received.repeated) await dropAttachment(store, reference);
    loop.wake();
    return received;
  }

  return { receive, start: loop.start, stop: loop.stop, run: loop.run };
}
