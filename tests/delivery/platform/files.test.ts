import { expect, test } from 'vitest';
import type { FileSource } from '../../../src/channel/file-source.ts';
import type { OutFile } from '../../../src/channel/message.ts';
import { appendLines, readUndelivered } from '../../../src/store/index.ts';
import { openTemporary } from '../../store/temporary-store.ts';
import { createClock, openPipeline } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

const LETTER: OutFile = {
  reference: 'document/SPB-2026-000001/1',
  name: '告知书.pdf',
  mediaType: 'application/pdf',
  bytes: null,
  personal: true,
};
const INSTEAD = '请到 https://desk.example/documents 下载。';
const MOST = 1000;

/** A channel in China that takes files, and one letter owed on it. */
async function openOwing(files: FileSource) {
  const store = await openTemporary();
  const adapter = createPlainAdapter({
    dataResidency: 'domestic',
    files: { receive: 0, send: MOST, pictures: 0 },
  });
  const clock = createClock();
  const { pipeline } = openPipeline(store, adapter, { now: clock.now, files });
  const message = { kind: 'file', text: '您的告知书。', file: LETTER, instead: INSTEAD } as const;
  await store.transaction((executor) =>
    appendLines(executor, { channel: 'plain', conversation: 'a' }, [{ from: 'desk', message }], clock.now()),
  );
  const sent = () => adapter.sent.map(({ part, content }) => content?.toString() ?? part.text);
  return { store, adapter, clock, pipeline, sent };
}

test('the words go first, then the bytes, under a key that stays the same when they are sent again', async () => {
  const asked: [string, number][] = [];
  const { adapter, clock, pipeline, sent } = await openOwing(async (...call) => {
    asked.push(call);
    return Buffer.from('%PDF');
  });
  adapter.answerNext({ kind: 'sent', platformId: null }, { kind: 'later', afterMs: null, why: 'busy' });
  await pipeline.settle();
  clock.forward(1000);
  await pipeline.settle();
  expect(sent()).toEqual(['您的告知书。', '%PDF']);
  expect(adapter.tried.map(({ key }) => key)).toEqual([expect.anything(), ...Array(2).fill(adapter.sent[1]?.key)]);
  expect(asked).toEqual(Array(2).fill([LETTER.reference, MOST]));
});

test.each([
  ['is no more', async () => 'gone' as const],
  ['is too large', async () => 'too_large' as const],
  ['is larger than it was said to be', async () => Buffer.alloc(MOST + 1)],
  ['is empty', async () => Buffer.alloc(0)],
])('a file that %s is told of in words', async (_what, files) => {
  const { pipeline, sent } = await openOwing(files);
  await pipeline.settle();
  expect(sent()).toEqual(['您的告知书。', INSTEAD]);
});

test('a file the platform refuses is told of in words', async () => {
  const { adapter, store, pipeline, sent } = await openOwing(async () => Buffer.from('%PDF'));
  adapter.answerNext({ kind: 'sent', platformId: null }, { kind: 'undeliverable', why: 'refused' });
  await pipeline.settle();
  expect(sent()).toEqual(['您的告知书。', INSTEAD]);
  expect(await readUndelivered(store)).toEqual([]);
});

test('a file that cannot be had now is sent later, and its words are not sent again', async () => {
  let broken = true;
  const { clock, pipeline, sent } = await openOwing(async () => {
    if (broken) throw new Error('too many documents are being set');
    return Buffer.from('%PDF');
  });
  await pipeline.settle();
  expect(sent()).toEqual(['您的告知书。']);
  broken = false;
  clock.forward(1000);
  await pipeline.settle();
  expect(sent()).toEqual(['您的告知书。', '%PDF']);
});
