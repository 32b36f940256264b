import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/day.ts';
import { findSpikes } from '../../src/desk/digests/find-spikes.ts';
import { readDigest, writeDigest } from '../../src/desk/digests/index.ts';
import { loadMessages, say } from '../../src/messages.ts';
import { recordInquiry } from '../../src/store/inquiry-store.ts';
import { ROOT } from '../architecture/imports.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { openTemporary } from '../store/temporary-store.ts';

const DAY = '2026-11-23' as Day;
const messages = loadMessages(`${ROOT}/messages`);
const of = (count: number, ...before: number[]) => ({ id: String(count), title: '', count, before });

test('a spike is far more than on that weekday otherwise, and never a handful', () => {
  expect(findSpikes([of(4, 0, 0)])).toEqual([]);
  expect(findSpikes([of(5, 0, 0)])).toMatchObject([{ usual: 0, from: 5 }]);
  // A mean of 100 wavers by about 10.
  expect(findSpikes([of(130, 100, 100)])).toEqual([]);
  expect(findSpikes([of(131, 100, 100), of(400, 100)]).map(({ count, from }) => [count, from])).toEqual([
    [400, 131],
    [131, 131],
  ]);
});

async function keep(asked: readonly (readonly [Day, string, number])[]) {
  const store = await openTemporary();
  await store.transaction(async (executor) => {
    for (const [on, subject, times] of asked)
      for (let time = 0; time < times; time++) {
        const key = { channel: 'web', conversation: `${subject}${time}` };
        const what = {
          on,
          kind: 'answer',
          subject,
          authority: null,
          confidence: 0.9,
          instead: false,
          release: 'r',
        } as const;
        await recordInquiry(executor, key, `${on}${subject}${time}`, what);
      }
  });
  return store;
}

test('a day is told by topic and channel, with what is new and what is unusual and why', async () => {
  const weeks = [1, 2, 3].map((week) => [addDays(DAY, -7 * week), 'fees', 2] as const);
  // Yesterday was busy, but that was a Sunday.
  const store = await keep([...weeks, [addDays(DAY, -1), 'fees', 9], [DAY, 'fees', 8], [DAY, 'snow', 2]]);
  const digest = await readDigest(store, scriptedRelease.base, DAY);
  expect(digest).toMatchObject({
    number: 327,
    inquiries: 10,
    weeks: 3,
    channels: [{ name: 'web', count: 10 }],
    spikes: [{ id: 'fees', count: 8, usual: 2, from: 8 }],
    fresh: [{ id: 'snow', count: 2 }],
  });
  const text = writeDigest(digest, (key, values) => say(messages, 'zh-CN', `digest.${key}`, values));
  expect(text).toMatch(/^《每日访情》2026年第327期（2026-11-23）\n咨询 10 次/u);
  expect(text).toContain('fees：8 次。前 3 周同一星期几平均 2 次，达到 8 次就算突增');
});

test('a young desk has nothing to compare with, and says so rather than calling everything new', async () => {
  const digest = await readDigest(await keep([[DAY, 'fees', 9]]), scriptedRelease.base, DAY);
  expect(digest).toMatchObject({ weeks: 0, spikes: [], fresh: [] });
});
