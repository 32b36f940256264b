import { ApiFailure, callRaw } from './client.ts';
import { saveBytes } from './save-bytes.ts';

/**
 * Asks the desk for a file and has the browser save it under the name the desk gives it.
 * @throws ApiFailure in the person's language
 */
export async function saveFile(path: string, body: object): Promise<void> {
  const answer = await callRaw(path, body);
  if (!answer.ok) {
    const { error } = await answer.json();
    throw new ApiFailure(error);
  }
  const name = /filename="([^"]+)"/u.exec(answer.headers.get('content-disposition') ?? '')?.[1] ?? 'desk';
  saveBytes(name, await answer.blob());
}
