import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Chat, FakePlatform, Fault, Forgery, PersonMessage, ShownMessage } from '../contract/harness.ts';
import { type FormFile, readFields } from './read-form.ts';
import { BOT_ID, BOT_NAME, CHAT_IDS, describeUpdate } from './telegram-updates.ts';

const TOKEN = `${BOT_ID}:not-a-real-token-not-a-real-token`;
const SECRET = 'not-a-real-webhook-secret';
type Json = Readonly<Record<string, unknown>>;
export interface TelegramCall {
  readonly method: string;
  readonly body: Json;
}
interface Reply {
  readonly status: number;
  readonly body: Json | Uint8Array;
}

export interface FakeTelegram extends FakePlatform {
  /** Every call of the API, in order. */
  readonly calls: TelegramCall[];
  /** Any update as the webhook delivers it. */
  readonly post: (update: unknown, headers?: Readonly<Record<string, string>>) => Request;
  /** The update a person's message makes. */
  readonly describe: (message: PersonMessage) => Json;
  /** Puts updates where `getUpdates` finds them, and answers a call that waits. */
  readonly queue: (...updates: readonly Json[]) => void;
  /** Refuses the next message with this error. */
  readonly refuseNext: (code: number, description: string, parameters?: Json) => void;
  /** Refuses the next `times` calls of a method. */
  readonly breakMethod: (method: string, code: number, more?: { times?: number; description?: string }) => void;
  /** Resolves once a method has been called so many times. */
  readonly whenCalled: (method: string, times?: number) => Promise<void>;
  readonly files: Map<string, Uint8Array>;
  /** Paths of the files asked for. */
  readonly downloads: string[];
}

async function readBody(request: IncomingMessage): Promise<Json> {
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return readFields(Buffer.concat(chunks), request.headers['content-type']);
}

const done = (result: unknown): Reply => ({ status: 200, body: { ok: true, result } });
const refuse = (code: number, description: string, parameters?: Json): Reply => ({
  status: code,
  body: { ok: false, error_code: code, description, ...(parameters ? { parameters } : {}) },
});

/** The file of `sendDocument` or `sendPhoto`, uploaded with the call. */
const fileOf = ({ document, photo }: Json) => (document ?? photo) as FormFile | undefined;

/** The platform's rules for a message: https://core.telegram.org/bots/api#sendmessage */
function judge(body: Json): Reply | undefined {
  if (!Object.values(CHAT_IDS).includes(Number(body.chat_id)) && Number(body.chat_id) > 0) {
    return refuse(400, 'Bad Request: chat not found');
  }
  const file = fileOf(body);
  if (file) return file.bytes.length === 0 ? refuse(400, 'Bad Request: file must be non-empty') : undefined;
  const text = String(body.text ?? '');
  if (text.trim() === '') return refuse(400, 'Bad Request: message text is empty');
  if (text.length > 4096) return refuse(400, 'Bad Request: message is too long');
  const rows = (body.reply_markup as { inline_keyboard?: { text: string; callback_data: string }[][] } | undefined)
    ?.inline_keyboard;
  const buttons = rows?.flat() ?? [];
  const bad = buttons.some(({ callback_data }) => Buffer.byteLength(callback_data) > 64 || callback_data === '');
  return bad ? refuse(400, 'Bad Request: BUTTON_DATA_INVALID') : undefined;
}

/** Telegram on loopback: the Bot API, the files behind it and the webhook's deliveries. */
export async function startFakeTelegram(
  clock: () => Date,
  { more = {} }: { more?: Readonly<Record<string, string>> } = {},
): Promise<FakeTelegram> {
  const calls: TelegramCall[] = [];
  const accepted: Json[] = [];
  const files = new Map<string, Uint8Array>();
  const downloads: string[] = [];
  const waiting: Json[] = [];
  const broken = new Map<string, { readonly code: number; readonly description: string; times: number }>();
  const watchers = new Set<() => void>();
  let next: Fault | Reply | undefined;
  let offered: (() => void) | undefined;

  function takeMessage(body: Json): Reply | 'cut' {
    const fault = next;
    next = undefined;
    if (fault && 'status' in fault) return fault;
    if (fault?.kind === 'server_error') return { status: 502, body: {} };
    if (fault?.kind === 'blocked') return refuse(403, 'Forbidden: bot was blocked by the user');
    if (fault?.kind === 'rate_limited') {
      const retry_after = Math.ceil(fault.afterMs / 1000);
      return refuse(429, `Too Many Requests: retry after ${retry_after}`, { retry_after });
    }
    const bad = judge(body);
    if (bad) return bad;
    accepted.push(body);
    return fault ? 'cut' : done({ message_id: 1000 + accepted.length, date: 0, chat: { id: body.chat_id } });
  }

  /** https://core.telegram.org/bots/api#editmessagetext */
  function changeMessage(body: Json): Reply {
    const bad = judge(body);
    if (bad) return bad;
    const place = Number(body.message_id) - 1001;
    const before = accepted[place];
    if (!before) return refuse(400, 'Bad Request: message to edit not found');
    if (before.text === body.text) return refuse(400, 'Bad Request: message is not modified');
    accepted[place] = { ...before, text: body.text };
    return done({ message_id: body.message_id, date: 0, chat: { id: body.chat_id } });
  }

  async function giveUpdates(body: Json, request: IncomingMessage): Promise<Reply> {
    const fresh = () => waiting.filter(({ update_id }) => Number(update_id) >= Number(body.offset ?? 0));
    if (fresh().length === 0) {
      await new Promise<void>((resolve) => {
        offered = resolve;
        request.on('close', resolve);
        request.socket.on('close', resolve);
      });
    }
    return done(fresh());
  }

  async function reply(call: TelegramCall, request: IncomingMessage): Promise<Reply | 'cut'> {
    const fault = broken.get(call.method);
    if (fault && fault.times > 0) {
      fault.times -= 1;
      return fault.code >= 500
        ? { status: fault.code, body: {} }
        : refuse(fault.code, fault.description, { retry_after: 0 });
    }
    switch (call.method) {
      case 'sendMessage':
      case 'sendDocument':
      case 'sendPhoto':
        return takeMessage(call.body);
      case 'editMessageText':
        return changeMessage(call.body);
      case 'getUpdates':
        return giveUpdates(call.body, request);
      case 'getMe':
        return done({ id: Number(BOT_ID), is_bot: true, first_name: 'Desk', username: BOT_NAME });
      case 'getFile': {
        const file = files.get(String(call.body.file_id));
        if (!file) return refuse(400, 'Bad Request: wrong file_id or the file is temporarily unavailable');
        return done({
          file_id: call.body.file_id,
          file_size: file.length,
          file_path: `documents/${call.body.file_id}`,
        });
      }
      case 'setMyCommands':
      case 'setWebhook':
      case 'deleteWebhook':
      case 'answerCallbackQuery':
        return done(true);
      default:
        return refuse(404, 'Not Found');
    }
  }

  const server = createServer(async (request, response) => {
    const [, head = '', method = '', name = ''] = new URL(request.url ?? '/', 'http://fake').pathname.split('/');
    if (head === 'file') {
      downloads.push(request.url ?? '');
      const file = method === `bot${TOKEN}` ? files.get((request.url ?? '').split('/').at(-1) ?? name) : undefined;
      response.writeHead(file ? 200 : 404).end(file);
      return;
    }
    const call = { method, body: await readBody(request) };
    calls.push(call);
    for (const watcher of watchers) watcher();
    const answer = head === `bot${TOKEN}` ? await reply(call, request) : refuse(401, 'Unauthorized');
    if (answer === 'cut') response.destroy();
    else response.writeHead(answer.status, { 'content-type': 'application/json' }).end(JSON.stringify(answer.body));
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  const post: FakeTelegram['post'] = (update, headers = { 'x-telegram-bot-api-secret-token': SECRET }) =>
    new Request('https://desk.example/hooks/telegram', {
      method: 'POST',
      body: typeof update === 'string' ? update : JSON.stringify(update),
      headers: { 'content-type': 'application/json', ...headers },
    });
  function describeAndKeep(message: PersonMessage): Json {
    if (message.kind === 'file') files.set(`file-${message.id}`, message.bytes);
    return describeUpdate(message, clock);
  }
  const forgeries: Readonly<Record<Forgery, Readonly<Record<string, string>> | null>> = {
    bad: { 'x-telegram-bot-api-secret-token': 'guessed-secret-of-sixteen' },
    missing: {},
    // The secret is all there is; it holds no time.
    stale: null,
    other_channel: { 'x-telegram-bot-api-secret-token': 'the-secret-of-another-bot' },
  };
  const chatOf = (id: unknown): Chat => (Number(id) === CHAT_IDS.second ? 'second' : 'first');

  return {
    calls,
    files,
    downloads,
    settings: {
      TELEGRAM_BOT_TOKEN: TOKEN,
      TELEGRAM_WEBHOOK_URL: 'https://desk.example/hooks/telegram',
      TELEGRAM_SECRET_TOKEN: SECRET,
      TELEGRAM_API_ROOT: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
      ...more,
    },
    post,
    describe: describeAndKeep,
    deliver: (message) => post(describeAndKeep(message)),
    forge(message, how) {
      const headers = forgeries[how];
      return headers === null ? null : post(describeAndKeep(message), headers);
    },
    signed: { write: (message) => JSON.stringify(describeAndKeep(message)), post: (inside) => post(inside) },
    conversation: (chat) => `telegram:${BOT_ID}:${CHAT_IDS[chat]}`,
    queue(...updates) {
      waiting.push(...updates);
      offered?.();
    },
    shown: () =>
      accepted.map((body): ShownMessage => {
        const markup = body.reply_markup as
          | { inline_keyboard: { text: string; callback_data: string }[][] }
          | undefined;
        const buttons = markup?.inline_keyboard.flat() ?? [];
        const choices = buttons.map(({ text, callback_data }) => ({ label: text, value: callback_data }));
        const file = fileOf(body);
        const shown = file && { file: { name: file.name, bytes: file.bytes, picture: body.photo !== undefined } };
        return { chat: chatOf(body.chat_id), text: String(body.text ?? ''), choices, ...shown };
      }),
    failNext(fault) {
      // Its token does not end by itself, and a person who wrote once may always be written to.
      if (fault.kind === 'token_expired' || fault.kind === 'window_closed') return false;
      next = fault;
      return true;
    },
    refuseNext(code, description, parameters) {
      next = refuse(code, description, parameters);
    },
    breakMethod(method, code, { times = 1, description = 'Refused' } = {}) {
      broken.set(method, { code, description, times });
    },
    async whenCalled(method, times = 1) {
      const count = () => calls.filter((call) => call.method === method).length;
      await new Promise<void>((resolve) => {
        const check = () => {
          if (count() < times) return;
          watchers.delete(check);
          resolve();
        };
        watchers.add(check);
        check();
      });
    },
    dropsRepeats: false,
    // A header is all that tells the platform: what is below it is not signed.
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
