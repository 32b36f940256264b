import type { Fault, ShownFile } from '../contract/harness.ts';
import { type JsonCall, type JsonReply, type JsonServer, startJsonServer } from './json-server.ts';
import type { FormFile } from './read-form.ts';

export const CLIENT_ID = 'dingabc123';
export const SECRET = 'not-a-real-secret';
export const ROBOT_CODE = 'dingrobot1';

/** A message the platform took: whom it is for, and its body as sent. */
export interface AcceptedMessage {
  readonly to: string;
  readonly by: 'session' | 'api';
  readonly body: JsonCall['body'];
}

export interface DingtalkPlatform {
  readonly server: JsonServer;
  readonly accepted: AcceptedMessage[];
  /** What people sent, by download code. */
  readonly files: Map<string, Uint8Array>;
  /** What the desk uploaded, by media id. */
  readonly uploaded: Map<string, ShownFile>;
  readonly endToken: () => void;
  /** Sessions are refused from now on. */
  readonly endSessions: () => void;
  readonly failNext: (fault: Fault) => boolean;
  /** Answers the next message with this. */
  readonly answerNext: (status: number, body: Readonly<Record<string, unknown>>) => void;
}

const ok = (body: Readonly<Record<string, unknown>>): JsonReply => ({ status: 200, body });
const refuse = (code: string, status = 400): JsonReply => ({
  status,
  body: { code, message: 'refused', requestid: 'r' },
});

/** What the platform finds too long: https://open.dingtalk.com/document/orgapp/robot-message-type */
function isTooLong({ path, body }: JsonCall): boolean {
  const limit = path.startsWith('/robot/') ? 20_000 : 15_000;
  return Buffer.byteLength(path.startsWith('/robot/') ? JSON.stringify(body) : String(body.msgParam)) > limit;
}

/** The half of DingTalk that is called: tokens, session webhooks, sending by the API, files. */
export async function startDingtalkPlatform(): Promise<DingtalkPlatform> {
  const accepted: AcceptedMessage[] = [];
  const files = new Map<string, Uint8Array>();
  const uploaded = new Map<string, ShownFile>();
  let next: Fault | { readonly kind: 'answer'; readonly reply: JsonReply } | undefined;
  let issued = 1;
  let sessionsEnded = false;

  function findReceiver({ path, query, body }: JsonCall): string {
    if (path.startsWith('/robot/')) return query.session ?? '';
    return path.endsWith('batchSend') ? String((body.userIds as string[])[0]) : String(body.openConversationId);
  }

  function takeMessage(call: JsonCall): JsonReply {
    const bySession = call.path.startsWith('/robot/');
    if (bySession && sessionsEnded) return ok({ errcode: 300001, errmsg: 'session is not exist' });
    const fault = next;
    next = undefined;
    if (fault?.kind === 'server_error') return { status: 503, body: 'unavailable' };
    if (fault?.kind === 'rate_limited') {
      return bySession
        ? ok({ errcode: 130101, errmsg: 'send too fast, exceed 20 times per minute' })
        : refuse('Forbidden.AccessDenied.QpsLimitForApi', 403);
    }
    if (fault?.kind === 'blocked') {
      // The session says no, and so does the API.
      if (bySession) next = fault;
      return bySession
        ? ok({ errcode: 310000, errmsg: 'robot is not in this conversation' })
        : ok({ processQueryKey: 'q', invalidStaffIdList: call.body.userIds ?? [] });
    }
    if (fault?.kind === 'answer') return fault.reply;
    if (!bySession && call.body.robotCode !== ROBOT_CODE) return refuse('invalidParameter.robotCode.auth');
    if (isTooLong(call))
      return bySession ? ok({ errcode: 460101, errmsg: 'too long' }) : refuse('invalidParameter.msgParam');
    accepted.push({ to: findReceiver(call), by: bySession ? 'session' : 'api', body: call.body });
    if (fault?.kind === 'cut_after_acceptance') return 'cut';
    return bySession ? ok({ errcode: 0, errmsg: 'ok' }) : ok({ processQueryKey: `query-${accepted.length}` });
  }

  /** https://open.dingtalk.com/document/orgapp/upload-media-files */
  function takeMedia({ query, body }: JsonCall): JsonReply {
    if (query.access_token !== `token-${issued}`) return ok({ errcode: 40014, errmsg: 'invalid access token' });
    if (next?.kind === 'server_error') {
      next = undefined;
      return { status: 503, body: 'unavailable' };
    }
    const file = body.media as FormFile | undefined;
    if (typeof file !== 'object' || file.bytes.length === 0) return ok({ errcode: 40035, errmsg: 'no media' });
    const mediaId = `@lAD${uploaded.size + 1}`;
    uploaded.set(mediaId, { name: file.name, bytes: file.bytes, picture: query.type === 'image' });
    return ok({ errcode: 0, errmsg: 'ok', type: query.type, media_id: mediaId, created_at: 1 });
  }

  function giveToken({ body }: JsonCall): JsonReply {
    const isKnown = body.appKey === CLIENT_ID && body.appSecret === SECRET;
    return isKnown ? ok({ accessToken: `token-${issued}`, expireIn: 7200 }) : refuse('invalidClientIdOrSecret');
  }

  const server: JsonServer = await startJsonServer((call) => {
    const { path, headers, query, body } = call;
    if (path === '/v1.0/oauth2/accessToken') return giveToken(call);
    if (path === '/robot/sendBySession') return takeMessage(call);
    if (path === '/media/upload') return takeMedia(call);
    const stored = path === '/files' ? files.get(query.code ?? '') : undefined;
    if (stored) return { status: 200, body: stored };
    if (headers['x-acs-dingtalk-access-token'] !== `token-${issued}`) return refuse('InvalidAuthentication');
    if (path === '/v1.0/robot/messageFiles/download') {
      const code = String(body.downloadCode);
      const downloadUrl = `${server.root}/files?code=${encodeURIComponent(code)}`;
      return files.has(code) ? ok({ downloadUrl }) : refuse('invalidParameter.downloadCode');
    }
    return takeMessage(call);
  });

  const endToken = () => {
    issued += 1;
  };
  return {
    server,
    accepted,
    files,
    uploaded,
    endToken,
    endSessions() {
      sessionsEnded = true;
    },
    failNext(fault) {
      if (fault.kind === 'window_closed') return false;
      if (fault.kind === 'token_expired') endToken();
      else next = fault;
      return true;
    },
    answerNext(status, body) {
      next = { kind: 'answer', reply: { status, body } };
    },
  };
}
