import type { DocumentTexts } from '../../../src/requests/documents/compose-document.ts';
import { openShippedRelease } from '../../shipped-release.ts';

/** The texts that are shipped. */
export function readShippedTexts(): DocumentTexts {
  return openShippedRelease().base;
}
