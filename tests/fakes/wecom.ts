import type { Chat, FakePlatform, Forgery, PersonMessage } from '../contract/harness.ts';
import { type ErrcodeServer, startErrcodeServer } from './errcode-server.ts';
import { describeMessage, field, showAccepted } from './tencent-message.ts';
import { seal, sign } from './tencent-seal.ts';

const CORP_ID = 'ww1a2b3c4d5e6f7890';
const AGENT_ID = '1000002';
const SECRET = 'not-a-real-secret';
const TOKEN = 'fakewecomtoken';
const AES_KEY = 'ABCDEFGHIJKLMNOPQRSTUVWXYZabcdefghijklmnop3';
const USERS: Readonly<Record<Chat, string>> = { first: 'LiLei', second: 'han.mei-mei@office' };

interface Envelope {
  readonly token: string;
  readonly aesKey: string;
  readonly owner: string;
  readonly at: Date;
  readonly signed: boolean;
}

export interface FakeWecom extends FakePlatform {
  readonly server: ErrcodeServer;
  /** Any document in an envelope signed as the platform would. */
  readonly post: (xml: string, change?: Partial<Envelope>) => Request;
  /** The check of the address, as the console makes it. */
  readonly check: (word: string, change?: Partial<Envelope>) => Request;
  /** Members outside what the application may see: the next sends do not reach them. */
  readonly hidden: Set<string>;
}

/** A kind of message no text desk reads. */
const UNSUPPORTED = field('MsgType', 'voice') + field('MediaId', 'v') + field('Format', 'amr');

function judge(body: Readonly<Record<string, unknown>>): number {
  if (body.agentid !== Number(AGENT_ID)) return 40056;
  const { content } = body.text as { content: string };
  return content === '' || Buffer.byteLength(content) > 2048 ? 44004 : 0;
}

/** WeCom on loopback. */
export async function startFakeWecom(
  clock: () => Date,
  { more = {} }: { more?: Readonly<Record<string, string>> } = {},
): Promise<FakeWecom> {
  const hidden = new Set<string>();
  let sent = 0;
  const server: ErrcodeServer = await startErrcodeServer({
    tokenPath: '/cgi-bin/gettoken',
    sendPath: '/cgi-bin/message/send',
    knows: ({ method, query }) => method === 'GET' && query.corpid === CORP_ID && query.corpsecret === SECRET,
    judge,
    blocked: 81013,
    windowClosed: null,
    answer: () => {
      sent += 1;
      const to = String(server.accepted.at(-1)?.touser);
      return { msgid: `msg-${sent}`, ...(hidden.has(to) ? { invaliduser: to.toLowerCase() } : {}) };
    },
    also: ({ path, query }) =>
      path === '/cgi-bin/menu/create' && query.agentid === AGENT_ID ? { errcode: 0, errmsg: 'ok' } : undefined,
  });

  const usual = (): Envelope => ({ token: TOKEN, aesKey: AES_KEY, owner: CORP_ID, at: clock(), signed: true });

  function address(envelope: Envelope, sealed: string, more: Record<string, string>): URL {
    const timestamp = String(Math.floor(envelope.at.getTime() / 1000));
    const nonce = '1372623149';
    const signature: Record<string, string> = envelope.signed
      ? { msg_signature: sign(envelope.token, timestamp, nonce, sealed) }
      : {};
    const url = new URL('http://desk.example/hooks/wecom');
    url.search = new URLSearchParams({ ...signature, timestamp, nonce, ...more }).toString();
    return url;
  }

  function post(xml: string, change: Partial<Envelope> = {}): Request {
    const envelope = { ...usual(), ...change };
    const sealed = seal(envelope.aesKey, xml, envelope.owner);
    const body = `<xml>${field('ToUserName', CORP_ID)}${field('Encrypt', sealed)}${field('AgentID', AGENT_ID)}</xml>`;
    return new Request(address(envelope, sealed, {}), { method: 'POST', body });
  }

  function write(message: PersonMessage): string {
    if (message.kind === 'file') server.media.set(`media-${message.id}`, message.bytes);
    const from = message.kind === 'own' ? 'sys' : USERS[message.chat];
    const head = field('ToUserName', CORP_ID) + field('FromUserName', from);
    const time = `<CreateTime>${Math.floor(clock().getTime() / 1000)}</CreateTime>`;
    return `<xml>${head}${time}${describeMessage(message, UNSUPPORTED)}<AgentID>${AGENT_ID}</AgentID></xml>`;
  }

  const deliver = (message: PersonMessage, change: Partial<Envelope> = {}) => post(write(message), change);

  const forgeries: Readonly<Record<Forgery, () => Partial<Envelope>>> = {
    bad: () => ({ token: 'guessedtoken' }),
    missing: () => ({ signed: false }),
    stale: () => ({ at: new Date(clock().getTime() - 3_600_000) }),
    other_channel: () => ({ token: 'anothercompany', owner: 'ww0000000000000000' }),
  };

  return {
    server,
    hidden,
    settings: {
      WECOM_CORP_ID: CORP_ID,
      WECOM_AGENT_ID: AGENT_ID,
      WECOM_SECRET: SECRET,
      WECOM_TOKEN: TOKEN,
      WECOM_AES_KEY: AES_KEY,
      WECOM_API_ROOT: server.root,
      ...more,
    },
    deliver: (message) => deliver(message),
    forge: (message, how) => deliver(message, forgeries[how]()),
    post,
    check(word, change = {}) {
      const envelope = { ...usual(), ...change };
      const echostr = seal(envelope.aesKey, word, envelope.owner);
      return new Request(address(envelope, echostr, { echostr }));
    },
    signed: { write, post: (inside) => post(inside) },
    conversation: (chat) => `wecom:${CORP_ID}.${AGENT_ID}:${USERS[chat]}`,
    shown: () =>
      server.accepted
        .filter(({ touser }) => !hidden.has(String(touser)))
        .map((body) => ({
          chat: body.touser === USERS.first ? 'first' : 'second',
          ...showAccepted(body, server.findUploaded(body)),
        })),
    failNext: server.failNext,
    dropsRepeats: false,
    stop: server.stop,
  };
}
