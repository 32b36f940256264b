import { unzipSync } from 'fflate';

/** What a reader of the file sees: the text of its main part. */
export function readDocx(bytes: Uint8Array): string {
  const part = unzipSync(new Uint8Array(bytes))['word/document.xml'];
  return new TextDecoder()
    .decode(part)
    .replaceAll(/<[^>]+>/gu, '')
    .replaceAll('&quot;', '"')
    .replaceAll('&lt;', '<')
    .replaceAll('&gt;', '>')
    .replaceAll('&amp;', '&');
}
