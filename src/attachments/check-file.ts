import { detectType } from './detect-type.ts';
import type { Scan } from './scanner.ts';
import { stripMetadata } from './strip-metadata.ts';

/** Bytes a file may have. */
export const MOST_BYTES = 20 * 1024 * 1024;
/** Files one request takes. */
export const MOST_FILES = 20;

/** What stands against a file. */
export type FileFault = 'empty' | 'too_large' | 'kind' | 'metadata' | 'infected';

/** A file as it may be kept, or what stands against it. */
export type CheckedFile =
  | {
      readonly fit: true;
      readonly bytes: Uint8Array;
      readonly mediaType: string;
      readonly scan: 'clean' | 'unscanned';
    }
  | { readonly fit: false; readonly why: FileFault };

/**
 * Looks at a file somebody sent: kind by content, size, viruses; takes out of pictures what the camera wrote.
 * @throws DeskError SCANNER_FAILED when the scanner cannot say: try again later
 */
export async function checkFile(bytes: Uint8Array, scan: Scan): Promise<CheckedFile> {
  if (bytes.length === 0) return { fit: false, why: 'empty' };
  if (bytes.length > MOST_BYTES) return { fit: false, why: 'too_large' };
  const mediaType = await detectType(bytes);
  if (mediaType === undefined) return { fit: false, why: 'kind' };
  const verdict = await scan(bytes);
  if (verdict === 'infected') return { fit: false, why: 'infected' };
  const stripped = await stripMetadata(bytes, mediaType);
  if (stripped === undefined) return { fit: false, why: 'metadata' };
  return { fit: true, bytes: stripped, mediaType, scan: verdict };
}
