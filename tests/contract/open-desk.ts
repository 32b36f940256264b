import { join } from 'node:path';
import type { Desk } from '../../src/channel/desk.ts';
import type { FileSource } from '../../src/channel/file-source.ts';
import type { Inbound, OutMessage } from '../../src/channel/message.ts';
import { createDesk, type DrainableDesk } from '../../src/delivery/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { appendLines, openStore, readLines, readUndelivered, type Store } from '../../src/store/index.ts';
import { seededRandom } from '../delivery/desk-under-test.ts';
import { createClock } from '../delivery/platform/pipeline-under-test.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { makeDirectory } from '../store/temporary-store.ts';
import { createContractTurn } from './contract-turn.ts';
import type { OpenOptions } from './harness.ts';

const NOON = new Date('2026-11-23T04:00:00Z');
const textOf = (message: OutMessage): string => (message.kind === 'card' ? message.title : message.text);

/** The desk every channel of the contract stands before: a turn that can be broken, a clock that can be moved. */
export interface ContractDesk {
  readonly desk: DrainableDesk;
  /** The desk as the channel is given it: it notes what it hears. */
  readonly given: Desk;
  readonly store: Store;
  readonly spoolDirectory: string;
  readonly now: () => Date;
  readonly forward: (milliseconds: number) => void;
  readonly heard: () => readonly Inbound[];
  readonly breakTurns: (broken: boolean) => void;
  /** Whether a message given to the desk now is handled at once. */
  readonly isAble: () => boolean;
  readonly append: (conversation: string, messages: readonly OutMessage[]) => Promise<void>;
  readonly replies: (conversation: string) => Promise<readonly string[]>;
  readonly files: FileSource;
  readonly keepFile: (reference: string, bytes: Uint8Array | null) => void;
  readonly fetched: () => readonly string[];
  readonly undelivered: () => Promise<readonly string[]>;
}

export async function openContractDesk(
  channel: string,
  { changeDesk = (desk) => desk, real }: OpenOptions,
  handOver?: 'must' | 'may',
  clock = createClock(NOON),
): Promise<ContractDesk> {
  const directory = makeDirectory();
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: clock.now });
  let broken = false;
  const kept = new Map<string, Uint8Array>();
  const fetched: string[] = [];
  const files: FileSource = async (reference, most) => {
    fetched.push(reference);
    const bytes = kept.get(reference) ?? 'gone';
    return bytes.length > most ? 'too_large' : bytes;
  };
  const desk = createDesk({
    store,
    channel,
    turn: createContractTurn(() => broken),
    release: () => scriptedRelease,
    now: clock.now,
    random: seededRandom(),
    logger: silentLogger,
    files,
    handOver,
    ...real,
  });
  const heard: Inbound[] = [];
  const changed = changeDesk(desk);
  return {
    desk,
    given: {
      // One by one: what is heard is noted, and handling may be made to hang.
      readTranscript: changed.readTranscript,
      readFile: changed.readFile,
      follow: changed.follow,
      receive(inbound) {
        heard.push(inbound);
        return changed.receive(inbound);
      },
    },
    store,
    spoolDirectory: join(directory, 'spool'),
    ...clock,
    files,
    keepFile: (reference, bytes) => void (bytes ? kept.set(reference, bytes) : kept.delete(reference)),
    fetched: () => fetched,
    heard: () => heard,
    isAble: () => !broken && changed === desk,
    breakTurns(next) {
      broken = next;
    },
    async append(conversation, messages) {
      const lines = messages.map((message) => ({ from: 'staff' as const, message }));
      await store.transaction((executor) => appendLines(executor, { channel, conversation }, lines, clock.now()));
    },
    async replies(conversation) {
      return (await readLines(store, { channel, conversation }, { after: 0 }))
        .filter((line) => line.from === 'desk')
        .map((line) => textOf(line.message));
    },
    undelivered: async () => (await readUndelivered(store)).map((line) => line.why),
  };
}
