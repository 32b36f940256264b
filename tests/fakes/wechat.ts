import type { Chat, FakePlatform, Forgery, PersonMessage } from '../contract/harness.ts';
import { type ErrcodeServer, startErrcodeServer } from './errcode-server.ts';
import { describeMessage, field, showAccepted } from './tencent-message.ts';
import { seal, sign, unseal } from './tencent-seal.ts';

const APP_ID = 'wxf0e1d2c3b4a59687';
const SECRET = 'not-a-real-secret';
const TOKEN = 'fakewechattoken';
const AES_KEY = 'abcdefghijklmnopqrstuvwxyz0123456789ABCDEFG';
const ACCOUNT = 'gh_7f083739789a';
const OPEN_IDS: Readonly<Record<Chat, string>> = {
  first: 'oABC-first_person0000000001',
  second: 'oABC-second_person000000002',
};

export interface FakeWechat extends FakePlatform {
  readonly server: ErrcodeServer;
  /** Any document in an envelope signed as the platform would. */
  readonly post: (xml: string, change?: Partial<Envelope>) => Request;
  /** The check of the address, as the console makes it. */
  readonly check: (word: string, change?: Partial<Envelope>) => Request;
  /** Text of a reply that rode on an answer. */
  readonly openReply: (answer: string) => { readonly to: string; readonly text: string };
}

interface Envelope {
  readonly token: string;
  readonly aesKey: string;
  readonly owner: string;
  readonly at: Date;
  /** Whether the body is sealed; the account's own mode when absent. */
  readonly sealed: boolean;
  readonly signed: boolean;
}

/** A kind of message no text desk reads. */
const UNSUPPORTED = `${field('MsgType', 'location')}<Location_X>41.8</Location_X><Location_Y>123.4</Location_Y>`;

/** Text of a field of a reply, read by another way than it was written: section by section. */
function readField(xml: string, name: string): string {
  const [, body = ''] = new RegExp(`<${name}>((?:<!\\[CDATA\\[.*?\\]\\]>)+|[^<]*)</${name}>`, 'su').exec(xml) ?? [];
  return body.startsWith('<') ? [...body.matchAll(/<!\[CDATA\[(.*?)\]\]>/gsu)].map(([, text]) => text).join('') : body;
}

/** The text as a person sees it, with the platform's limit of 2,048 bytes. */
function judge(body: Readonly<Record<string, unknown>>): number {
  const { content } = body.text as { content: string };
  if (content === '') return 44004;
  return Buffer.byteLength(content) > 2048 ? 45002 : 0;
}

export interface FakeWechatOptions {
  /** The account's message mode. */
  readonly mode?: 'safe' | 'plain';
  readonly appId?: string;
  readonly token?: string;
  /** Further settings. */
  readonly more?: Readonly<Record<string, string>>;
}

/** WeChat on loopback, with one account. */
export async function startFakeWechat(
  clock: () => Date,
  { mode = 'safe', appId = APP_ID, token = TOKEN, more = {} }: FakeWechatOptions = {},
): Promise<FakeWechat> {
  const server = await startErrcodeServer({
    tokenPath: '/cgi-bin/stable_token',
    sendPath: '/cgi-bin/message/custom/send',
    knows: ({ body }) => body.appid === appId && body.secret === SECRET && body.grant_type === 'client_credential',
    judge,
    blocked: 48002,
    windowClosed: 45015,
    answer: () => ({}),
    also: ({ path }) => (path === '/cgi-bin/menu/create' ? { errcode: 0, errmsg: 'ok' } : undefined),
  });

  const usual = (): Envelope => ({
    token,
    aesKey: AES_KEY,
    owner: appId,
    at: clock(),
    sealed: mode === 'safe',
    signed: true,
  });

  function address(envelope: Envelope, sealed: string | null, more: Record<string, string>): URL {
    const timestamp = String(Math.floor(envelope.at.getTime() / 1000));
    const nonce = '1320562132';
    const url = new URL('http://desk.example/hooks/wechat');
    const signatures = envelope.signed
      ? {
          signature: sign(envelope.token, timestamp, nonce),
          ...(sealed === null ? {} : { msg_signature: sign(envelope.token, timestamp, nonce, sealed) }),
        }
      : {};
    const query = { ...signatures, timestamp, nonce, ...(sealed === null ? {} : { encrypt_type: 'aes' }), ...more };
    url.search = new URLSearchParams(query).toString();
    return url;
  }

  function post(xml: string, change: Partial<Envelope> = {}): Request {
    const envelope = { ...usual(), ...change };
    const sealed = envelope.sealed ? seal(envelope.aesKey, xml, envelope.owner) : null;
    const body = sealed === null ? xml : `<xml>${field('ToUserName', ACCOUNT)}${field('Encrypt', sealed)}</xml>`;
    return new Request(address(envelope, sealed, {}), {
      method: 'POST',
      body,
      headers: { 'content-type': 'text/xml' },
    });
  }

  function write(message: PersonMessage): string {
    if (message.kind === 'file') server.media.set(`media-${message.id}`, message.bytes);
    const from = message.kind === 'own' ? ACCOUNT : OPEN_IDS[message.chat];
    const time = `<CreateTime>${Math.floor(clock().getTime() / 1000)}</CreateTime>`;
    return `<xml>${field('ToUserName', ACCOUNT)}${field('FromUserName', from)}${time}${describeMessage(message, UNSUPPORTED)}</xml>`;
  }

  const deliver = (message: PersonMessage, change: Partial<Envelope> = {}) => post(write(message), change);

  const forgeries: Readonly<Record<Forgery, () => Partial<Envelope>>> = {
    bad: () => ({ token: 'guessedtoken' }),
    missing: () => ({ signed: false }),
    stale: () => ({ at: new Date(clock().getTime() - 3_600_000) }),
    other_channel: () => ({ token: 'anotheraccount', owner: 'wx0000000000000000' }),
  };
  const chatOf = (openId: unknown): Chat => (openId === OPEN_IDS.first ? 'first' : 'second');

  return {
    server,
    settings: {
      WECHAT_APP_ID: appId,
      WECHAT_APP_SECRET: SECRET,
      WECHAT_TOKEN: token,
      WECHAT_API_ROOT: server.root,
      ...(mode === 'safe' ? { WECHAT_AES_KEY: AES_KEY } : {}),
      ...more,
    },
    deliver: (message) => deliver(message),
    forge: (message, how) => deliver(message, forgeries[how]()),
    post,
    check: (word, change = {}) => new Request(address({ ...usual(), ...change }, null, { echostr: word })),
    openReply(answer) {
      const sealed = readField(answer, 'Encrypt');
      const xml = sealed === '' ? answer : unseal(AES_KEY, sealed).message;
      return { to: readField(xml, 'ToUserName'), text: readField(xml, 'Content') };
    },
    readCarried(answer) {
      if (!answer.includes('<xml>')) return null;
      const sealed = readField(answer, 'Encrypt');
      return readField(sealed === '' ? answer : unseal(AES_KEY, sealed).message, 'Content');
    },
    signed: { write, post: (inside) => post(inside) },
    conversation: (chat) => `wechat:${appId}:${OPEN_IDS[chat]}`,
    shown: () =>
      server.accepted.map((body) => ({
        chat: chatOf(body.touser),
        ...showAccepted(body, server.findUploaded(body)),
      })),
    failNext: server.failNext,
    dropsRepeats: false,
    stop: server.stop,
  };
}
