import type { ApiAnswer, AskToken } from '../_shared/errcode-api.ts';

export interface TokenRequest {
  readonly appId: string;
  readonly secret: string;
  /** A token the platform has refused before its time. */
  readonly refused: string | undefined;
}

/**
 * The account's stable token. Asked in normal mode every worker is given the same one; only when that is the very
 * token that was refused is another one forced (at most 20 times a day, and it ends the old one for everybody).
 */
export async function requestToken(ask: AskToken, { appId, secret, refused }: TokenRequest): Promise<ApiAnswer> {
  const request = (force: boolean) =>
    ask('/cgi-bin/stable_token', { grant_type: 'client_credential', appid: appId, secret, force_refresh: force });
  const answer = await request(false);
  const same = answer.kind === 'done' && refused !== undefined && answer.body.access_token === refused;
  return same ? request(true) : answer;
}
