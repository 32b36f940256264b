import type { Dispatch, Sent } from '../../src/channel/adapter.ts';
import type { Part } from '../../src/channel/fit.ts';
import type { ApiAnswer, ErrcodeApi } from './errcode-api.ts';
import { readOutgoingFile } from './outgoing-file.ts';
import { uploadMedia } from './upload-media.ts';

/** How a platform writes its messages. */
export interface MessageWriter {
  readonly writeText: (part: Part) => unknown;
  readonly writeMedia: (mediaId: string, picture: boolean) => unknown;
}

/** Sends one part: its file, uploaded first, or its text. */
export async function postMessage(
  api: ErrcodeApi,
  path: string,
  dispatch: Dispatch,
  { writeText, writeMedia }: MessageWriter,
): Promise<ApiAnswer> {
  const file = readOutgoingFile(dispatch);
  if (!file) return api.post(path, writeText(dispatch.part));
  const mediaId = await uploadMedia(api, file);
  return typeof mediaId === 'string' ? api.post(path, writeMedia(mediaId, file.picture)) : mediaId;
}

/** What became of a call that did not go well. Numbers not listed are a fault of ours: the message is refused. */
export function readFailedSend(
  answer: Exclude<ApiAnswer, { kind: 'done' }>,
  byErrcode: Readonly<Record<number, Sent>>,
): Sent {
  if (answer.kind === 'unreachable') return { kind: 'later', afterMs: answer.afterMs, why: answer.why };
  return byErrcode[answer.errcode] ?? { kind: 'undeliverable', why: 'refused' };
}
