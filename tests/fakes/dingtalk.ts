import { createHmac } from 'node:crypto';
import type { Chat, FakePlatform, Forgery, PersonMessage, ShownMessage } from '../contract/harness.ts';
import {
  type AcceptedMessage,
  CLIENT_ID,
  type DingtalkPlatform,
  ROBOT_CODE,
  SECRET,
  startDingtalkPlatform,
} from './dingtalk-api.ts';

const USERS: Readonly<Record<Chat, string>> = { first: 'manager1234', second: '042-297' };
const HOUR_MS = 3_600_000;

interface Envelope {
  readonly secret: string;
  readonly at: Date;
  readonly signed: boolean;
}

export interface FakeDingtalk extends FakePlatform {
  readonly platform: DingtalkPlatform;
  /** Anything at all, signed as the platform would. */
  readonly post: (payload: unknown, change?: Partial<Envelope>) => Request;
  /** The same for what need not be JSON. */
  readonly postText: (body: string, change?: Partial<Envelope>) => Request;
}

export interface FakeDingtalkOptions {
  readonly more?: Readonly<Record<string, string>>;
  /** How long the session webhooks last that come with messages; 0 leaves the API. */
  readonly sessionMs?: number;
}

/** Shapes as in https://open.dingtalk.com/document/orgapp/receive-message */
function describe(message: PersonMessage): Readonly<Record<string, unknown>> {
  switch (message.kind) {
    case 'text':
    case 'own':
      return { msgtype: 'text', text: { content: message.text } };
    case 'choice':
      // What tapping a card says.
      return { msgtype: 'text', text: { content: message.label } };
    case 'file':
      return {
        msgtype: 'file',
        content: { spaceId: '1', fileId: '2', fileName: message.name, downloadCode: `code-${message.id}` },
      };
    case 'unsupported':
      return { msgtype: 'video', content: { duration: '5', videoType: 'mp4', downloadCode: 'v' } };
  }
}

interface Button {
  readonly title: string;
  readonly actionURL: string;
}

/** Cards are markdown: a backslash keeps a sign as it is, two blanks break a line. */
const showMarkdown = (text: string) => text.replaceAll('  \n', '\n').replaceAll(/\\([\\`*_[\]<>~#])/gu, '$1');
const showButton = ({ title, actionURL }: Button) => ({
  label: title,
  value: new URL(actionURL).searchParams.get('content') ?? '',
});

function showSession(body: AcceptedMessage['body']): Omit<ShownMessage, 'chat'> {
  const { text, actionCard } = body as { text?: { content: string }; actionCard?: { text: string; btns: Button[] } };
  return actionCard
    ? { text: showMarkdown(actionCard.text), choices: actionCard.btns.map(showButton) }
    : { text: text?.content ?? '', choices: [] };
}

function showApi(
  { msgKey, msgParam }: AcceptedMessage['body'],
  uploaded: DingtalkPlatform['uploaded'],
): Omit<ShownMessage, 'chat'> {
  const param = JSON.parse(String(msgParam)) as Record<string, string>;
  if (msgKey === 'sampleFile' || msgKey === 'sampleImageMsg') {
    const file = uploaded.get(param.mediaId ?? param.photoURL ?? '');
    const name = param.fileName ?? file?.name ?? '';
    return { text: '', choices: [], ...(file && { file: { ...file, name } }) };
  }
  if (msgKey === 'sampleText') return { text: param.content ?? '', choices: [] };
  const count = Number(/^sampleActionCard(\d)$/u.exec(String(msgKey))?.[1] ?? 1);
  const buttons = Array.from({ length: count }, (_, index) => ({
    title: param[`actionTitle${index + 1}`] ?? param.singleTitle ?? '',
    actionURL: param[`actionURL${index + 1}`] ?? param.singleURL ?? 'dtmd:',
  }));
  return { text: showMarkdown(param.text ?? ''), choices: buttons.map(showButton) };
}

/** What a person sees of a message, as the client shows its kind. */
export function showMessage(
  { by, body }: AcceptedMessage,
  uploaded: DingtalkPlatform['uploaded'] = new Map(),
): Omit<ShownMessage, 'chat'> {
  return by === 'session' ? showSession(body) : showApi(body, uploaded);
}

/** DingTalk on loopback. */
export async function startFakeDingtalk(
  clock: () => Date,
  { more = {}, sessionMs = 1.5 * HOUR_MS }: FakeDingtalkOptions = {},
): Promise<FakeDingtalk> {
  const platform = await startDingtalkPlatform();
  const { root } = platform.server;

  function postText(body: string, change: Partial<Envelope> = {}): Request {
    const { secret, at, signed } = { secret: SECRET, at: clock(), signed: true, ...change };
    const timestamp = String(at.getTime());
    const sign = createHmac('sha256', secret).update(`${timestamp}\n${secret}`).digest('base64');
    return new Request('http://desk.example/hooks/dingtalk', {
      method: 'POST',
      headers: { 'content-type': 'application/json; charset=utf-8', ...(signed ? { timestamp, sign } : {}) },
      body,
    });
  }

  const post = (payload: unknown, change?: Partial<Envelope>) => postText(JSON.stringify(payload), change);

  function write(message: PersonMessage) {
    if (message.kind === 'file') platform.files.set(`code-${message.id}`, message.bytes);
    const user = USERS[message.chat];
    return {
      conversationId: `cid-${user}==`,
      conversationType: '1',
      chatbotCorpId: 'ding9f50b15bccd16741',
      chatbotUserId: '$:LWCP_v1:$robot',
      msgId: `msg${message.id}==`,
      senderNick: '李雷',
      senderId: message.kind === 'own' ? '$:LWCP_v1:$robot' : `$:LWCP_v1:$${user}`,
      senderStaffId: user,
      createAt: clock().getTime(),
      sessionWebhook: `${root}/robot/sendBySession?session=${user}`,
      sessionWebhookExpiredTime: clock().getTime() + sessionMs,
      robotCode: ROBOT_CODE,
      ...describe(message),
    };
  }

  const deliver = (message: PersonMessage, change: Partial<Envelope> = {}) => post(write(message), change);

  const forgeries: Readonly<Record<Forgery, () => Partial<Envelope>>> = {
    bad: () => ({ secret: 'a guessed secret' }),
    missing: () => ({ signed: false }),
    stale: () => ({ at: new Date(clock().getTime() - HOUR_MS) }),
    other_channel: () => ({ secret: 'the secret of another application' }),
  };

  return {
    platform,
    post,
    postText,
    settings: {
      DINGTALK_CLIENT_ID: CLIENT_ID,
      DINGTALK_CLIENT_SECRET: SECRET,
      DINGTALK_ROBOT_CODE: ROBOT_CODE,
      DINGTALK_API_ROOT: root,
      DINGTALK_SESSION_ROOT: root,
      ...more,
    },
    deliver: (message) => deliver(message),
    forge: (message, how) => deliver(message, forgeries[how]()),
    signed: { write: (message) => JSON.stringify(write(message)), post: (inside) => postText(inside) },
    conversation: (chat) => `dingtalk:${ROBOT_CODE}:member:${USERS[chat]}`,
    shown: () =>
      platform.accepted.map((message) => ({
        chat: message.to === USERS.first ? 'first' : 'second',
        ...showMessage(message, platform.uploaded),
      })),
    failNext: platform.failNext,
    dropsRepeats: false,
    stop: platform.server.stop,
  };
}
