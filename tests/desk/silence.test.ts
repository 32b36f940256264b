import { beforeAll, describe, expect, test } from 'vitest';
import type { InboundBody } from '../../src/channel/message.ts';
import type { Release } from '../../src/conversation/release.ts';
import { startState } from '../../src/conversation/state.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { DeskOptions } from '../../src/delivery/index.ts';
import { listTroubles } from '../../src/desk/index.ts';
import { type ConversationKey, loadState, readLines, type Store, saveState } from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { message, openScripted, seededRandom, textsOf } from '../delivery/desk-under-test.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';

const KEY = { channel: 'web', conversation: 'c1' };
let release: Release;
let count = 0;

beforeAll(() => {
  release = openRelease();
});

const openReal = (store: Store, options: Partial<DeskOptions> = {}) =>
  openScripted(store, { turn, release: () => release, ...options });

/** From now on staff own the conversation. */
async function own(store: Store, key: ConversationKey = KEY) {
  const state = (await loadState(store, key)) ?? startState();
  await store.transaction((executor) => saveState(executor, key, { ...state, owner: 'staff' }, NOW));
}

const PATHS: readonly (readonly [string, string | InboundBody])[] = [
  ['a question', '多久答复'],
  ['a figure', '2017年收到多少申请'],
  ['the word for a person', '转人工'],
  ['a button', { kind: 'choice', value: 'request' }],
  ['an old button', { kind: 'choice', value: 'gone/for/ever' }],
  ['a link from a chat', { kind: 'choice', value: 'hand-over/abcdef' }],
  ['a file', { kind: 'file', name: 'a.pdf', mediaType: 'application/pdf', bytes: 12, reference: 'r' }],
  ['something no channel can read', { kind: 'unsupported', what: 'voice' }],
  ['nothing at all', ''],
  ['an identity number nobody asked for', '我的身份证号210102199003074514'],
  ['despair', '我不想活了'],
];

describe('while staff own a conversation the bot is silent', () => {
  test.each(PATHS)('on %s', async (_, body) => {
    const store = await openTemporary();
    await own(store);
    count += 1;
    const received = await openReal(store).receive(message(`m${count}`, body));
    expect(textsOf(received)).toEqual([]);
    const lines = await readLines(store, KEY, { after: 0 });
    expect(lines.map(({ from }) => from)).toEqual(['citizen']);
    expect(JSON.stringify(lines)).not.toContain('210102199003074514');
  });

  test('on a message it cannot handle, which staff find among what went wrong', async () => {
    const store = await openTemporary();
    await own(store);
    const desk = openScripted(store);
    for (let time = 1; time <= 4; time += 1) await expect(desk.receive(message('m1', 'fail'))).rejects.toThrow();
    expect(textsOf(await desk.receive(message('m1', 'fail')))).toEqual([]);
    expect(textsOf(await desk.receive(message('m1', 'fail')))).toEqual([]);
    expect(await listTroubles(store)).toMatchObject([{ why: 'set_aside' }]);
  });

  test('on a form that was begun here and is filed on the page', async () => {
    const store = await openTemporary();
    const chat = { channel: 'telegram', conversation: 'telegram:1:42' };
    const options = { channel: 'telegram', handOver: 'must', pageUrl: 'https://desk.example/' } as const;
    const desk = openReal(store, { ...options, random: seededRandom('chat') });
    const page = openReal(store);
    const tell = async (on: typeof desk, text: string, key: ConversationKey) => {
      count += 1;
      const body = text.startsWith('/') ? { kind: 'choice' as const, value: text.slice(1) } : text;
      return on.receive(message(`m${count}`, body, key.conversation, key.channel));
    };
    await tell(desk, '/request', chat);
    let received = await tell(desk, '沈阳市信访局2025年信访工作要点', chat);
    for (let step = 0; step < 6 && !JSON.stringify(received.lines).includes('hand-over='); step += 1) {
      const last = received.lines.at(-1)?.message;
      const [choice] = last && last.kind !== 'notice' ? (last.choices ?? []) : [];
      received = await tell(desk, `/${choice?.value}`, chat);
    }
    const token = /hand-over=([\w-]+)/u.exec(JSON.stringify(received.lines))?.[1];
    expect(token).toBeTruthy();
    await own(store, chat);
    const before = (await readLines(store, chat, { after: 0 })).length;
    const web = { channel: 'web', conversation: 'page1' };
    await tell(page, `/hand-over/${token}`, web);
    for (const each of ['张三', '居民身份证', '210102199003074514', '13840987654', '电子', '网页', '提交'])
      await tell(page, each, web);
    expect(await readLines(store, chat, { after: 0 })).toHaveLength(before);
  });
});
