import { describe, expect, test } from 'vitest';
import { turn } from '../../src/conversation/turn.ts';
import { listFollowUps } from '../../src/desk/index.ts';
import { closeFollowUp, countRatings, type Store } from '../../src/store/index.ts';
import { fileRequest, go, usualWay } from '../cases/office.ts';
import { openRelease } from '../conversation/converse.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { message, openScripted, textsOf } from './desk-under-test.ts';

const release = openRelease();
const DAY = '2026-11-23';
let messages = 0;

function open(store: Store) {
  const desk = openScripted(store, { turn, release: () => release });
  return async (body: string, conversation = 'c1') => {
    messages += 1;
    const tapped = body.startsWith('rate/') ? ({ kind: 'choice', value: body } as const) : body;
    return desk.receive(message(`r${messages}`, tapped, conversation));
  };
}

async function readRows(store: Store) {
  return JSON.stringify(await store.db.selectFrom('ratings').selectAll().execute());
}

describe('how content somebody is', () => {
  test('with an answer: a button, five levels, thanks; the release of the answer is kept and nothing else', async () => {
    const store = await openTemporary();
    const say = open(store);
    const answered = await say('申请公开要多久答复');
    const [shown] = answered.lines;
    const offered = shown?.message.kind === 'text' ? (shown.message.choices ?? []) : [];
    const rating = offered.find(({ value }) => value.startsWith('rate/'));
    expect(rating).toMatchObject({ label: '评价这个回答', aside: true });
    const asked = await say(rating?.value ?? '');
    expect(asked.lines[0]?.message).toMatchObject({
      choices: ['非常满意', '满意', '一般', '不满意', '非常不满意'].map((label) => expect.objectContaining({ label })),
    });
    expect(textsOf(await say('非常满意'))).toEqual(['记下了：非常满意。谢谢您。']);
    expect(await countRatings(store)).toEqual([
      { of: 'answer', subject: answered.outcome.id, release: release.hash, level: 5, count: 1 },
    ]);
    expect(await readRows(store)).not.toContain('"c1"');
  });

  test('poor: somebody looks into it by a day, five working days on; said twice it is one follow-up', async () => {
    const store = await openTemporary();
    const say = open(store);
    const value = `rate/answer/answer-deadline/${release.hash.slice(0, 12)}/1`;
    expect(textsOf(await say(value))[0]).toContain('2026-11-30以前');
    await say(value);
    expect(await listFollowUps(store, { today: '2026-12-01' as never })).toMatchObject([
      { id: 1, about: 'answer-deadline', level: 1, dueOn: '2026-11-30', overdue: true },
    ]);
    expect((await countRatings(store)).map(({ count }) => count)).toEqual([1]);
    const done = { by: 'h1', note: '已改写', at: NOW };
    expect(await store.transaction((executor) => closeFollowUp(executor, 1, done))).toBe(true);
    expect(await store.transaction((executor) => closeFollowUp(executor, 1, done))).toBe(false);
    expect(await listFollowUps(store, { today: '2026-12-01' as never })).toEqual([]);
    expect(await listFollowUps(store, { today: '2026-12-01' as never, closed: true })).toMatchObject([
      { note: '已改写', overdue: false },
    ]);
  });

  test('with how a request went: where it was filed, once it is answered', async () => {
    const store = await openTemporary();
    const say = open(store);
    const number = await fileRequest(store);
    expect(textsOf(await say(`rate/case/${number}/1`))[0]).toContain('还没有答复');
    await go(store, number, usualWay(DAY));
    expect(textsOf(await say(`rate/case/${number}/1`, 'c2'))[0]).toContain('不是在这里提交的');
    expect(textsOf(await say('评价这次办理'))[0]).toContain(number);
    expect(textsOf(await say('不满意'))[0]).toContain('查看这件申请');
    expect(await listFollowUps(store, { today: DAY as never })).toMatchObject([{ about: number, level: 2 }]);
    expect(await countRatings(store)).toMatchObject([{ of: 'case', subject: 'A2', level: 2 }]);
    expect(await readRows(store)).not.toContain(number);
  });

  test('an old or forged button is answered, and nothing is kept', async () => {
    const store = await openTemporary();
    const say = open(store);
    for (const value of ['rate/answer/no-such-answer/x/5', 'rate/case/SPB-2026-000009/5', 'rate/answer/x/y/9'])
      expect(textsOf(await say(value))).toHaveLength(1);
    expect(await countRatings(store)).toEqual([]);
  });
});
