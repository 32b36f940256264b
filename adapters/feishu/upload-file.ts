import type { OutgoingFile } from '../_shared/outgoing-file.ts';
import { type ApiAnswer, callApi } from './call-api.ts';
import type { FeishuClient } from './client.ts';
import type { Rendered } from './render.ts';
import { uploadedSchema } from './schema.ts';

/** Kinds the platform opens in place; everything else is a stream of bytes to it. */
const TYPES: Readonly<Record<string, string>> = {
  pdf: 'pdf',
  doc: 'doc',
  docx: 'doc',
  xls: 'xls',
  xlsx: 'xls',
  ppt: 'ppt',
  pptx: 'ppt',
};

/**
 * Fields of an upload: https://open.feishu.cn/document/server-docs/im-v1/file/create and
 * https://open.feishu.cn/document/server-docs/im-v1/image/create
 */
function fillForm({ name, mediaType, picture, content }: OutgoingFile): FormData {
  const form = new FormData();
  const bytes = new Blob([Buffer.from(content)], { type: mediaType });
  if (picture) {
    form.set('image_type', 'message');
    form.set('image', bytes, name);
    return form;
  }
  form.set('file_type', TYPES[name.split('.').at(-1)?.toLowerCase() ?? ''] ?? 'stream');
  form.set('file_name', name);
  form.set('file', bytes, name);
  return form;
}

/** Uploads a file or a picture and gives the message that shows it, or the answer that says why not. */
export async function uploadFile(client: FeishuClient, file: OutgoingFile): Promise<Rendered | ApiAnswer> {
  const answer = await callApi(client, () =>
    client.postForm(`/open-apis/im/v1/${file.picture ? 'images' : 'files'}`, fillForm(file)),
  );
  if (answer.kind !== 'done') return answer;
  const uploaded = uploadedSchema.safeParse(answer.body);
  if (!uploaded.success) return { kind: 'unreachable', why: 'an answer of unknown shape', afterMs: null };
  return { msg_type: file.picture ? 'image' : 'file', content: JSON.stringify(uploaded.data.data) };
}
