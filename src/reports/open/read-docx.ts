import type { ReportDocument } from '../document.ts';
import { readHtml } from './read-html.ts';

/** Reads a Word document as lines and rows. Pictures are left out, files it points at are not opened. */
export async function readDocx(bytes: Uint8Array): Promise<ReportDocument> {
  const { default: mammoth } = await import('mammoth');
  const { value } = await mammoth.convertToHtml(
    { buffer: Buffer.from(bytes) },
    { externalFileAccess: false, convertImage: mammoth.images.imgElement(async () => ({ src: '' })) },
  );
  return readHtml(value);
}
