import type { Chat, FakePlatform, Forgery, PersonMessage, ShownMessage } from '../contract/harness.ts';
import { type AcceptedMessage, APP_ID, APP_SECRET, type FeishuApi, startFeishuApi } from './feishu-api.ts';
import { sealText, signEvent } from './feishu-seal.ts';

const ENCRYPT_KEY = 'not-a-real-encrypt-key';
const TOKEN = 'not-a-real-token';
const CHATS: Readonly<Record<Chat, string>> = { first: 'oc_first', second: 'oc_second' };
const PEOPLE: Readonly<Record<Chat, string>> = { first: 'ou_first', second: 'ou_second' };

interface Envelope {
  readonly key: string;
  readonly appId: string;
  readonly token: string;
  readonly at: Date;
  readonly signed: boolean;
}

export interface FakeFeishu extends FakePlatform {
  readonly api: FeishuApi;
  /** Anything at all, sealed and signed as the platform would. */
  readonly post: (sealed: unknown, change?: Partial<Envelope>) => Request;
  /** The same for what need not be JSON. */
  readonly postText: (sealed: string, change?: Partial<Envelope>) => Request;
  /** An event of a type, in its usual frame. */
  readonly tell: (type: string, event: unknown, change?: Partial<Envelope>) => Request;
}

/** Shapes as in https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content */
function describe(message: PersonMessage): { readonly message_type: string; readonly content: string } {
  const as = (message_type: string, content: unknown) => ({ message_type, content: JSON.stringify(content) });
  switch (message.kind) {
    case 'text':
    case 'own':
      return as('text', { text: message.text });
    case 'file':
      return as('file', { file_key: `file_${message.id}`, file_name: message.name });
    default:
      return as('audio', { file_key: `file_${message.id}`, duration: 2000 });
  }
}

function tellMessage(message: PersonMessage) {
  return {
    sender: {
      sender_id: { open_id: PEOPLE[message.chat], union_id: 'on_1', user_id: 'u1' },
      sender_type: message.kind === 'own' ? 'app' : 'user',
      tenant_key: 'tenant',
    },
    message: {
      message_id: `om_${message.id}`,
      create_time: '1795406400000',
      chat_id: CHATS[message.chat],
      chat_type: 'p2p',
      ...describe(message),
    },
  };
}

function tellTap({ chat, value, id }: Extract<PersonMessage, { kind: 'choice' }>) {
  return {
    operator: { tenant_key: 'tenant', open_id: PEOPLE[chat] },
    token: `c-${id}`,
    action: { value: { choice: value, group: false }, tag: 'button' },
    host: 'im_message',
    context: { open_message_id: 'om_card', open_chat_id: CHATS[chat] },
  };
}

interface CardElement {
  readonly tag: string;
  readonly text?: { readonly content: string };
  readonly actions?: readonly {
    readonly text: { readonly content: string };
    readonly value: { readonly choice: string };
  }[];
}

/** What a person sees of a message, as the client shows its kind. */
export function showContent(
  { msg_type, content }: AcceptedMessage,
  uploaded: FeishuApi['uploaded'] = new Map(),
): Omit<ShownMessage, 'chat'> {
  if (msg_type === 'file' || msg_type === 'image') {
    const { file_key, image_key } = JSON.parse(content) as { file_key?: string; image_key?: string };
    const file = uploaded.get(file_key ?? image_key ?? '');
    return { text: '', choices: [], ...(file && { file }) };
  }
  if (msg_type === 'post') {
    const { zh_cn } = JSON.parse(content) as {
      zh_cn: { content: { tag: string; text?: string; user_id?: string }[][] };
    };
    const show = (line: (typeof zh_cn.content)[number]) =>
      line.map(({ text, user_id }) => text ?? `@${user_id}`).join('');
    return { text: zh_cn.content.map(show).join('\n'), choices: [] };
  }
  const { elements } = JSON.parse(content) as { elements: CardElement[] };
  const actions = elements.flatMap((element) => element.actions ?? []);
  return {
    text: elements.flatMap(({ text }) => text?.content ?? []).join('\n'),
    choices: actions.map(({ text, value }) => ({ label: text.content, value: value.choice })),
  };
}

/** Feishu on loopback. */
export async function startFakeFeishu(
  clock: () => Date,
  { more = {} }: { more?: Readonly<Record<string, string>> } = {},
): Promise<FakeFeishu> {
  const api = await startFeishuApi();
  const usual = (): Envelope => ({ key: ENCRYPT_KEY, appId: APP_ID, token: TOKEN, at: clock(), signed: true });

  function postText(sealed: string, change: Partial<Envelope> = {}): Request {
    const { key, at, signed } = { ...usual(), ...change };
    const body = JSON.stringify({ encrypt: sealText(key, sealed) });
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const nonce = '693213459';
    const signature = {
      'x-lark-request-timestamp': timestamp,
      'x-lark-request-nonce': nonce,
      'x-lark-signature': signEvent(key, timestamp, nonce, body),
    };
    const headers = { 'content-type': 'application/json', ...(signed ? signature : {}) };
    return new Request('http://desk.example/hooks/feishu', { method: 'POST', headers, body });
  }

  const post = (sealed: unknown, change?: Partial<Envelope>) => postText(JSON.stringify(sealed), change);

  type Telling = Partial<Envelope> & { readonly eventId?: string };

  function frame(type: string, event: unknown, change: Telling) {
    const { appId, token } = { ...usual(), ...change };
    const header = {
      event_id: change.eventId ?? 'event',
      event_type: type,
      create_time: '1795406400000',
      token,
      app_id: appId,
      tenant_key: 'tenant',
    };
    return { schema: '2.0', header, event };
  }

  const tell = (type: string, event: unknown, change: Telling = {}) => post(frame(type, event, change), change);

  function write(message: PersonMessage, change: Partial<Envelope> = {}) {
    const about = { ...change, eventId: `event-${message.id}` };
    if (message.kind === 'choice') return frame('card.action.trigger', tellTap(message), about);
    if (message.kind === 'file') api.resources.set(`om_${message.id}/file_${message.id}`, message.bytes);
    return frame('im.message.receive_v1', tellMessage(message), about);
  }

  const deliver = (message: PersonMessage, change: Partial<Envelope> = {}) => post(write(message, change), change);

  const forgeries: Readonly<Record<Forgery, () => Partial<Envelope>>> = {
    bad: () => ({ key: 'a guessed key' }),
    missing: () => ({ signed: false }),
    stale: () => ({ at: new Date(clock().getTime() - 3_600_000) }),
    other_channel: () => ({ appId: 'cli_another', key: 'the key of another application' }),
  };

  return {
    api,
    post,
    postText,
    tell,
    settings: {
      FEISHU_APP_ID: APP_ID,
      FEISHU_APP_SECRET: APP_SECRET,
      FEISHU_ENCRYPT_KEY: ENCRYPT_KEY,
      FEISHU_VERIFICATION_TOKEN: TOKEN,
      FEISHU_API_ROOT: api.server.root,
      ...more,
    },
    deliver: (message) => deliver(message),
    forge: (message, how) => deliver(message, forgeries[how]()),
    signed: { write: (message) => JSON.stringify(write(message)), post: (inside) => postText(inside) },
    conversation: (chat) => `feishu:${APP_ID}:${CHATS[chat]}`,
    shown: () =>
      api.accepted.map((message) => ({
        chat: message.receive_id === CHATS.first ? 'first' : 'second',
        ...showContent(message, api.uploaded),
      })),
    failNext: api.failNext,
    dropsRepeats: true,
    stop: api.server.stop,
  };
}
