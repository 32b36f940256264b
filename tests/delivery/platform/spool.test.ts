import {
  appendFileSync,
  existsSync,
  mkdirSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  symlinkSync,
} from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Inbound } from '../../../src/channel/message.ts';
import { createSpool } from '../../../src/delivery/platform/spool.ts';
import { DeskError } from '../../../src/errors.ts';
import { silentLogger } from '../../../src/logger.ts';
import type { Store } from '../../../src/store/index.ts';
import { makeDirectory, openTemporary } from '../../store/temporary-store.ts';
import { createClock, openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter, readingOf } from './plain-adapter.ts';

/** Takes no byte: writing to it fails as on a disk without room. */
const FULL_DISK = '/dev/full';

async function openSpool() {
  const { sealer } = await openTemporary();
  const file = join(makeDirectory(), 'plain.spool');
  return { file, spool: createSpool({ file, channel: 'plain', sealer, logger: silentLogger }) };
}

/** A store whose transactions fail, or never end, while `away` says so. */
function makeUnsteady(store: Store) {
  const away = { how: 'here' as 'here' | 'failing' | 'hanging' };
  const transaction: Store['transaction'] = (work) => {
    if (away.how === 'failing') return Promise.reject(new DeskError('STORE_FAILED', 'the database failed: disk'));
    if (away.how === 'hanging') return new Promise(() => {});
    return store.transaction(work);
  };
  return { away, store: { ...store, transaction, together: transaction, ahead: transaction, lightly: transaction } };
}

describe('the spool', () => {
  test('hands over what was appended, in order, once', async () => {
    const { spool } = await openSpool();
    await Promise.all(['1', '2', '3'].map((id) => spool.append([plainMessage(id, `text ${id}`)])));
    const seen: Inbound[] = [];
    const take = async (messages: readonly Inbound[]) => void seen.push(...messages);
    await spool.drain(take);
    await spool.drain(take);
    expect(seen.map(({ id }) => id)).toEqual(['1', '2', '3']);
    expect(spool.isEmpty()).toBe(true);
  });

  test('keeps what could not be handed over, and what comes meanwhile stays behind it', async () => {
    const { spool } = await openSpool();
    await spool.append([plainMessage('1', 'one')]);
    const failing = spool.drain(async () => {
      await spool.append([plainMessage('2', 'two')]);
      throw new Error('still away');
    });
    await expect(failing).rejects.toThrow('still away');
    expect(spool.isEmpty()).toBe(false);
    const seen: string[] = [];
    await spool.drain(async (messages) => void seen.push(...messages.map(({ id }) => id)));
    expect(seen).toEqual(['1', '2']);
  });

  test('is sealed and for our eyes only', async () => {
    const { file, spool } = await openSpool();
    await spool.append([plainMessage('1', '身份证210102199003074516')]);
    expect(readFileSync(file, 'utf8')).not.toMatch(/210102|text/u);
    expect(statSync(file).mode & 0o777).toBe(0o600);
  });

  test('a line cut short by a crash is left out, those around it are not', async () => {
    const { file, spool } = await openSpool();
    await spool.append([plainMessage('1', 'one')]);
    appendFileSync(file, '\nAbCdEf');
    await spool.append([plainMessage('2', 'two')]);
    const seen: string[] = [];
    await spool.drain(async (messages) => void seen.push(...messages.map(({ id }) => id)));
    expect(seen).toEqual(['1', '2']);
  });

  test('a crash while handing over hands over again at the next start', async () => {
    const { file, spool } = await openSpool();
    await spool.append([plainMessage('1', 'one')]);
    renameSync(file, `${file}.handing-over`);
    expect(spool.isEmpty()).toBe(false);
    const seen: string[] = [];
    await spool.drain(async (messages) => void seen.push(...messages.map(({ id }) => id)));
    expect(seen).toEqual(['1']);
    expect(existsSync(`${file}.handing-over`)).toBe(false);
  });
});

describe('while the database is away', () => {
  test.each(['failing', 'hanging'] as const)(
    '(%s) messages are acknowledged, and handled in order later',
    async (how) => {
      const unsteady = makeUnsteady(await openTemporary());
      const adapter = createPlainAdapter();
      const clock = createClock();
      const { pipeline } = openPipeline(unsteady.store, adapter, { now: clock.now, patience: 20 });
      await pipeline.accept([plainMessage('m1', 'before')]);
      unsteady.away.how = how;
      for (const id of ['m2', 'm3']) {
        adapter.nextReading(readingOf(plainMessage(id, id)));
        expect((await pipeline.answer(new Request('http://desk/'))).status).toBe(200);
      }
      unsteady.away.how = 'here';
      // Comes when the database is back but the spool is not empty yet: it must not overtake.
      await pipeline.accept([plainMessage('m4', 'm4')]);
      await pipeline.accept([plainMessage('m2', 'm2')]);
      await pipeline.settle();
      clock.forward(1000);
      await pipeline.settle();
      expect(adapter.texts()).toEqual(['1: before', '2: m2', '3: m3', '4: m4']);
    },
  );

  test('what a process acknowledged before it ended is handled by the next one, once the database is back', async () => {
    const unsteady = makeUnsteady(await openTemporary());
    const adapter = createPlainAdapter();
    const spoolDirectory = join(makeDirectory(), 'spool');
    const ending = openPipeline(unsteady.store, adapter, { spoolDirectory });
    unsteady.away.how = 'failing';
    await ending.pipeline.accept([plainMessage('m1', 'one'), plainMessage('m2', 'two')]);
    await ending.pipeline.stop();
    expect(adapter.texts()).toEqual([]);

    unsteady.away.how = 'here';
    const next = openPipeline(unsteady.store, adapter, { spoolDirectory });
    await next.pipeline.settle();
    expect(adapter.texts()).toEqual(['1: one', '2: two']);
  });

  test('with the spool gone as well the platform is told to deliver again', async () => {
    const unsteady = makeUnsteady(await openTemporary());
    const adapter = createPlainAdapter();
    const { pipeline } = openPipeline(unsteady.store, adapter, {
      spoolDirectory: join(import.meta.filename, 'no-folder'),
    });
    unsteady.away.how = 'failing';
    adapter.nextReading(readingOf(plainMessage('m1', '你好')));
    expect((await pipeline.answer(new Request('http://desk/'))).status).toBe(503);
  });

  // A file on it takes nothing, by the system's own word (ENOSPC).
  test.runIf(existsSync(FULL_DISK))(
    'with the spool on a full disk the same, and what is delivered again when there is room is handled once',
    async () => {
      const unsteady = makeUnsteady(await openTemporary());
      const adapter = createPlainAdapter();
      const spoolDirectory = makeDirectory();
      mkdirSync(spoolDirectory, { recursive: true });
      const file = join(spoolDirectory, 'plain.spool');
      symlinkSync(FULL_DISK, file);
      const { pipeline } = openPipeline(unsteady.store, adapter, { spoolDirectory });
      unsteady.away.how = 'failing';
      const deliver = async () => {
        adapter.nextReading(readingOf(plainMessage('m1', '你好')));
        return (await pipeline.answer(new Request('http://desk/'))).status;
      };
      expect(await deliver()).toBe(503);
      rmSync(file);
      expect([await deliver(), await deliver()]).toEqual([200, 200]);
      unsteady.away.how = 'here';
      await pipeline.settle();
      expect(adapter.texts()).toEqual(['1: 你好']);
    },
  );
});
