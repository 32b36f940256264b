import { z } from 'zod';
import type { ApiAnswer, ErrcodeApi } from './errcode-api.ts';
import type { OutgoingFile } from './outgoing-file.ts';

const mediaSchema = z.object({ media_id: z.string().min(1) });

/**
 * Puts a file where the platform takes it from for three days (`/cgi-bin/media/upload`, the same on both platforms):
 * https://developer.work.weixin.qq.com/document/path/90253. Gives the id it goes by, or the answer that says why not.
 */
export async function uploadMedia(api: ErrcodeApi, file: OutgoingFile): Promise<string | ApiAnswer> {
  const answer = await api.upload(`/cgi-bin/media/upload?type=${file.picture ? 'image' : 'file'}`, file);
  const media = mediaSchema.safeParse(answer.kind === 'done' ? answer.body : undefined);
  if (media.success) return media.data.media_id;
  return answer.kind === 'done' ? { kind: 'unreachable', why: 'an answer of unknown shape', afterMs: null } : answer;
}
