import { describe, expect, test } from 'vitest';
import { turn } from '../../../src/conversation/turn.ts';
import { createDesk } from '../../../src/delivery/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import { message, openScripted, seededRandom, textsOf } from '../../delivery/desk-under-test.ts';
import { scriptedRelease } from '../../delivery/scripted-turn.ts';
import { call, hire, type Office, openOffice, seat } from './open-office.ts';

/** Two agents, a head of unit, and a citizen who asked for a person. */
async function openBusy() {
  const office = await openOffice();
  const desk = openScripted(office.store);
  await desk.receive(message('m1', 'person answer/fees'));
  const wang = await seat(office, await hire(office, 'wang', ['chat_agent'], { name: '王芳' }));
  const zhao = await seat(office, await hire(office, 'zhao', ['chat_agent'], { name: '赵敏' }));
  const head = await seat(office, await hire(office, 'head', ['unit_head'], { name: '钱处长' }));
  return { office, desk, wang, zhao, head };
}

const show = (office: Office, browser: Parameters<typeof call>[1]) =>
  call(office, browser, 'GET', '/conversations/1').then((answer) => answer.json());

describe('claiming', () => {
  test('the first click wins, the second is told who did', async () => {
    const { office, wang, zhao } = await openBusy();
    expect((await call(office, wang, 'POST', '/conversations/1/claim')).json()).toMatchObject({ state: 'open' });
    const late = await call(office, zhao, 'POST', '/conversations/1/claim', { headers: { 'accept-language': 'zh' } });
    expect(late.statusCode).toBe(409);
    expect(late.json().error).toMatchObject({ code: 'taken', message: '王芳已经先接了这个会话。' });
    expect((await call(office, wang, 'POST', '/conversations/1/claim')).statusCode).toBe(200);
  });

  test('of a hundred at once exactly one wins', async () => {
    const { office } = await openBusy();
    const agents = [];
    for (let each = 0; each < 100; each += 1) {
      agents.push(await seat(office, await hire(office, `agent-${each}`, ['chat_agent'])));
    }
    const answers = await Promise.all(agents.map((agent) => call(office, agent, 'POST', '/conversations/1/claim')));
    expect(answers.filter(({ statusCode }) => statusCode === 200)).toHaveLength(1);
    expect(answers.filter(({ statusCode }) => statusCode === 409)).toHaveLength(99);
    const notices = (await show(office, agents[0])).lines.filter(({ text }: { text: string }) => text.includes('接入'));
    expect(notices).toHaveLength(1);
  });

  test('makes the bot silent until the conversation is given back', async () => {
    const { office, wang } = await openBusy();
    const desk = createDesk({
      store: office.store,
      channel: 'web',
      turn,
      release: () => scriptedRelease,
      now: office.now,
      random: seededRandom(),
      logger: silentLogger,
    });
    await call(office, wang, 'POST', '/conversations/1/claim');
    expect(textsOf(await desk.receive(message('m2', '还在吗')))).toEqual([]);
    await call(office, wang, 'POST', '/conversations/1/hand-back', { body: { reason: '已答复' } });
    const state = await office.store.db.selectFrom('queue').selectAll().executeTakeFirstOrThrow();
    expect(state).toMatchObject({ ended_why: '已答复', claimed_by: wang.staff.id });
    expect((await show(office, wang)).lines.at(-1)).toMatchObject({
      from: 'desk',
      text: expect.stringContaining('我'),
    });
  });

  test('what a colleague has only the head of a unit takes over', async () => {
    const { office, wang, zhao, head } = await openBusy();
    await call(office, wang, 'POST', '/conversations/1/claim');
    expect((await call(office, zhao, 'POST', '/conversations/1/take-over')).statusCode).toBe(403);
    expect((await call(office, head, 'POST', '/conversations/1/take-over')).json().claimedBy).toBe(head.staff.id);
    const reply = { body: { text: '您好' } };
    expect((await call(office, wang, 'POST', '/conversations/1/replies', reply)).statusCode).toBe(403);
    expect((await call(office, head, 'POST', '/conversations/1/replies', reply)).statusCode).toBe(200);
  });
});

describe('a reply', () => {
  test('reaches the citizen as staff’s word, and shows who wrote it and how it fares', async () => {
    const { office, wang } = await openBusy();
    await call(office, wang, 'POST', '/conversations/1/claim');
    await call(office, wang, 'POST', '/conversations/1/replies', { body: { text: '您好，我是工作人员' } });
    expect(office.announced).toEqual(['c1', 'c1']);
    const { lines } = await show(office, wang);
    expect(lines.at(-1)).toMatchObject({
      from: 'staff',
      text: '您好，我是工作人员',
      writtenBy: wang.staff.id,
      delivery: 'on_page',
    });
  });

  test('to a platform waits in the outbox until it is delivered or known to be lost', async () => {
    const { office, wang } = await openBusy();
    await openScripted(office.store, { channel: 'telegram' }).receive(message('m1', 'person', 't1', 'telegram'));
    const path = '/conversations/2';
    await call(office, wang, 'POST', `${path}/claim`);
    await call(office, wang, 'POST', `${path}/replies`, { body: { text: '您好' } });
    const last = async () => (await call(office, wang, 'GET', path)).json().lines.at(-1);
    expect(await last()).toMatchObject({ delivery: 'waiting', why: null });
    const mine = office.store.db.updateTable('lines').where('speaker', '=', 'staff');
    await mine.set({ undeliverable: 'blocked' }).execute();
    expect(await last()).toMatchObject({ delivery: 'undeliverable', why: 'blocked' });
    await mine.set({ undeliverable: null, delivered_at: 'x' }).execute();
    expect(await last()).toMatchObject({ delivery: 'delivered' });
  });

  test('is refused empty, and to a conversation nobody claimed', async () => {
    const { office, wang } = await openBusy();
    const say = (text: string) => call(office, wang, 'POST', '/conversations/1/replies', { body: { text } });
    expect((await say('您好')).statusCode).toBe(403);
    await call(office, wang, 'POST', '/conversations/1/claim');
    expect((await say('  ')).statusCode).toBe(400);
  });
});

describe('forwarding', () => {
  test('to a colleague hands it over with its context', async () => {
    const { office, wang, zhao } = await openBusy();
    await call(office, wang, 'POST', '/conversations/1/claim');
    const body = { to: { staff: zhao.staff.id }, context: '他想问收费' };
    expect((await call(office, wang, 'POST', '/conversations/1/forward', { body })).json()).toMatchObject({
      state: 'open',
      claimedBy: zhao.staff.id,
    });
    const shown = await show(office, zhao);
    expect(shown.notes).toMatchObject([{ text: '他想问收费', writtenBy: wang.staff.id }]);
    expect(shown.lines.at(-1).text).not.toContain('收费');
  });

  test('to a unit puts it back among those who wait, for that unit', async () => {
    const { office, wang, zhao, head } = await openBusy();
    await office.store.db.insertInto('units').values({ id: 7, name: '法规处' }).execute();
    await call(office, wang, 'POST', '/conversations/1/claim');
    const body = { to: { unit: 7 }, context: '请法规处答复' };
    await call(office, wang, 'POST', '/conversations/1/forward', { body });
    const waiting = (await call(office, head, 'GET', '/conversations')).json().conversations;
    expect(waiting).toMatchObject([{ id: 1, state: 'waiting', unit: 7, claimedBy: null }]);
    expect((await call(office, zhao, 'POST', '/conversations/1/claim')).statusCode).toBe(200);
  });

  test('to nobody is refused', async () => {
    const { office, wang } = await openBusy();
    await call(office, wang, 'POST', '/conversations/1/claim');
    for (const to of [{ staff: 99 }, { unit: 99 }, {}, { staff: 1, unit: 1 }]) {
      const answer = await call(office, wang, 'POST', '/conversations/1/forward', { body: { to, context: 'x' } });
      expect(answer.statusCode).toBe(400);
    }
  });
});

describe('lists', () => {
  test('show who waits, first come first, with the last thing said and no key to the conversation', async () => {
    const { office, desk, wang } = await openBusy();
    await desk.receive(message('m1', 'person', '8b1f7a52-0c1e-4a3e-9a59-0f8ad1a0c001'));
    const answer = await call(office, wang, 'GET', '/conversations?state=waiting');
    expect(answer.json().conversations.map(({ id }: { id: number }) => id)).toEqual([1, 2]);
    expect(answer.json().conversations[0].lastLine.text).toBeTruthy();
    expect(answer.body).not.toContain('8b1f7a52');
  });

  test('show mine, and what ended', async () => {
    const { office, wang, zhao } = await openBusy();
    await call(office, wang, 'POST', '/conversations/1/claim');
    const ids = async (browser: typeof wang, query: string) =>
      (await call(office, browser, 'GET', `/conversations?${query}`)).json().conversations.length;
    expect(await ids(wang, 'state=open&mine=true')).toBe(1);
    expect(await ids(zhao, 'state=open&mine=true')).toBe(0);
    expect(await ids(zhao, 'state=open')).toBe(1);
    await call(office, wang, 'POST', '/conversations/1/end', { body: { reason: '已答复' } });
    expect(await ids(wang, 'state=ended')).toBe(1);
    expect(await ids(wang, 'state=open')).toBe(0);
  });

  test('a query code typed into the conversation is not shown', async () => {
    const { office, desk, wang } = await openBusy();
    await desk.receive(message('m3', '我的查询码是 BCDF-2345 ，电话13840987654'));
    const shown = JSON.stringify(await show(office, wang));
    expect(shown).not.toMatch(/BCDF-?2345|13840987654/u);
  });
});
