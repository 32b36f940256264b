import { Readable, type Transform } from 'node:stream';
import { buffer } from 'node:stream/consumers';
import { readOrientation, writeOrientation } from './picture-orientation.ts';

/** What begins the parts of a picture that say where and with what it was taken. */
const MARKS = ['Exif\0\0', 'http://ns.adobe.com/', 'eXIf'];
const PICTURES = new Set(['image/jpeg', 'image/png']);

/**
 * A picture without what the camera wrote into it but how a photo is to be turned, or it would lie on its side; other
 * files as they are. Undefined when it could not be taken out.
 */
export async function stripMetadata(bytes: Uint8Array, mediaType: string): Promise<Uint8Array | undefined> {
  if (!PICTURES.has(mediaType)) return bytes;
  const { default: loaded } = await import('exif-be-gone');
  // Its types describe the module it was written as; what it is published as is the class itself.
  const ExifTransformer = loaded as unknown as new () => Transform;
  const given = Buffer.from(bytes);
  const stripped = await buffer(Readable.from([given]).pipe(new ExifTransformer()));
  if (MARKS.some((mark) => stripped.includes(mark, 0, 'latin1'))) return undefined;
  const orientation = mediaType === 'image/jpeg' ? readOrientation(given) : undefined;
  return orientation === undefined ? stripped : writeOrientation(stripped, orientation);
}
