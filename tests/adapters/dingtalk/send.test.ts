import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { writeMarkdown } from '../../../adapters/dingtalk/write-markdown.ts';
import { DeskError } from '../../../src/errors.ts';
import { dose } from '../../dose.ts';
import { ROBOT_CODE } from '../../fakes/dingtalk-api.ts';
import { openDingtalk } from './open-dingtalk.ts';

const GROUP = `dingtalk:${ROBOT_CODE}:group:cid%3D%3D:042297`;
const OUTSIDER = `dingtalk:${ROBOT_CODE}:outsider:%24%3Aabc`;
const HOUR = 3_600_000;
const CHOICES = ['查进度', '写申请', '帮助'].map((label, index) => ({ value: `value-${index}`, label }));
const paths = (calls: readonly { readonly path: string }[]) => calls.map(({ path }) => path);

test('the channel does not connect with credentials the platform refuses', async () => {
  await using open = await openDingtalk({ more: { DINGTALK_CLIENT_SECRET: 'wrong' } });
  await expect(open.adapter.start?.(async () => {})).rejects.toMatchObject({ code: 'PLATFORM_AWAY' });
});

describe('a reply', () => {
  test('goes through the session the message brought, without a token', async () => {
    await using open = await openDingtalk();
    await open.hear();
    expect(await open.send('您的申请已经收到。')).toEqual({ kind: 'sent', platformId: null });
    expect(paths(open.fake.platform.server.calls)).toEqual(['/robot/sendBySession']);
  });

  test('goes through the API when the session is over, and when nothing was heard before', async () => {
    await using open = await openDingtalk();
    expect(await open.send('一')).toEqual({ kind: 'sent', platformId: 'query-1' });
    await open.hear();
    open.forward(1.6 * HOUR);
    await open.send('二');
    expect(open.fake.platform.accepted.map(({ by }) => by)).toEqual(['api', 'api']);
  });

  test('goes through the API when the session is refused before its time, and at once from then on', async () => {
    await using open = await openDingtalk();
    await open.hear();
    open.fake.platform.endSessions();
    await open.send('一');
    await open.send('二');
    expect(open.fake.shown().map(({ text }) => text)).toEqual(['一', '二']);
    const sessions = paths(open.fake.platform.server.calls).filter((path) => path === '/robot/sendBySession');
    expect(sessions).toHaveLength(1);
  });

  test.each([
    ['of another server', 'http://127.0.0.1:9/robot/sendBySession?session=x'],
    ['with another path', '/v1.0/oauth2/accessToken'],
    ['with a name in it', 'http://user@127.0.0.1/robot/sendBySession'],
    ['that is none', 'javascript:alert(1)'],
  ])('never goes to an address %s, signed or not', async (_name, address) => {
    await using open = await openDingtalk();
    const { root } = open.fake.platform.server;
    const payload = (await open.fake.deliver({ kind: 'text', id: '1', chat: 'first', text: '您好' }).json()) as object;
    await open.read(open.fake.post({ ...payload, sessionWebhook: address.replace(/^\//u, `${root}/`) }));
    await open.send('一');
    expect(open.fake.platform.accepted.map(({ by }) => by)).toEqual(['api']);
  });

  test('to somebody from outside is out of reach without a session', async () => {
    await using open = await openDingtalk();
    expect(await open.send('一', OUTSIDER)).toEqual({ kind: 'undeliverable', why: 'window_closed' });
  });

  test('for another robot or channel goes nowhere', async () => {
    await using open = await openDingtalk();
    for (const to of ['dingtalk:other:member:a', `dingtalk:${ROBOT_CODE}:member:%FF`, 'wechat:a:b', 'dingtalk:x', ''])
      expect(await open.send('一', to)).toEqual({ kind: 'undeliverable', why: 'gone' });
    expect(open.fake.platform.server.calls).toEqual([]);
  });
});

describe('choices', () => {
  const PART = { text: '请选一项：\n共 3 项', choices: CHOICES };

  test.each([1, 2, 3, 5])('%i of them look the same by session and by the API, and say their label', async (count) => {
    await using open = await openDingtalk();
    const part = { ...PART, choices: [...CHOICES, ...CHOICES].slice(0, count) };
    await open.send(part);
    await open.hear();
    await open.send(part);
    const [byApi, bySession] = open.fake.shown();
    expect(byApi).toEqual(bySession);
    expect(byApi?.text).toBe(PART.text);
    expect(byApi?.choices.map(({ value }) => value)).toEqual(part.choices.map(({ label }) => label));
  });

  test('in a group are a numbered list, for what a tap says would not name the robot', async () => {
    await using open = await openDingtalk();
    await open.send(PART, GROUP);
    expect(open.fake.shown()[0]).toMatchObject({
      text: '请选一项：\n共 3 项\n1. 查进度\n2. 写申请\n3. 帮助',
      choices: [],
    });
    expect(open.fake.platform.accepted[0]?.to).toBe('cid==');
  });

  test('a card says what was written, markup and all', () => {
    const show = (text: string) => text.replaceAll('  \n', '\n').replaceAll(/\\([\\`*_[\]<>~#])/gu, '$1');
    const words = fc
      .array(fc.constantFrom('*', '_', '# ', '[', ']', '`', '\\', '<b>', '~', 'a', '第5条', '\n', ' 1'))
      .map((pieces) => pieces.join('').replaceAll(/ +\n/gu, '\n'));
    fc.assert(
      fc.property(words, (text) => {
        expect(show(writeMarkdown(text))).toBe(text);
      }),
      { seed: 20_261_123, numRuns: dose(1000) },
    );
  });

  test('an address in a card stays whole', () => {
    expect(writeMarkdown('见 https://www.gov.cn/a_b_c.html 第*条')).toBe('见 https://www.gov.cn/a_b_c.html 第\\*条');
  });
});

describe('what the platform answers', () => {
  test.each([
    [403, { code: 'Forbidden.AccessDenied.QpsLimitForApi' }, { kind: 'later', afterMs: null }],
    [403, { code: 'Forbidden.AccessDenied.AccessTokenPermissionDenied' }, { kind: 'later', afterMs: 60_000 }],
    [400, { code: 'robot.oto.notExist' }, { kind: 'later', afterMs: 60_000 }],
    [400, { code: 'invalidParameter.robotCode.auth' }, { kind: 'later', afterMs: 60_000 }],
    [400, { code: 'staffId.notExisted' }, { kind: 'undeliverable', why: 'gone' }],
    [400, { code: 'invalidParameter.msgParam' }, { kind: 'undeliverable', why: 'refused' }],
    [200, { invalidStaffIdList: ['manager1234'] }, { kind: 'undeliverable', why: 'gone' }],
    [200, { filteredStaffIdList: ['manager1234'] }, { kind: 'undeliverable', why: 'blocked' }],
    [200, { flowControlledStaffIdList: ['manager1234'] }, { kind: 'later', afterMs: 60_000 }],
    [200, { somethingNew: true }, { kind: 'sent', platformId: null }],
    [429, {}, { kind: 'later' }],
    [502, {}, { kind: 'later', why: 'HTTP 502' }],
    [400, {}, { kind: 'later', why: 'HTTP 400' }],
  ])('the API with %i %o', async (status, body, expected) => {
    await using open = await openDingtalk();
    open.fake.platform.answerNext(status, body);
    expect(await open.send('一')).toMatchObject(expected);
  });

  test('a session used too fast waits, and is not by-passed', async () => {
    await using open = await openDingtalk();
    await open.hear();
    open.fake.failNext({ kind: 'rate_limited', afterMs: 7000 });
    expect(await open.send('一')).toEqual({ kind: 'later', afterMs: 60_000, why: 'too many messages' });
    expect(open.fake.shown()).toEqual([]);
  });

  test('waits when the line breaks or no token is given, and keeps the secret to itself', async () => {
    await using open = await openDingtalk({ more: { DINGTALK_CLIENT_SECRET: 'wrong' } });
    expect(await open.send('一')).toEqual({ kind: 'later', afterMs: null, why: 'no access token' });
    await using other = await openDingtalk();
    other.fake.failNext({ kind: 'cut_after_acceptance' });
    expect(await other.send('一')).toMatchObject({ kind: 'later' });
  });

  test('a token is asked for once, and once more when it has ended', async () => {
    await using open = await openDingtalk();
    await Promise.all([open.send('一'), open.send('二'), open.send('三')]);
    open.fake.platform.endToken();
    expect(await open.send('四')).toMatchObject({ kind: 'sent' });
    const tokens = paths(open.fake.platform.server.calls).filter((path) => path.endsWith('accessToken'));
    expect(tokens).toHaveLength(2);
  });
});

describe('a file a person sent', () => {
  const FILE = { kind: 'file', id: '3', chat: 'first', name: '材料.pdf', bytes: new Uint8Array(500).fill(3) } as const;

  test('is fetched when wanted, not beyond the limit', async () => {
    await using open = await openDingtalk();
    await open.read(open.fake.deliver(FILE));
    expect(await open.adapter.fetchFile?.('code-3', 500)).toEqual(Buffer.from(FILE.bytes));
    expect(await open.adapter.fetchFile?.('code-3', 499)).toBe('too_large');
    expect(await open.adapter.fetchFile?.('code-4', 500)).toBe('gone');
  });

  test('is asked for again later when the platform does not answer now', async () => {
    await using open = await openDingtalk({ more: { DINGTALK_CLIENT_SECRET: 'wrong' } });
    await expect(open.adapter.fetchFile?.('code-3', 500)).rejects.toThrow(DeskError);
  });
});
