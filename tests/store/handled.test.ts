import { expect, test } from 'vitest';
import { outcomeOf } from '../../src/conversation/outcome.ts';
import { keepInbound, readHandled, settleInbound } from '../../src/store/index.ts';
import { message } from '../delivery/desk-under-test.ts';
import { NOW } from './now.ts';
import { openTemporary } from './temporary-store.ts';

test('which messages have been handled is said of those asked for, not of others with the same id elsewhere', async () => {
  const store = await openTemporary();
  const write = (conversation: string, id: string) => message(id, '你好', conversation, 'plain');
  const all = [write('a', '1'), write('a', '2'), write('b', '1'), write('b', '2')];
  const result = { outcome: outcomeOf({ kind: 'help', id: 'rest' }), firstSeq: 1, lastSeq: 1 };
  await store.transaction(async (executor) => {
    await keepInbound(executor, all, NOW);
    for (const each of all.slice(0, 2)) await settleInbound(executor, each, result, NOW);
  });
  const asked = [write('a', '1'), write('b', '2'), write('c', 'quote " and \\')];
  expect(await readHandled(store, 'plain', asked)).toEqual([{ conversation: 'a', id: '1' }]);
  expect(await readHandled(store, 'plain', [])).toEqual([]);
});
