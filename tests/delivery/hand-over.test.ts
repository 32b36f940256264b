import fc from 'fast-check';
import { beforeAll, describe, expect, test } from 'vitest';
import type { Received } from '../../src/channel/desk.ts';
import { renderPlain } from '../../src/channel/render-plain.ts';
import type { Release } from '../../src/conversation/release.ts';
import { startState } from '../../src/conversation/state.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { TurnInput } from '../../src/conversation/turn-contract.ts';
import type { DeskOptions, DrainableDesk } from '../../src/delivery/index.ts';
import { PERSONAL_FIELDS } from '../../src/requests/form/draft.ts';
import { loadState, readRequests, type Store } from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { dose } from '../dose.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted, seededRandom } from './desk-under-test.ts';

const PAGE = 'https://desk.example/';
const IDENTITY = '210102199003074514';
let release: Release;
let count = 0;

beforeAll(() => {
  release = openRelease();
});

const plain = (received: Received) =>
  received.lines.map((line) => renderPlain(line.message, { sources: '依据' })).join('\n');

/** Two desks over one store: a chat platform and the page. */
function openBoth(store: Store, options: Partial<DeskOptions> = {}) {
  const shared = { turn, release: () => release, ...options };
  const chat = openScripted(store, {
    ...shared,
    channel: 'telegram',
    handOver: 'must',
    pageUrl: PAGE,
    random: seededRandom('chat'),
    ...options,
  });
  const page = openScripted(store, { turn, release: () => release, now: options.now ?? (() => NOW), channel: 'web' });
  return {
    chat: (text: string) => tell(chat, text, 'telegram:1:42', 'telegram'),
    page: (text: string, conversation = 'page1') => tell(page, text, conversation, 'web'),
    readChat: () => chat.readTranscript(conversationId('telegram:1:42'), 0),
  };
}

/** Says one thing; a button is written `/value`. */
function tell(desk: DrainableDesk, text: string, conversation: string, channel: string): Promise<Received> {
  count += 1;
  const body = text.startsWith('/') ? { kind: 'choice' as const, value: text.slice(1) } : text;
  return desk.receive(message(`m${count}`, body, conversation, channel));
}

type Both = ReturnType<typeof openBoth>;

/** Writes the description in the chat and returns the token of the link that comes back. */
async function describeInChat({ chat }: Both): Promise<string> {
  await chat('/request');
  let received = await chat('沈阳市信访局2025年信访工作要点');
  if (received.outcome.id === 'check') received = await chat('/form/begin');
  return readToken(received);
}

function readToken(received: Received): string {
  return /https:\/\/desk\.example\/#hand-over=([\w-]{43})/u.exec(plain(received))?.[1] ?? plain(received);
}

const ON_PAGE: Readonly<Record<string, string>> = {
  consent: '/form/agree',
  applicant: '个人',
  name: '张三',
  documentKind: '居民身份证',
  documentNumber: IDENTITY,
  phone: '13840987654',
  provision: '纸质',
  delivery: '自取',
};

async function finishOnPage({ page }: Both, first: Received, conversation = 'page1'): Promise<Received> {
  let received = first;
  for (let step = 0; step < 15 && received.outcome.id !== 'review'; step += 1)
    received = await page(ON_PAGE[received.outcome.id ?? ''] ?? `no answer to ${received.outcome.id}`, conversation);
  return page('/form/submit', conversation);
}

describe('on a platform abroad', () => {
  test('the description is written in the chat, the rest on the page, and the number comes back', async () => {
    const store = await openTemporary();
    const both = openBoth(store);
    const token = await describeInChat(both);
    const opened = await both.page(`/hand-over/${token}`);
    expect(opened.outcome.id).toBe('consent');
    const receipt = await finishOnPage(both, opened);
    const number = /SPB-2026-\d{6}/u.exec(plain(receipt))?.[0];
    expect(number).toBeDefined();
    const last = (await both.readChat()).at(-1);
    expect(last).toMatchObject({ from: 'desk', message: { text: expect.stringContaining(number ?? '?') } });
    expect(JSON.stringify(await both.readChat())).not.toMatch(/张三|138409|查询码：/u);
    expect(await readRequests(store)).toMatchObject([
      { channel: 'web', description: '沈阳市信访局2025年信访工作要点' },
    ]);
    expect(await loadState(store, { channel: 'telegram', conversation: 'telegram:1:42' })).toMatchObject({
      form: null,
      filed: number,
    });
  });

  test('a link opens once', async () => {
    const both = openBoth(await openTemporary());
    const token = await describeInChat(both);
    await both.page(`/hand-over/${token}`, 'page1');
    expect(await both.page(`/hand-over/${token}`, 'page2')).toMatchObject({ outcome: { id: 'hand-over-gone' } });
  });

  test('a link opens for half an hour', async () => {
    let at = NOW.getTime();
    const both = openBoth(await openTemporary(), { now: () => new Date(at) });
    const token = await describeInChat(both);
    at += 30 * 60_000;
    expect(await both.page(`/hand-over/${token}`)).toMatchObject({ outcome: { id: 'hand-over-gone' } });
  });

  test('a guessed link opens nothing', async () => {
    const both = openBoth(await openTemporary());
    await describeInChat(both);
    expect(await both.page(`/hand-over/${'A'.repeat(43)}`)).toMatchObject({ outcome: { id: 'hand-over-gone' } });
  });

  test('a link cannot be taken up in a chat', async () => {
    const both = openBoth(await openTemporary());
    const token = await describeInChat(both);
    await both.chat(`/hand-over/${token}`);
    expect(await both.page(`/hand-over/${token}`)).toMatchObject({ outcome: { id: 'consent' } });
  });

  test('"continue" gives another link, and one draft is filed once however many are opened', async () => {
    const store = await openTemporary();
    const both = openBoth(store);
    const first = await describeInChat(both);
    const second = readToken(await both.chat('继续填写'));
    expect(second).not.toBe(first);
    await finishOnPage(both, await both.page(`/hand-over/${first}`, 'page1'), 'page1');
    await finishOnPage(both, await both.page(`/hand-over/${second}`, 'page2'), 'page2');
    expect(await readRequests(store)).toHaveLength(1);
  });

  test('while the form waits, other questions are answered', async () => {
    const both = openBoth(await openTemporary());
    await describeInChat(both);
    expect(await both.chat('公开申请多久答复')).toMatchObject({ outcome: { kind: 'answer' } });
  });

  test('without an address of the page the person is told how else to apply', async () => {
    const both = openBoth(await openTemporary(), { pageUrl: undefined });
    expect(await describeInChat(both)).toMatch(/当面或者写信/u);
  });

  test('an identity number typed anyway is stored nowhere, and the person is told', async () => {
    const store = await openTemporary();
    const both = openBoth(store);
    const received = await both.chat(`我的身份证是${IDENTITY}，电话13840987654，怎么申请公开`);
    expect(plain(received)).toContain('打上星号');
    const state = await loadState(store, { channel: 'telegram', conversation: 'telegram:1:42' });
    expect(JSON.stringify([state, await both.readChat()])).not.toMatch(/210102199003|1384098/u);
  });

  test('no message and no button binds a personal field to the conversation, nor files a request', () => {
    const values = [
      '个人',
      '张三',
      '居民身份证',
      IDENTITY,
      '13840987654',
      'a@example.com',
      '沈阳市和平区1号',
      '提交',
      '同意',
    ];
    const buttons = [
      'agree',
      'submit',
      'begin',
      'continue',
      'keep',
      'edit',
      'back',
      'restart',
      'pause',
      'cancel',
      'carry',
      ...PERSONAL_FIELDS.flatMap((field) => [`edit/${field}`, `set/${field}/张三`]),
      'set/applicant/person',
      'set/documentKind/passport',
    ].map((action) => `form/${action}`);
    const input = fc.oneof(
      fc
        .constantFrom(...values, '我要申请公开', '2025年信访工作要点', '继续', '取消', '转人工', '修改姓名', '2')
        .map((text): TurnInput => ({ kind: 'text', text })),
      fc
        .constantFrom(...buttons, 'request', 'hand-over', 'hand-over/abc', 'person')
        .map((value): TurnInput => ({ kind: 'choice', value })),
    );
    let handed = 0;
    fc.assert(
      fc.property(fc.array(input, { maxLength: 12 }), (inputs) => {
        let state = { ...startState(), handOver: 'must' as 'must' | 'may' | undefined };
        const began: TurnInput[] = [
          { kind: 'choice', value: 'request' },
          { kind: 'text', text: '沈阳市信访局2025年信访工作要点' },
        ];
        for (const [index, each] of [...began, ...inputs].entries()) {
          const result = turn(state, each, release, NOW, `m${index}`);
          state = { ...result.state, handOver: 'must' };
          const { id: _, description: __, ...rest } = state.form?.draft ?? { id: '' };
          expect(rest).toEqual({});
          for (const effect of result.effects) {
            expect(effect.kind).not.toBe('file_request');
            if (effect.kind !== 'hand_over') continue;
            handed += 1;
            expect(Object.keys(effect.draft).filter((key) => !['id', 'description'].includes(key))).toEqual([]);
          }
          for (const reply of result.replies)
            if (reply.kind === 'text') expect(PERSONAL_FIELDS).not.toContain(reply.ask?.field);
        }
      }),
      { seed: 20261123, numRuns: dose(150) },
    );
    expect(handed).toBeGreaterThan(50);
  });
});

describe('on a platform at home', () => {
  test('the page is offered beside filling in here, and takes along what was filled in', async () => {
    const store = await openTemporary();
    const both = openBoth(store, { handOver: 'may' });
    await both.chat('/request');
    let asked = await both.chat('沈阳市信访局2025年信访工作要点');
    if (asked.outcome.id === 'check') asked = await both.chat('/form/begin');
    expect(plain(asked)).toContain('到网页上填');
    for (const answer of ['/form/agree', '个人', '张三']) await both.chat(answer);
    const token = readToken(await both.chat('/hand-over'));
    const opened = await both.page(`/hand-over/${token}`);
    const next = await both.page('/form/agree');
    expect([opened.outcome.id, next.outcome.id]).toEqual(['consent', 'documentKind']);
    await finishOnPage(both, next);
    expect(await readRequests(store)).toMatchObject([{ channel: 'web', personal: { name: '张三' } }]);
  });

  test('an identity number is taken where it is asked for, and hidden where it is not', async () => {
    const store = await openTemporary();
    const both = openBoth(store, { handOver: 'may' });
    expect(plain(await both.chat(`我的身份证${IDENTITY}`))).toContain('打上星号');
    const state = await loadState(store, { channel: 'telegram', conversation: 'telegram:1:42' });
    expect(JSON.stringify(state)).not.toContain(IDENTITY);
    await both.chat('/request');
    let asked = await both.chat('沈阳市信访局2025年信访工作要点');
    if (asked.outcome.id === 'check') asked = await both.chat('/form/begin');
    for (const answer of ['/form/agree', '个人', '张三', '居民身份证']) asked = await both.chat(answer);
    expect(asked.outcome.id).toBe('documentNumber');
    expect((await both.chat(IDENTITY)).outcome.id).toBe('phone');
  });
});
