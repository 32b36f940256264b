import { expect, test } from 'vitest';
import { DeskError } from '../../src/errors.ts';
import { createCommitter, type Transaction } from '../../src/store/commit-together.ts';
import type { Executor } from '../../src/store/index.ts';

/** A database that notes which pieces each of its transactions committed, and what was undone. */
function createNotedTransactions(failure: () => unknown = () => undefined) {
  const committed: string[][] = [];
  let open: string[] = [];
  const transaction: Transaction = async (work) => {
    open = [];
    const fault = failure();
    if (fault !== undefined) throw fault;
    const result = await work({} as Executor);
    committed.push(open);
    return result;
  };
  const note = (name: string) => async () => {
    if (name.startsWith('bad')) throw new Error(name);
    open.push(name);
    return name;
  };
  return { transaction, committed, note };
}

test('what is handed in at the same moment, or while something is written, shares a commit, in order', async () => {
  const { transaction, committed, note } = createNotedTransactions();
  const { together } = createCommitter({ durable: transaction, light: transaction }, () => 0);
  const first = [together(note('a')), together(note('b'))];
  const meanwhile = together(async () => {
    void together(note('d'));
    void together(note('e'));
    return note('c')();
  });
  expect(await Promise.all([...first, meanwhile])).toEqual(['a', 'b', 'c']);
  await together(note('f'));
  expect(committed).toEqual([
    ['a', 'b', 'c'],
    ['d', 'e', 'f'],
  ]);
});

test('a piece that fails, fails alone: the others are written without it', async () => {
  const { transaction, committed, note } = createNotedTransactions();
  const { together } = createCommitter({ durable: transaction, light: transaction }, () => 0);
  const results = await Promise.allSettled(['a', 'bad', 'c'].map((name) => together(note(name))));
  expect(results.map(({ status }) => status)).toEqual(['fulfilled', 'rejected', 'fulfilled']);
  expect(committed).toEqual([['a'], ['c']]);
});

test('when the database itself is away all of them fail at once, and later ones are tried again', async () => {
  let away = true;
  const tried: boolean[] = [];
  const { transaction, note } = createNotedTransactions(() => {
    tried.push(away);
    return away ? new DeskError('STORE_FAILED', 'disk') : undefined;
  });
  const { together } = createCommitter({ durable: transaction, light: transaction }, () => 0);
  const results = await Promise.allSettled(['a', 'b', 'c'].map((name) => together(note(name))));
  expect(results.every(({ status }) => status === 'rejected')).toBe(true);
  expect(tried).toEqual([true]);
  away = false;
  expect(await together(note('d'))).toBe('d');
});

test('what somebody waits to hear goes before what was handed in earlier, in a commit of its own', async () => {
  const { transaction, committed, note } = createNotedTransactions();
  const { together, ahead } = createCommitter({ durable: transaction, light: transaction }, () => 0);
  await Promise.all([together(note('a')), together(note('b')), ahead(note('heard'))]);
  expect(committed).toEqual([['heard'], ['a', 'b']]);
});

test('while a crowd comes in nothing else is begun, until half a second is over', async () => {
  const { transaction, committed, note } = createNotedTransactions();
  // Each look at the clock comes fifty milliseconds after the last: hearing who came takes so long.
  let at = 0;
  const { together, ahead } = createCommitter({ durable: transaction, light: transaction }, () => (at += 50));
  const crowd: Promise<string>[] = [];
  let coming = 100;
  async function come(): Promise<void> {
    while (coming > 0) {
      crowd.push(ahead(note('heard')));
      coming -= 1;
      await new Promise(setImmediate);
    }
  }
  const arriving = come();
  await together(note('handled'));
  coming = 0;
  await arriving;
  await Promise.all(crowd);
  const turn = committed.findIndex((pieces) => pieces.includes('handled'));
  expect(turn).toBeGreaterThan(1);
  expect(turn).toBeLessThan(10);
  expect(committed.flat().filter((name) => name === 'heard')).toHaveLength(crowd.length);
});

test('what may be lost waits for the disk only in the company of what may not', async () => {
  const [durable, light] = [createNotedTransactions(), createNotedTransactions()];
  const committer = createCommitter({ durable: durable.transaction, light: light.transaction }, () => 0);
  await committer.lightly(light.note('claimed'));
  await Promise.all([committer.lightly(durable.note('claimed')), committer.together(durable.note('handled'))]);
  expect([light.committed, durable.committed]).toEqual([[['claimed']], [['claimed', 'handled']]]);
});
