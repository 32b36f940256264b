import type { Fault, ShownFile } from '../contract/harness.ts';
import { type JsonCall, type JsonReply, type JsonServer, startJsonServer } from './json-server.ts';
import type { FormFile } from './read-form.ts';

export const APP_ID = 'cli_a1b2c3d4e5f60708';
export const APP_SECRET = 'not-a-real-secret';
export const BOT_ID = 'ou_bot0000000000000000000000000000';

/** A message the platform took. */
export interface AcceptedMessage {
  readonly receive_id: string;
  readonly msg_type: string;
  readonly content: string;
  readonly uuid: string;
}

export interface FeishuApi {
  readonly server: JsonServer;
  /** Messages accepted, in order; one sent again with its uuid is not in it twice. */
  readonly accepted: AcceptedMessage[];
  /** What people sent, by message id and key. */
  readonly resources: Map<string, Uint8Array>;
  /** What the desk uploaded, by key. */
  readonly uploaded: Map<string, ShownFile>;
  readonly endToken: () => void;
  readonly failNext: (fault: Fault) => boolean;
  /** Refuses the next send with this number. */
  readonly refuseNext: (code: number, status?: number) => void;
}

type Next = Fault | { readonly kind: 'code'; readonly code: number; readonly status: number };

const refuse = (code: number, status = 400, headers = {}): JsonReply => ({
  status,
  headers,
  body: { code, msg: 'refused' },
});

/** What the platform finds wrong with a message: https://open.feishu.cn/document/server-docs/im-v1/message/create */
function judge({ query, body }: JsonCall): number {
  const { receive_id, msg_type, content } = body;
  if (query.receive_id_type !== 'chat_id' || typeof receive_id !== 'string' || typeof content !== 'string')
    return 230001;
  if (!receive_id.startsWith('oc_')) return 230034;
  const most = msg_type === 'text' ? 150 * 1024 : 30 * 1024;
  return Buffer.byteLength(JSON.stringify(body)) > most ? 230025 : 0;
}

/** The half of Feishu that is called: tokens, sending, files, the bot's own id. */
export async function startFeishuApi(): Promise<FeishuApi> {
  const accepted: AcceptedMessage[] = [];
  const resources = new Map<string, Uint8Array>();
  const uploaded = new Map<string, ShownFile>();
  const sent = new Map<string, string>();
  let next: Next | undefined;
  let issued = 1;

  function giveToken({ body }: JsonCall): JsonReply {
    if (body.app_id !== APP_ID || body.app_secret !== APP_SECRET) {
      return { status: 200, body: { code: 10014, msg: 'app secret invalid' } };
    }
    return { status: 200, body: { code: 0, msg: 'ok', tenant_access_token: `t-${issued}`, expire: 7200 } };
  }

  /** https://open.feishu.cn/document/server-docs/im-v1/file/create and https://open.feishu.cn/document/server-docs/im-v1/image/create */
  function takeFile({ path, body }: JsonCall): JsonReply {
    if (next?.kind === 'server_error') {
      next = undefined;
      return { status: 502, body: 'bad gateway' };
    }
    const picture = path.endsWith('images');
    const file = body[picture ? 'image' : 'file'] as FormFile | undefined;
    if (typeof file !== 'object' || file.bytes.length === 0) return refuse(234006);
    if (picture ? body.image_type !== 'message' : body.file_name === undefined) return refuse(234001);
    const key = `${picture ? 'img' : 'file'}_v2_${uploaded.size + 1}`;
    uploaded.set(key, { name: String(body.file_name ?? ''), bytes: file.bytes, picture });
    return { status: 200, body: { code: 0, msg: 'success', data: { [picture ? 'image_key' : 'file_key']: key } } };
  }

  function takeMessage(call: JsonCall): JsonReply {
    const fault = next;
    next = undefined;
    if (fault?.kind === 'server_error') return { status: 502, body: 'bad gateway' };
    if (fault?.kind === 'rate_limited') {
      return refuse(99991400, 429, { 'x-ogw-ratelimit-reset': String(Math.ceil(fault.afterMs / 1000)) });
    }
    if (fault?.kind === 'code') return refuse(fault.code, fault.status);
    const code = judge(call);
    if (code !== 0) return refuse(code);
    const message = call.body as unknown as AcceptedMessage;
    const messageId = sent.get(message.uuid) ?? `om_sent${sent.size + 1}`;
    if (!sent.has(message.uuid)) accepted.push(message);
    sent.set(message.uuid, messageId);
    if (fault?.kind === 'cut_after_acceptance') return 'cut';
    return { status: 200, body: { code: 0, msg: 'success', data: { message_id: messageId } } };
  }

  /** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/update */
  function changeMessage({ path, body }: JsonCall): JsonReply {
    const fault = next;
    next = undefined;
    if (fault?.kind === 'code') return refuse(fault.code, fault.status);
    const [uuid] = [...sent].find(([, id]) => path.endsWith(`/${id}`)) ?? [];
    const at = accepted.findIndex((message) => message.uuid === uuid);
    const before = accepted[at];
    if (before === undefined) return refuse(230001);
    const { msg_type, content } = body;
    // Cards are changed by another call.
    if (before.msg_type !== 'post' || msg_type !== 'post' || typeof content !== 'string') return refuse(230054);
    accepted[at] = { ...before, content };
    return { status: 200, body: { code: 0, msg: 'success', data: { message_id: path.split('/').at(-1) } } };
  }

  function giveResource({ path }: JsonCall): JsonReply {
    const [, messageId, key] = /messages\/([^/]+)\/resources\/([^/]+)$/u.exec(path) ?? [];
    const body = resources.get(`${messageId}/${key}`);
    return body ? { status: 200, body } : refuse(234003);
  }

  const server = await startJsonServer((call) => {
    const { method, path, headers } = call;
    if (path === '/open-apis/auth/v3/tenant_access_token/internal') return giveToken(call);
    if (headers.authorization !== `Bearer t-${issued}`) return refuse(99991663);
    if (path === '/open-apis/bot/v3/info') return { status: 200, body: { code: 0, bot: { open_id: BOT_ID } } };
    if (path === '/open-apis/im/v1/files' || path === '/open-apis/im/v1/images') return takeFile(call);
    if (path === '/open-apis/im/v1/messages' && method === 'POST') return takeMessage(call);
    if (method === 'PUT') return changeMessage(call);
    return giveResource(call);
  });

  const endToken = () => {
    issued += 1;
  };
  const refuseNext = (code: number, status = 400) => {
    next = { kind: 'code', code, status };
  };
  return {
    server,
    accepted,
    resources,
    uploaded,
    endToken,
    refuseNext,
    failNext(fault) {
      if (fault.kind === 'window_closed') return false;
      if (fault.kind === 'token_expired') endToken();
      else if (fault.kind === 'blocked') refuseNext(230053);
      else next = fault;
      return true;
    },
  };
}
