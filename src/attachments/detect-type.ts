/** Kinds of files a request may take, by media type, with the ending a saved one gets. */
export const KINDS: Readonly<Record<string, string>> = {
  'application/pdf': 'pdf',
  'image/jpeg': 'jpg',
  'image/png': 'png',
  'application/vnd.openxmlformats-officedocument.wordprocessingml.document': 'docx',
  'application/vnd.openxmlformats-officedocument.spreadsheetml.sheet': 'xlsx',
  'application/vnd.openxmlformats-officedocument.presentationml.presentation': 'pptx',
  'application/msword': 'doc',
  'application/vnd.ms-excel': 'xls',
  'application/vnd.ms-powerpoint': 'ppt',
  'application/ofd': 'ofd',
  'text/plain': 'txt',
};

/** Streams that tell what an older office file is: by itself its container could also hold an installer. */
const OLDER_OFFICE: readonly (readonly [stream: string, mediaType: string])[] = [
  ['WordDocument', 'application/msword'],
  ['Workbook', 'application/vnd.ms-excel'],
  ['PowerPoint Document', 'application/vnd.ms-powerpoint'],
];

function readOlderOffice(bytes: Buffer): string | undefined {
  return OLDER_OFFICE.find(([stream]) => bytes.includes(Buffer.from(stream, 'utf16le')))?.[1];
}

/** Whether these bytes are writing: with a control character that is no white space they are some other file. */
function isText(bytes: Uint8Array): boolean {
  for (const encoding of ['utf-8', 'gb18030']) {
    try {
      const text = new TextDecoder(encoding, { fatal: true }).decode(bytes);
      return !/\p{Cc}/u.test(text.replaceAll(/\s/gu, ''));
    } catch {
      // Not in this encoding.
    }
  }
  return false;
}

/** Media type of a file by its content, whatever it is called; undefined for every kind a request does not take. */
export async function detectType(given: Uint8Array): Promise<string | undefined> {
  const bytes = Buffer.from(given.buffer, given.byteOffset, given.byteLength);
  const { fileTypeFromBuffer } = await import('file-type');
  const mime = (await fileTypeFromBuffer(bytes))?.mime;
  if (mime === undefined) return bytes.length > 0 && isText(bytes) ? 'text/plain' : undefined;
  // 国家标准 GB/T 33190: a zip with this file at its root.
  if (mime === 'application/zip') return bytes.includes('OFD.xml') ? 'application/ofd' : undefined;
  if (mime === 'application/x-cfb') return readOlderOffice(bytes);
  return mime in KINDS ? mime : undefined;
}
