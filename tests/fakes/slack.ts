import { createHmac } from 'node:crypto';
import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import { WebSocketServer } from 'ws';
import type { Chat, FakePlatform, Fault, Forgery, PersonMessage, ShownMessage } from '../contract/harness.ts';
import { describeMessage, TEAM, USERS } from './slack-payloads.ts';
import { type FakeSocket, serveSocket } from './slack-socket.ts';

const BOT_TOKEN = 'xoxb-not-a-real-token';
const APP_TOKEN = 'xapp-not-a-real-token';
const SIGNING_SECRET = 'notarealsigningsecret0123456789a';
/** Channel of the staff. */
export const STAFF_CHANNEL = 'C0STAFFROOM';
type Json = Readonly<Record<string, unknown>>;
export interface SlackCall {
  readonly method: string;
  readonly token: string;
  readonly body: Readonly<Record<string, string>>;
}
interface Reply {
  readonly status: number;
  readonly headers?: Readonly<Record<string, string>>;
  readonly body: Json;
}

interface Envelope {
  readonly secret: string;
  readonly at: Date;
  readonly signed: boolean;
}

export interface FakeSlack extends FakePlatform {
  /** Every call of the Web API, in order. */
  readonly calls: SlackCall[];
  /** Any body, signed as the platform would. An object is sent as JSON, unless `form` says otherwise. */
  readonly post: (body: unknown, change?: Partial<Envelope & { readonly form: boolean }>) => Request;
  /** What a person's message comes as, and whether in a form. */
  readonly describe: (message: PersonMessage) => { readonly payload: Json; readonly form: boolean };
  /** Refuses the next message with this word. */
  readonly refuseNext: (error: string) => void;
  /** Refuses the next calls of a method with this word, or this status. */
  readonly breakMethod: (method: string, how: string | number, times?: number) => void;
  readonly files: Map<string, { readonly bytes: Uint8Array; readonly address?: string }>;
  /** Requests for files, with the token each brought. */
  readonly downloads: string[];
  readonly socket: FakeSocket;
}

async function readBytes(request: IncomingMessage): Promise<Buffer> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return Buffer.concat(chunks);
}

const ok = (body: Json = {}): Reply => ({ status: 200, body: { ok: true, ...body } });
const refuse = (error: string): Reply => ({ status: 200, body: { ok: false, error } });

interface Block {
  readonly type: string;
  readonly elements?: readonly {
    readonly text?: { readonly text: string };
    readonly value?: string;
    readonly action_id?: string;
    readonly elements?: readonly { readonly type: string; readonly text?: string; readonly url?: string }[];
  }[];
}

function readBlocks(body: SlackCall['body']): { text: string; choices: ShownMessage['choices']; ids: string[] } {
  const blocks = JSON.parse(body.blocks ?? '[]') as Block[];
  const elements = (type: string) =>
    blocks.filter((block) => block.type === type).flatMap((block) => block.elements ?? []);
  const pieces = elements('rich_text').flatMap((section) => section.elements ?? []);
  return {
    text: pieces.map(({ text, url }) => text ?? url ?? '').join(''),
    choices: elements('actions').map(({ text, value }) => ({ label: text?.text ?? '', value: value ?? '' })),
    ids: elements('actions').map(({ action_id }) => action_id ?? ''),
  };
}

/** The platform's rules for a message: https://docs.slack.dev/reference/block-kit/blocks */
function judge(body: SlackCall['body']): string | undefined {
  const { text, choices, ids } = readBlocks(body);
  if (text === '' || !body.text) return 'no_text';
  if (text.length > 3000) return 'msg_blocks_too_long';
  const tooLong = choices.some(({ label, value }) => label === '' || label.length > 75 || value.length > 2000);
  if (tooLong || choices.length > 25 || new Set(ids).size < ids.length) return 'invalid_blocks';
  const known = [...Object.values(USERS), 'C0SQUARE001', STAFF_CHANNEL];
  return known.includes(body.channel ?? '') ? undefined : 'channel_not_found';
}

/** A workspace on loopback: the Web API, files, and deliveries over HTTP or a socket. */
export async function startFakeSlack(
  clock: () => Date,
  { mode = 'http', more = {} }: { mode?: 'http' | 'socket'; more?: Readonly<Record<string, string>> } = {},
): Promise<FakeSlack> {
  const calls: SlackCall[] = [];
  const accepted: SlackCall['body'][] = [];
  /** Which of those accepted a key stands for, from 1. */
  const places = new Map<string, number>();
  /** Files the desk uploads, by their id: announced, then filled, then shared. */
  const uploads = new Map<string, { readonly name: string; readonly length: number; bytes?: Buffer }>();
  const files: FakeSlack['files'] = new Map();
  const downloads: string[] = [];
  const broken = new Map<string, { readonly how: string | number; times: number }>();
  let next: Fault | Reply | undefined;

  function takeMessage(body: SlackCall['body'], judgeBody = judge): Reply | 'cut' {
    const fault = next;
    next = undefined;
    if (fault && 'status' in fault) return fault;
    if (fault?.kind === 'server_error') return { status: 503, body: {} };
    if (fault?.kind === 'blocked') return refuse('messages_tab_disabled');
    if (fault?.kind === 'rate_limited') {
      return { status: 429, headers: { 'retry-after': String(Math.ceil(fault.afterMs / 1000)) }, body: {} };
    }
    const error = judgeBody(body);
    if (error) return refuse(error);
    // A key it has seen is the same message, and answered as such.
    const key = body.client_msg_id ?? '';
    const place = places.get(key) ?? accepted.push(body);
    if (key !== '') places.set(key, place);
    return fault ? 'cut' : ok({ channel: 'D0FIRST0001', ts: `1700000000.${String(place).padStart(6, '0')}` });
  }

  /** https://docs.slack.dev/reference/methods/chat.update */
  function changeMessage(body: SlackCall['body']): Reply {
    const place = Number(body.ts?.split('.')[1]) - 1;
    const before = accepted[place];
    // A direct chat is named by an id of its own, not by the person it was opened with.
    const error = judge(body.channel?.startsWith('D') ? { ...body, channel: before?.channel ?? '' } : body);
    if (error) return refuse(error);
    if (before) accepted[place] = { ...before, blocks: body.blocks ?? '', text: body.text ?? '' };
    return ok({ channel: body.channel, ts: body.ts });
  }

  /** https://docs.slack.dev/reference/methods/files.getUploadURLExternal */
  function announceFile({ filename = '', length }: SlackCall['body']): Reply {
    const id = `F0UPLOAD${uploads.size + 1}`;
    if (filename === '' || !(Number(length) > 0)) return refuse('invalid_arguments');
    uploads.set(id, { name: filename, length: Number(length) });
    return ok({ upload_url: `http://127.0.0.1:${port()}/upload/${id}`, file_id: id });
  }

  function takeBytes(id: string, bytes: Buffer): number {
    const upload = uploads.get(id);
    if (next && 'kind' in next && next.kind === 'server_error') {
      next = undefined;
      return 503;
    }
    if (upload?.length !== bytes.length) return 400;
    upload.bytes = bytes;
    return 200;
  }

  const fileOf = ({ files: shared }: SlackCall['body']) => {
    const [first] = JSON.parse(shared ?? '[]') as { id: string; title: string }[];
    const upload = uploads.get(first?.id ?? '');
    return (
      upload?.bytes && {
        name: first?.title ?? upload.name,
        bytes: upload.bytes,
        picture: /\.(?:png|jpg)$/u.test(upload.name),
      }
    );
  };

  /** https://docs.slack.dev/reference/methods/files.completeUploadExternal: sharing knows no repeats. */
  const judgeFile = (body: SlackCall['body']): string | undefined => {
    if (!fileOf(body)) return 'file_not_found';
    return Object.values(USERS).includes(body.channels ?? '') || body.channel_id ? undefined : 'channel_not_found';
  };

  function reply({ method, token, body }: SlackCall): Reply | 'cut' {
    const fault = broken.get(method);
    if (fault && fault.times > 0) {
      fault.times -= 1;
      return typeof fault.how === 'number' ? { status: fault.how, body: {} } : refuse(fault.how);
    }
    if (method === 'apps.connections.open') {
      return token === APP_TOKEN ? ok({ url: `ws://127.0.0.1:${port()}/link` }) : refuse('invalid_auth');
    }
    if (token !== BOT_TOKEN) return refuse('invalid_auth');
    if (method === 'chat.postMessage') return takeMessage(body);
    if (method === 'chat.update') return changeMessage(body);
    if (method === 'chat.postEphemeral') return body.user ? ok({ message_ts: '1' }) : refuse('user_not_in_channel');
    if (method === 'views.open') return body.trigger_id ? ok() : refuse('invalid_trigger_id');
    if (method === 'files.getUploadURLExternal') return announceFile(body);
    if (method === 'files.completeUploadExternal') return takeMessage(body, judgeFile);
    if (method !== 'files.info') return refuse('unknown_method');
    const file = files.get(body.file ?? '');
    const url_private = file?.address ?? `http://127.0.0.1:${port()}/files/${body.file}`;
    return file ? ok({ file: { id: body.file, size: file.bytes.length, url_private } }) : refuse('file_not_found');
  }

  const server = createServer(async (request, response) => {
    const token = (request.headers.authorization ?? '').replace('Bearer ', '');
    const [, head, name = ''] = (request.url ?? '').split('/');
    if (head === 'upload') {
      response.writeHead(takeBytes(name, await readBytes(request))).end();
      return;
    }
    if (head === 'files') {
      downloads.push(token);
      const file = files.get(name);
      if (token !== BOT_TOKEN) response.writeHead(302, { location: '/signin' }).end();
      else response.writeHead(file ? 200 : 404).end(file?.bytes);
      return;
    }
    const call = {
      method: name,
      token,
      body: Object.fromEntries(new URLSearchParams((await readBytes(request)).toString())),
    };
    calls.push(call);
    const answer = reply(call);
    if (answer === 'cut') response.destroy();
    else {
      response.writeHead(answer.status, { 'content-type': 'application/json', ...answer.headers });
      response.end(JSON.stringify(answer.body));
    }
  });
  const port = () => (server.address() as AddressInfo).port;
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });
  const { socket, close } = serveSocket(new WebSocketServer({ server }));

  const post: FakeSlack['post'] = (
    body,
    { secret = SIGNING_SECRET, at = clock(), signed = true, form = false } = {},
  ) => {
    const json = typeof body === 'string' ? body : JSON.stringify(body);
    const isTap = typeof body === 'object' && body !== null && 'actions' in body;
    const text = !form
      ? json
      : new URLSearchParams(isTap ? { payload: json } : (body as Record<string, string>)).toString();
    const timestamp = String(Math.floor(at.getTime() / 1000));
    const signature = `v0=${createHmac('sha256', secret).update(`v0:${timestamp}:${text}`).digest('hex')}`;
    return new Request('https://desk.example/hooks/slack', {
      method: 'POST',
      body: text,
      headers: {
        'content-type': form ? 'application/x-www-form-urlencoded' : 'application/json',
        ...(signed ? { 'x-slack-signature': signature, 'x-slack-request-timestamp': timestamp } : {}),
      },
    });
  };
  function describeAndKeep(message: PersonMessage) {
    if (message.kind === 'file') files.set(`F0FILE${message.id}`, { bytes: message.bytes });
    return describeMessage(message, clock);
  }
  function deliver(message: PersonMessage, change: Partial<Envelope> = {}): Request {
    const { payload, form } = describeAndKeep(message);
    return post(payload, { form, ...change });
  }
  const forgeries: Readonly<Record<Forgery, () => Partial<Envelope>>> = {
    bad: () => ({ secret: 'guessed' }),
    missing: () => ({ signed: false }),
    stale: () => ({ at: new Date(clock().getTime() - 3_600_000) }),
    other_channel: () => ({ secret: 'thesigningsecretofanotherapp0123' }),
  };
  const chatOf = (channel: string | undefined): Chat => (channel === USERS.second ? 'second' : 'first');

  return {
    calls,
    files,
    downloads,
    socket,
    settings: {
      SLACK_TEAM_ID: TEAM,
      SLACK_BOT_TOKEN: BOT_TOKEN,
      SLACK_API_URL: `http://127.0.0.1:${port()}/api/`,
      ...(mode === 'http' ? { SLACK_SIGNING_SECRET: SIGNING_SECRET } : { SLACK_APP_TOKEN: APP_TOKEN }),
      ...more,
    },
    post,
    describe: describeAndKeep,
    deliver: (message) => deliver(message),
    forge: (message, how) => deliver(message, forgeries[how]()),
    signed: { write: (message) => JSON.stringify(describeAndKeep(message).payload), post: (inside) => post(inside) },
    conversation: (chat) => `slack:${TEAM}:${USERS[chat]}`,
    shown: () =>
      accepted.map((body): ShownMessage => {
        const { text, choices } = readBlocks(body);
        const file = fileOf(body);
        return { chat: chatOf(body.channel ?? body.channels), text, choices, ...(file && { file }) };
      }),
    failNext(fault) {
      // A bot's token does not end by itself, and the app may always write to a person who has it.
      if (fault.kind === 'token_expired' || fault.kind === 'window_closed') return false;
      next = fault;
      return true;
    },
    refuseNext(error) {
      next = refuse(error);
    },
    breakMethod(method, how, times = 1) {
      broken.set(method, { how, times });
    },
    dropsRepeats: true,
    async stop() {
      close();
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
