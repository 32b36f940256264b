/** A file as a form brought it. */
export interface FormFile {
  readonly name: string;
  readonly mediaType: string;
  readonly bytes: Uint8Array;
}

/** What a form of several parts holds: texts, and files with their names. A part without a file's name is a text. */
export async function readForm(
  body: Buffer,
  contentType: string,
): Promise<Readonly<Record<string, string | FormFile>>> {
  const form = await new Response(new Uint8Array(body), { headers: { 'content-type': contentType } }).formData();
  const read = async (value: string | File) =>
    typeof value === 'string'
      ? value
      : { name: value.name, mediaType: value.type, bytes: new Uint8Array(await value.arrayBuffer()) };
  const fields = [...form].map(async ([name, value]) => [name, await read(value)] as const);
  return Object.fromEntries(await Promise.all(fields));
}

/** Fields of a body, in whichever way it came. */
export async function readFields(body: Buffer, contentType = ''): Promise<Readonly<Record<string, unknown>>> {
  if (contentType.startsWith('multipart/form-data')) return readForm(body, contentType);
  return body.length === 0 ? {} : (JSON.parse(body.toString()) as Record<string, unknown>);
}
