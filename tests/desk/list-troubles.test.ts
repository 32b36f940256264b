import { expect, test } from 'vitest';
import { listTroubles } from '../../src/desk/index.ts';
import { fileRequest, go, usualWay } from '../cases/office.ts';
import { seededRandom } from '../delivery/desk-under-test.ts';
import { openPipeline, plainMessage } from '../delivery/platform/pipeline-under-test.ts';
import { createPlainAdapter } from '../delivery/platform/plain-adapter.ts';
import { scriptedTurn } from '../delivery/scripted-turn.ts';
import { openTemporary } from '../store/temporary-store.ts';

test('staff see what did not arrive, with the requests and the other ways to reach the person, masked', async () => {
  const store = await openTemporary();
  const adapter = createPlainAdapter();
  const draft = { id: 'd1', applicant: 'person' as const, name: '张三', phone: '13812341234', description: '预算' };
  const turn: typeof scriptedTurn = (state, input, ...rest) => {
    const result = scriptedTurn(state, input, ...rest);
    return input.kind === 'text' && input.text === 'file'
      ? { ...result, effects: [{ kind: 'file_request', draft }] }
      : result;
  };
  const { pipeline } = openPipeline(store, adapter, { desk: { turn, random: seededRandom() } });
  await pipeline.accept([plainMessage('m1', 'file')]);
  await pipeline.settle();
  adapter.answerNext({ kind: 'undeliverable', why: 'blocked' });
  await pipeline.accept([plainMessage('m2', '怎么样了')]);
  await pipeline.settle();
  expect(await listTroubles(store)).toMatchObject([
    {
      channel: 'plain',
      conversation: 'plain:1:a',
      why: 'blocked',
      requests: ['SPB-2026-000001'],
      reach: ['138****1234'],
    },
  ]);
});

test('a requester no conversation reaches stands there until staff have told them and noted the call', async () => {
  const store = await openTemporary();
  const number = await fileRequest(store, { key: { channel: 'desk', conversation: 'paper-1' } });
  await go(store, number, usualWay('2026-11-23').slice(0, 2));
  expect(await listTroubles(store)).toMatchObject([
    { channel: 'desk', why: 'to_tell', requests: [number], reach: ['138****7654'] },
  ]);
  await go(store, number, [['registrar', 'call_noted', { text: '已告知收到和登记' }]]);
  expect(await listTroubles(store)).toEqual([]);
});
