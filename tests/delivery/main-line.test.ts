import { beforeAll, describe, expect, test } from 'vitest';
import type { Received } from '../../src/channel/desk.ts';
import { renderPlain } from '../../src/channel/render-plain.ts';
import type { Release } from '../../src/conversation/release.ts';
import { turn } from '../../src/conversation/turn.ts';
import type { DrainableDesk } from '../../src/delivery/index.ts';
import { showRequest } from '../../src/desk/index.ts';
import { readRequests, type Store } from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from '../store/now.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted } from './desk-under-test.ts';
import { ANSWERS } from './filing-answers.ts';

let release: Release;

beforeAll(() => {
  release = openRelease();
});

const openReal = (store: Store) => openScripted(store, { turn, release: () => release });
const plain = (received: Received) =>
  received.lines.map((line) => renderPlain(line.message, { sources: '依据' })).join('\n');
let messages = 0;

/** Says one thing; a button is written `/value`. */
function tell(desk: DrainableDesk, text: string): Promise<Received> {
  messages += 1;
  return desk.receive(message(`s${messages}`, text.startsWith('/') ? { kind: 'choice', value: text.slice(1) } : text));
}

/** Says each in turn and returns what was answered last. */
async function say(desk: DrainableDesk, ...said: readonly string[]): Promise<string> {
  let last = '';
  for (const text of said) last = plain(await tell(desk, text));
  return last;
}

/** Answers the form's questions from `said` on until one of `until` is asked, and returns that question. */
async function fillIn(desk: DrainableDesk, said: string, until: readonly string[]): Promise<Received> {
  let received = await tell(desk, said);
  for (let step = 0; step < 20; step += 1) {
    const asked = received.outcome.id ?? '';
    if (until.includes(asked)) return received;
    received = await tell(desk, ANSWERS[asked] ?? `no answer to ${asked}`);
  }
  throw new Error(`the form never asked for ${until.join(' or ')}`);
}

async function fileOne(desk: DrainableDesk): Promise<{ number: string; secret: string }> {
  await fillIn(desk, '/request', ['review']);
  const receipt = await say(desk, '提交');
  return {
    number: /SPB-\d{4}-\d{6}/u.exec(receipt)?.[0] ?? receipt,
    secret: /查询码：(\w{8})/u.exec(receipt)?.[1] ?? receipt,
  };
}

describe('a whole filing through the real conversation', () => {
  test('goes on where it stopped when the desk is restarted halfway, and is filed once', async () => {
    const directory = makeDirectory();
    await fillIn(openReal(await openTemporary(directory)), '/request', ['documentKind']);
    const store = await openTemporary(directory);
    const desk = openReal(store);
    expect(plain(await fillIn(desk, '居民身份证', ['review']))).toContain('张三');

    const submit = message('submit', '提交');
    const [first, again] = await Promise.all([desk.receive(submit), desk.receive(submit)]);
    expect(plain(first)).toContain('SPB-2026-000001');
    expect(again).toEqual({ ...first, repeated: true });
    await say(desk, '提交');

    expect(await readRequests(store)).toMatchObject([
      {
        number: 'SPB-2026-000001',
        state: 'filed',
        filedOn: '2026-11-23',
        receivedOn: null,
        applicant: 'person',
        documentKind: 'resident_id',
        provision: 'electronic',
        delivery: 'email',
        personal: {
          name: '张三',
          documentNumber: '210102199003074514',
          phone: '13840987654',
          email: 'san@example.com',
        },
        description: '沈阳市信访局2025年信访工作要点',
      },
    ]);
  });

  test('takes the number typed where its kind was asked as both, and says what is wrong with a wrong one', async () => {
    const desk = openReal(await openTemporary());
    await fillIn(desk, '/request', ['documentKind']);
    const wrong = await tell(desk, '210102 1990 0307 4515');
    expect([wrong.outcome.id, plain(wrong)]).toEqual(['documentNumber', expect.stringContaining('最后一位对不上')]);
    await say(desk, '返回上一步');
    const right = await tell(desk, '210102 1990 0307 4514');
    expect([right.outcome.id, plain(right)]).toEqual(['phone', expect.not.stringContaining('星号')]);
  });

  test('can be followed and withdrawn with its number and query code', async () => {
    const store = await openTemporary();
    const desk = openReal(store);
    const { number, secret } = await fileOne(desk);
    expect(await say(desk, '/track', number, secret)).toContain('已提交');
    await say(desk, '/withdraw', '是的，撤回');
    expect(await showRequest(store, shippedRules, number, { now: NOW })).toMatchObject({
      state: 'withdrawn',
      personal: { name: '张*' },
    });
  });

  test('shows nothing of a request to who does not know its query code', async () => {
    const desk = openReal(await openTemporary());
    const { number } = await fileOne(desk);
    expect(await say(desk, '/track', `${number} ZZZZZZZZ`)).not.toContain('2025年信访工作要点');
    expect(await say(desk, ...Array.from({ length: 5 }, () => `${number} ZZZZZZZZ`))).toContain('15');
  });

  test('leaves nothing of what was filled in when it is cancelled, and an earlier receipt as it was', async () => {
    const store = await openTemporary();
    const desk = openReal(store);
    await fileOne(desk);
    const filed = await desk.readTranscript(conversationId('c1'), 0);
    await fillIn(desk, '/request', ['review']);
    expect(JSON.stringify(await desk.readTranscript(conversationId('c1'), filed.length))).toContain('张三');
    expect(await say(desk, '/form/cancel', '/form/confirm_cancel')).toContain('已经取消');

    const transcript = await desk.readTranscript(conversationId('c1'), 0);
    expect(transcript.slice(0, filed.length)).toEqual(filed);
    const after = JSON.stringify(transcript.slice(filed.length));
    expect(after).toContain('（已清除）');
    const typed = [ANSWERS.description, ANSWERS.name, ANSWERS.documentNumber, ANSWERS.phone, ANSWERS.email];
    expect(typed.filter((value) => value && after.includes(value))).toEqual([]);
    const kept = await store.db.selectFrom('inbox').select('body').execute();
    expect(kept.filter((row) => row.body.length > 0)).toEqual([]);
  });
});
