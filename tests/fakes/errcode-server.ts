import { createServer, type IncomingMessage } from 'node:http';
import type { AddressInfo } from 'node:net';
import type { Fault, ShownFile } from '../contract/harness.ts';
import { type FormFile, readFields } from './read-form.ts';

export interface ErrcodeCall {
  readonly method: string;
  readonly path: string;
  readonly query: Readonly<Record<string, string>>;
  readonly body: Readonly<Record<string, unknown>>;
}

export interface ErrcodeServerOptions {
  readonly tokenPath: string;
  readonly sendPath: string;
  /** Whether a token call brings the right account and secret. */
  readonly knows: (call: ErrcodeCall) => boolean;
  /** What the platform finds wrong with a message, as its number; 0 when nothing. */
  readonly judge: (body: ErrcodeCall['body']) => number;
  /** Numbers of the faults a person can cause. */
  readonly blocked: number;
  readonly windowClosed: number | null;
  /** What a good send is answered with besides errcode 0. */
  readonly answer: () => Readonly<Record<string, unknown>>;
  /** Everything else the platform offers below its root. */
  readonly also?: (call: ErrcodeCall) => Readonly<Record<string, unknown>> | undefined;
}

export interface ErrcodeServer {
  readonly root: string;
  /** Every call, in order. */
  readonly calls: ErrcodeCall[];
  /** Bodies of the messages accepted, in order. */
  readonly accepted: ErrcodeCall['body'][];
  readonly media: Map<string, Uint8Array>;
  /** The file a message names, as it was uploaded. */
  readonly findUploaded: (body: ErrcodeCall['body']) => ShownFile | undefined;
  readonly failNext: (fault: Fault) => boolean;
  /** Refuses the next send with this number. */
  readonly refuseNext: (errcode: number) => void;
  readonly endToken: () => void;
  readonly stop: () => Promise<void>;
}

/** What the server answers, or that it breaks the connection instead. */
type Reply =
  | { readonly status: number; readonly headers: Readonly<Record<string, string>>; readonly body: string | Uint8Array }
  | 'cut';

async function readCall(request: IncomingMessage): Promise<ErrcodeCall> {
  const address = new URL(request.url ?? '/', 'http://fake');
  const chunks: Buffer[] = [];
  for await (const chunk of request) chunks.push(chunk as Buffer);
  return {
    method: request.method ?? 'GET',
    path: address.pathname,
    query: Object.fromEntries(address.searchParams),
    body: await readFields(Buffer.concat(chunks), request.headers['content-type']),
  };
}

/** The half of WeChat and WeCom that is called: tokens, sending and files, with errors as numbers in HTTP 200. */
export async function startErrcodeServer(options: ErrcodeServerOptions): Promise<ErrcodeServer> {
  const calls: ErrcodeCall[] = [];
  const accepted: ErrcodeCall['body'][] = [];
  const media = new Map<string, Uint8Array>();
  const uploaded = new Map<string, ShownFile>();
  let next: Fault | { readonly kind: 'errcode'; readonly errcode: number } | undefined;
  let token = 'token-1';
  let issued = 1;

  function endToken(): void {
    issued += 1;
    token = `token-${issued}`;
  }

  const json = (body: Readonly<Record<string, unknown>>): Reply => ({
    status: 200,
    headers: { 'content-type': 'application/json; charset=UTF-8' },
    body: JSON.stringify(body),
  });
  const refuse = (errcode: number): Reply => json({ errcode, errmsg: 'refused' });

  function giveToken(call: ErrcodeCall): Reply {
    if (!options.knows(call)) return refuse(40125);
    if (call.body.force_refresh === true) endToken();
    return json({ errcode: 0, access_token: token, expires_in: 7200 });
  }

  function giveMedia(call: ErrcodeCall): Reply {
    const body = media.get(call.query.media_id ?? '');
    return body ? { status: 200, headers: { 'content-type': 'image/jpeg' }, body } : refuse(40007);
  }

  /** https://developer.work.weixin.qq.com/document/path/90253: 5 bytes to 20 MB, the field is called `media`. */
  function takeMedia({ query, body }: ErrcodeCall): Reply {
    if (next?.kind === 'server_error') {
      next = undefined;
      return { status: 502, headers: {}, body: 'bad gateway' };
    }
    const file = body.media as FormFile | undefined;
    if (!file || file.bytes.length < 5) return refuse(40009);
    if (query.type !== 'file' && query.type !== 'image') return refuse(40004);
    const id = `uploaded-${uploaded.size + 1}`;
    uploaded.set(id, { name: file.name, bytes: file.bytes, picture: query.type === 'image' });
    return json({ errcode: 0, errmsg: 'ok', type: query.type, media_id: id, created_at: '1795406400' });
  }

  const findUploaded = ({ msgtype, file, image }: ErrcodeCall['body']) => {
    const found = uploaded.get(String(((file ?? image) as { media_id?: string } | undefined)?.media_id));
    return found && found.picture === (msgtype === 'image') ? found : undefined;
  };

  function takeMessage(call: ErrcodeCall): Reply {
    const fault = next;
    next = undefined;
    if (fault?.kind === 'server_error') return { status: 502, headers: {}, body: 'bad gateway' };
    if (fault?.kind === 'rate_limited') {
      return { status: 429, headers: { 'retry-after': String(Math.ceil(fault.afterMs / 1000)) }, body: '' };
    }
    if (fault?.kind === 'errcode') return refuse(fault.errcode);
    const errcode = call.body.msgtype === 'text' ? options.judge(call.body) : findUploaded(call.body) ? 0 : 40007;
    if (errcode !== 0) return refuse(errcode);
    accepted.push(call.body);
    return fault?.kind === 'cut_after_acceptance' ? 'cut' : json({ errcode: 0, errmsg: 'ok', ...options.answer() });
  }

  function reply(call: ErrcodeCall): Reply {
    if (call.path === options.tokenPath) return giveToken(call);
    if (call.query.access_token !== token) return refuse(42001);
    if (call.path === '/cgi-bin/media/get') return giveMedia(call);
    if (call.path === '/cgi-bin/media/upload') return takeMedia(call);
    if (call.path === options.sendPath) return takeMessage(call);
    const answer = options.also?.(call);
    return answer ? json(answer) : { status: 404, headers: {}, body: '' };
  }

  const server = createServer(async (request, response) => {
    const call = await readCall(request);
    calls.push(call);
    const answer = reply(call);
    if (answer === 'cut') response.destroy();
    else response.writeHead(answer.status, answer.headers).end(answer.body);
  });
  await new Promise<void>((resolve) => {
    server.listen(0, '127.0.0.1', resolve);
  });

  return {
    root: `http://127.0.0.1:${(server.address() as AddressInfo).port}`,
    calls,
    accepted,
    media,
    findUploaded,
    endToken,
    failNext(fault) {
      if (fault.kind === 'window_closed' && options.windowClosed === null) return false;
      if (fault.kind === 'token_expired') endToken();
      else if (fault.kind === 'blocked') next = { kind: 'errcode', errcode: options.blocked };
      else if (fault.kind === 'window_closed') next = { kind: 'errcode', errcode: options.windowClosed ?? 0 };
      else next = fault;
      return true;
    },
    refuseNext(errcode) {
      next = { kind: 'errcode', errcode };
    },
    async stop() {
      server.closeAllConnections();
      await new Promise<void>((resolve) => {
        server.close(() => resolve());
      });
    },
  };
}
