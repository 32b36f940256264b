import { expect, test } from 'vitest';
import { findVisits } from '../../../src/desk/conversations/index.ts';
import { holdAnswer, readLines } from '../../../src/store/index.ts';
import { message, openScripted } from '../../delivery/desk-under-test.ts';
import { failAt } from '../../fail-at.ts';
import { hire } from '../api/open-office.ts';
import { openStaffRoom, type StaffRoomUnderTest } from './open-staff-room.ts';

const WANG = 'U0WANG00001';
const ZHAO = 'U0ZHAO00001';

/** Two agents whose accounts are tied, and somebody who asked for a person. */
async function openWithVisit(): Promise<StaffRoomUnderTest> {
  const room = await openStaffRoom();
  const { office } = room;
  await room.tie(await hire(office, 'wang', ['chat_agent'], { name: '王敏' }), WANG);
  await room.tie(await hire(office, 'zhao', ['chat_agent'], { name: '赵强' }), ZHAO);
  await openScripted(office.store, { now: office.now }).receive(message('m1', 'person'));
  return room;
}

const textsFrom = async ({ office }: StaffRoomUnderTest, from: string) =>
  (await readLines(office.store, { channel: 'web', conversation: 'c1' }, { after: 0 }))
    .filter((line) => line.from === from)
    .map(({ message: said }) => ('text' in said ? said.text : ''));

test.each(['room.post.before', 'room.post.after'])(
  'a card whose process ended at %s is posted by the next under the same key, and stands once',
  async (point) => {
    await using room = await openStaffRoom();
    failAt((name) => name === point);
    await openScripted(room.office.store, { now: room.office.now }).receive(message('m1', 'person'));
    for (let looks = 0; looks < 3; looks += 1) await room.look();
    const keys = room.fake.calls.flatMap(({ method, body }) =>
      method === 'chat.postMessage' ? body.client_msg_id : [],
    );
    expect([keys.length, new Set(keys).size]).toEqual([point.endsWith('after') ? 2 : 1, 1]);
  },
);

test('a conversation is claimed, answered and ended in the room', async () => {
  await using room = await openWithVisit();
  const { office } = room;
  expect(await room.look()).toEqual([
    expect.stringMatching(/^postMessage 🔔 有人等候人工答复（第 1 号）[\s\S]*来自 web \[我来答复\]$/u),
  ]);
  office.wait(1);

  await room.tap(WANG, 'claim:1');
  expect((await findVisits(office.store, { state: 'open', most: 9 })).map(({ id }) => id)).toEqual([1]);
  expect((await room.look())[0]).toMatch(/^update 第 1 号会话由 王敏 答复中[\s\S]*\[结束\] \[交回机器人\] \[接管\]$/u);

  // The second is told who was first.
  await room.tap(ZHAO, 'claim:1');
  expect((await room.look())[0]).toMatch(/^postEphemeral U0ZHAO00001 .*王敏/u);

  // What the citizen says arrives in the thread, with numbers that say who they are starred.
  await openScripted(office.store, { now: office.now }).receive(message('m2', '我的手机是 13912345678'));
  expect((await room.look()).join()).toMatch(/postMessage ↳ 来访者：我的手机是 139\*+/u);

  // What the claimer writes goes out once, however often the platform delivers it, and is not shown again.
  await room.write(WANG, '7', '您好，请讲。');
  await room.write(WANG, '7', '您好，请讲。');
  await room.write(WANG, '8', '// 已核对身份');
  expect(await textsFrom(room, 'staff')).toEqual(['您好，请讲。']);
  expect(await room.look()).toEqual([]);

  // Another's words stay in the thread, and they are told so; what stands in the room itself is nobody's business.
  await room.write(ZHAO, '9', '我来补充');
  expect((await room.look())[0]).toMatch(/^postEphemeral U0ZHAO00001 您写的话没有发给对方/u);
  await room.write(ZHAO, '10', '中午吃什么', '1700000009.000009');
  expect(await room.look()).toEqual([]);

  await room.tap(ZHAO, 'end:1');
  expect((await room.look())[0]).toMatch(/^postEphemeral U0ZHAO00001 这个会话不是由您答复的/u);
  await room.tap(WANG, 'end:1');
  expect(await room.fill(WANG, room.opened(), { reason: '已答复' })).toEqual({});
  expect((await room.look())[0]).toMatch(/^update 第 1 号会话已结束/u);
});

test('who is not tied, was shut out or has no part in it can do nothing', async () => {
  await using room = await openWithVisit();
  const { office } = room;
  await room.look();
  await room.tap('U0NOBODY001', 'claim:1');
  expect(await room.look()).toEqual([expect.stringMatching(/^postEphemeral U0NOBODY001 您还没有关联/u)]);
  const auditor = await hire(office, 'qian', ['auditor']);
  await room.tie(auditor, 'U0QIAN00001');
  await room.tap('U0QIAN00001', 'claim:1');
  expect(await room.look()).toEqual([expect.stringMatching(/^postEphemeral U0QIAN00001 您不能进行这项操作/u)]);
  // Nor do they learn which conversations there are.
  await room.tap('U0QIAN00001', 'claim:999');
  expect(await room.look()).toEqual([expect.stringMatching(/^postEphemeral U0QIAN00001 您不能进行这项操作/u)]);
  const shut = { disabled_at: office.now().toISOString() };
  await office.store.db.updateTable('staff').set(shut).where('sign_in_name', '=', 'wang').execute();
  await room.tap(WANG, 'claim:1');
  expect(await findVisits(office.store, { state: 'open', most: 9 })).toEqual([]);
  // An approver has to have an authenticator here too.
  await room.tie(await hire(office, 'sun', ['approver', 'chat_agent']), 'U0SUN000001');
  await room.tap('U0SUN000001', 'claim:1');
  expect(await findVisits(office.store, { state: 'open', most: 9 })).toEqual([]);
});

test('a code ties one account, once, for ten minutes, and is recorded', async () => {
  await using room = await openStaffRoom();
  const { office } = room;
  const wang = await hire(office, 'wang', ['chat_agent'], { name: '王敏' });
  expect(await room.tie(wang, WANG)).toMatchObject({
    response_type: 'ephemeral',
    text: '已关联到 王敏 的工作台账号。',
  });
  expect(await room.command(ZHAO, 'ZZZZ2222')).toMatchObject({ text: expect.stringContaining('关联码不对') });
  const entries = await office.store.db.selectFrom('audit').select(['event', 'actor']).execute();
  expect(entries).toEqual([{ event: 'chat_account_linked', actor: `staff:${wang.id}` }]);
});

test('somebody is called again to a conversation nobody picked up, until somebody does', async () => {
  await using room = await openWithVisit();
  await room.look();
  room.office.wait(3);
  expect(await room.look()).toEqual([expect.stringMatching(/第 1 号已等候 3 分钟，还没有人答复。 \[我来答复\]$/u)]);
  room.office.wait(2);
  expect(await room.look()).toEqual([]);
  room.office.wait(1);
  expect(await room.look()).toHaveLength(1);
  await room.tap(WANG, 'claim:1');
  await room.look();
  room.office.wait(9);
  expect(await room.look()).toEqual([]);
});

test('an answer that has to be approved is approved, changed and rejected in the room', async () => {
  await using room = await openStaffRoom();
  const { office } = room;
  await room.tie(await hire(office, 'wang', ['chat_agent'], { name: '王敏' }), WANG);
  await room.tie(await hire(office, 'zhao', ['chat_agent'], { name: '赵强' }), ZHAO);
  const key = { channel: 'web', conversation: 'c1' };
  const hold = (text: string) =>
    office.store.transaction((executor) =>
      holdAnswer(
        executor,
        key,
        {
          subject: 'answer/fees',
          why: 'listed',
          confidence: 1,
          release: 'x',
          question: '收费吗，我是13912345678',
          replies: [{ kind: 'text', text }],
        },
        office.now(),
      ),
    );
  await hold('一般不收费。');
  const [card = ''] = await room.look();
  expect(card).toMatch(/^postMessage 🔔 有一条答复等待核对（第 1 号）[\s\S]*一般不收费。 \[核对无误，发送\] \[修改\]/u);
  expect(card).not.toContain('13912345678');

  // Who changes it cannot send it; a colleague who looks at the old card cannot either.
  await room.tap(WANG, 'edit:1-1');
  expect(JSON.stringify(room.opened())).toContain('"initial_value":"一般不收费。"');
  await room.fill(WANG, room.opened(), { text: '不收费。' });
  expect((await room.look())[0]).toMatch(/^update [\s\S]*不收费。/u);
  await room.tap(WANG, 'approve:1-2');
  expect((await room.look())[0]).toMatch(/^postEphemeral U0WANG00001 您不能进行这项操作/u);
  await room.tap(ZHAO, 'approve:1-1');
  expect((await room.look())[0]).toMatch(/^postEphemeral U0ZHAO00001 这条答复刚刚被同事改过/u);
  await room.tap(ZHAO, 'approve:1-2');
  expect((await room.look())[0]).toMatch(/^update 第 1 号答复已核对并发送/u);
  expect(await textsFrom(room, 'staff')).toContain('不收费。');

  await hold('要收费。');
  await room.look();
  await room.tap(ZHAO, 'reject:2-1');
  await room.fill(ZHAO, room.opened(), { text: '请看公布的办法。' });
  expect((await room.look())[0]).toMatch(/^update 第 2 号答复没有采用/u);
  expect((await textsFrom(room, 'staff')).at(-1)).toBe('请看公布的办法。');
  await room.tap(WANG, 'reject:2-1');
  expect((await room.look())[0]).toMatch(/^postEphemeral U0WANG00001 这条答复已经处理了/u);
});

test('a conversation is handed back to the bot, and taken over by the head of the unit alone', async () => {
  await using room = await openWithVisit();
  const { office } = room;
  const LI = 'U0LI0000001';
  await room.tie(await hire(office, 'li', ['unit_head'], { name: '李主任' }), LI);
  await room.look();
  await room.tap(WANG, 'claim:1');
  await room.look();
  await room.tap(ZHAO, 'take_over:1');
  expect((await room.look())[0]).toMatch(/^postEphemeral U0ZHAO00001 您不能进行这项操作/u);
  await room.tap(LI, 'take_over:1');
  expect((await room.look())[0]).toMatch(/^update 第 1 号会话由 李主任 答复中/u);

  // What it was is another's now: who had it before can do nothing more, not even by a form that was open.
  await room.tap(LI, 'hand_back:1');
  const form = room.opened();
  await room.fill(WANG, form, { reason: '已答复' });
  expect((await findVisits(office.store, { state: 'open', most: 9 })).map(({ id }) => id)).toEqual([1]);
  expect(await room.fill(LI, form, { reason: '已答复' })).toEqual({});
  expect((await room.look()).at(-1)).toMatch(/^update 第 1 号会话已结束/u);
  expect((await textsFrom(room, 'desk')).at(-1)).toContain('现在由我继续');
});
