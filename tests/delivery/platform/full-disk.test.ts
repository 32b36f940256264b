import { sql } from 'kysely';
import { expect, test, vi } from 'vitest';
import { readPending } from '../../../src/store/index.ts';
import { ENGINE } from '../../store/engine-under-test.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

/** SQLite's own words for a disk that takes no more, or nothing at all; and for one that does again. */
const DISKS = [
  ['full', 'pragma max_page_count = 1', 'pragma max_page_count = 1000000'],
  ['read-only', 'pragma query_only = on', 'pragma query_only = off'],
] as const;

test.runIf(ENGINE === 'sqlite').for(DISKS)(
  'on a disk that is %s messages go to the spool, and are handled once when it can be written again',
  async ([, struck, mended]) => {
    const store = await openTemporary();
    const adapter = createPlainAdapter({});
    const { pipeline } = openPipeline(store, adapter, { now: () => new Date() });
    await sql.raw(struck).execute(store.db);
    // More than fits into what is left of the last page.
    const long = Array.from({ length: 40 }, (_, at) =>
      plainMessage(`m${at}`, `${at} ${'长'.repeat(400)}`, `plain:1:${at}`),
    );
    for (const each of long) await pipeline.accept([each]);
    expect(
      (
        await readPending(
          store,
          'plain',
          long.map(({ conversation }) => conversation),
          100,
        )
      ).length,
    ).toBeLessThan(40);
    await sql.raw(mended).execute(store.db);
    await pipeline.start();
    await vi.waitUntil(() => adapter.sent.length >= 40, { timeout: 20_000 });
    await pipeline.stop();
    const heard = adapter.texts().map((text) => Number(/: (\d+) /u.exec(text)?.[1]));
    expect(heard.toSorted((a, b) => a - b)).toEqual(long.map((_, at) => at));
    expect(new Set(adapter.sent.map(({ key }) => key)).size).toBe(40);
  },
);
