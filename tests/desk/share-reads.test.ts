import { expect, test } from 'vitest';
import { createSharedReads } from '../../src/desk/share-reads.ts';

/** A store that is read only when it is told to, and counts. */
function openSlow() {
  const share = createSharedReads<number>();
  const reads: PromiseWithResolvers<void>[] = [];
  const begun: (() => void)[] = [];
  const read = async () => {
    const gate = Promise.withResolvers<void>();
    const at = reads.push(gate);
    begun.shift()?.();
    await gate.promise;
    return at;
  };
  return {
    ask: (key = 'list', owner: object = reads) => share(owner, key, read),
    begins: () => new Promise<void>((resolve) => begun.push(resolve)),
    reads,
  };
}

test('who asks at the same moment is read to once; who asks later hears what was read later', async () => {
  const { ask, begins, reads } = openSlow();
  let begin = begins();
  const first = Promise.all([ask(), ask(), ask()]);
  await begin;
  const later = Promise.all([ask(), ask()]);
  begin = begins();
  reads[0]?.resolve();
  expect(await first).toEqual([1, 1, 1]);
  await begin;
  reads[1]?.resolve();
  expect(await later).toEqual([2, 2]);
  expect(reads).toHaveLength(2);
});

test('other questions and other stores are read for themselves', async () => {
  const { ask, begins, reads } = openSlow();
  const begin = [begins(), begins(), begins()];
  const asked = Promise.all([ask('a'), ask('b'), ask('a', {})]);
  await Promise.all(begin);
  for (const { resolve } of reads) resolve();
  expect((await asked).toSorted()).toEqual([1, 2, 3]);
});

test('a read that failed fails those who waited for it, and nobody after', async () => {
  const { ask, begins, reads } = openSlow();
  let begin = begins();
  const first = Promise.allSettled([ask(), ask()]);
  await begin;
  const later = ask();
  begin = begins();
  reads[0]?.reject(new Error('away'));
  expect((await first).map(({ status }) => status)).toEqual(['rejected', 'rejected']);
  await begin;
  reads[1]?.resolve();
  expect(await later).toBe(2);
});
