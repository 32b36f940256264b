import { z } from 'zod';
import { DeskError } from '../../src/errors.ts';
import type { FeishuClient } from './client.ts';
import { parseReference } from './reference.ts';

/** Statuses with which the platform says that there is no such file, or not any more. */
const GONE = new Set([400, 403, 404]);
const failureSchema = z.object({ response: z.object({ status: z.number() }) });

async function readStream(stream: AsyncIterable<Uint8Array>, most: number): Promise<Uint8Array | 'too_large'> {
  const chunks: Uint8Array[] = [];
  let length = 0;
  for await (const chunk of stream) {
    length += chunk.length;
    // Leaving the loop destroys the stream, so the rest is not read.
    if (length > most) return 'too_large';
    chunks.push(chunk);
  }
  return Buffer.concat(chunks);
}

/**
 * Bytes of what a person sent: https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message-resource/get
 * @throws DeskError TURN_FAILED when the platform does not answer now
 */
export async function fetchFile(
  { sdk, forgetToken }: FeishuClient,
  reference: string,
  most: number,
): Promise<Uint8Array | 'too_large' | 'gone'> {
  const file = parseReference(reference);
  if (!file) return 'gone';
  const download = async () => {
    const { messageId: message_id, key: file_key, type } = file;
    const found = await sdk.im.messageResource.get({ path: { message_id, file_key }, params: { type } });
    return readStream(found.getReadableStream(), most);
  };
  try {
    // An error here comes as a stream and does not say its number: any refusal is worth another token once.
    return await download().catch((error: unknown) => {
      if (!GONE.has(failureSchema.safeParse(error).data?.response.status ?? 0)) throw error;
      forgetToken();
      return download();
    });
  } catch (error) {
    const status = failureSchema.safeParse(error).data?.response.status ?? 0;
    if (GONE.has(status)) return 'gone';
    throw new DeskError('TURN_FAILED', `a file could not be fetched: HTTP ${status}`);
  }
}
