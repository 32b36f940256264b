import { beforeAll, describe, expect, test } from 'vitest';
import type { Release } from '../../src/conversation/release.ts';
import { turn } from '../../src/conversation/turn.ts';
import { createTicker, WAITING_NOTE } from '../../src/delivery/index.ts';
import { createWaitingNote } from '../../src/desk/conversations/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { readAccesses, readLines } from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { message, openScripted, textsOf } from '../delivery/desk-under-test.ts';
import { call, hire, openOffice, seat } from './api/open-office.ts';

const KEY = { channel: 'web', conversation: 'c1' };
let release: Release;
let count = 0;

beforeAll(() => {
  release = openRelease();
});

/** Somebody who waits since ten o'clock on a Monday, and an agent. */
async function openWaiting() {
  const office = await openOffice({ release: () => release });
  const desk = openScripted(office.store, { turn, release: () => release, now: office.now });
  const wang = await seat(office, await hire(office, 'wang', ['chat_agent']));
  const tell = async (text: string, conversation = 'c1') => {
    count += 1;
    const body = text.startsWith('/') ? { kind: 'choice' as const, value: text.slice(1) } : text;
    return textsOf(await desk.receive(message(`m${count}`, body, conversation))).join('\n');
  };
  const ticker = createTicker({
    store: office.store,
    jobs: { [WAITING_NOTE]: createWaitingNote(() => release) },
    holder: 'one',
    now: office.now,
    logger: silentLogger,
  });
  /** What was said in the minutes that pass. */
  const pass = async (minutes: number) => {
    const before = (await readLines(office.store, KEY, { after: 0 })).length;
    office.wait(minutes);
    await ticker.run();
    const lines = await readLines(office.store, KEY, { after: before });
    return lines.map((line) => (line.message.kind === 'card' ? '' : line.message.text)).join('\n');
  };
  const joined = await tell('转人工');
  await ticker.run();
  const show = async () => (await call(office, await seat(office, wang.staff), 'GET', '/conversations/1')).json();
  return { office, tell, pass, joined, wang, show };
}

describe('who waits', () => {
  test('is told the place, and honestly when nobody can say how long', async () => {
    const { joined, tell } = await openWaiting();
    expect(joined).toContain('第一位');
    expect(joined).toContain('说不准');
    expect(await tell('转人工', 'c2')).toContain('前面还有1位');
  });

  test('hears from us after five, fifteen, thirty and sixty minutes, then at each opening', async () => {
    const { pass } = await openWaiting();
    expect(await pass(4)).toBe('');
    expect(await pass(1)).toContain('让您久等了');
    expect(await pass(9)).toBe('');
    expect(await pass(1)).toContain('第一位');
    expect(await pass(15)).toContain('让您久等了');
    expect(await pass(30)).toContain('让您久等了');
    // Eleven o'clock; until the afternoon nothing.
    expect(await pass(120)).toBe('');
    expect(await pass(10)).toContain('没有忘记您');
    expect(await pass(240)).toBe('');
    expect(await pass(16 * 60)).toContain('没有忘记您');
  });

  test('hears nothing more once somebody has come', async () => {
    const { office, pass, wang } = await openWaiting();
    await call(office, wang, 'POST', '/conversations/1/claim');
    expect(await pass(20)).toBe('');
  });
});

describe('what is left for the staff', () => {
  test('is sealed, shown masked, and as it is only for a reason that is recorded', async () => {
    const { office, tell, show, wang } = await openWaiting();
    expect(await tell('/leave/contact')).toContain('电话或者邮箱');
    expect(await tell('没有')).toContain('没看出');
    expect(await tell('13840987654')).toContain('联系方式记下了');
    expect(await tell('/leave/message')).toContain('写在一条消息里');
    expect(await tell('请下午回电，号码13840987654')).toContain('留言记下了');
    expect((await show()).left).toEqual({ message: '请下午回电，号码138****7654', contact: '138****7654' });
    expect(JSON.stringify(await readLines(office.store, KEY, { after: 0 }))).not.toContain('13840987654');
    const unmask = (reason: string) => call(office, wang, 'POST', '/conversations/1/unmask', { body: { reason } });
    expect((await unmask(' ')).statusCode).toBe(400);
    expect((await unmask('回电答复')).json()).toMatchObject({ contact: '13840987654' });
    expect(await readAccesses(office.store)).toMatchObject([{ who: `staff:${wang.staff.id}`, reason: '回电答复' }]);
  });

  test('is nothing after 取消, after another button, or when somebody is in despair', async () => {
    const { tell, show } = await openWaiting();
    await tell('/leave/message');
    expect(await tell('取消')).toContain('不留了');
    await tell('/leave/message');
    await tell('/help');
    await tell('多久答复');
    await tell('/leave/message');
    expect(await tell('我不想活了')).toContain('12356');
    expect((await show()).left).toEqual({ message: null, contact: null });
  });
});
