import { createCipheriv, createDecipheriv, createHash } from 'node:crypto';

/**
 * The platforms' side of their message sealing, written from its public description and not with the library the
 * adapters use: AES-256-CBC over 16 bytes of noise, the length, the message and the owner, padded to 32 bytes.
 * https://developer.work.weixin.qq.com/document/path/90968
 */
function keyOf(aesKey: string): Buffer {
  return Buffer.from(`${aesKey}=`, 'base64');
}

/** The noise is all the same byte: what is sealed in a test stays the same from run to run. */
export function seal(aesKey: string, message: string, owner: string): string {
  const length = Buffer.alloc(4);
  length.writeUInt32BE(Buffer.byteLength(message));
  const plain = Buffer.concat([Buffer.alloc(16, 7), length, Buffer.from(message), Buffer.from(owner)]);
  const padding = 32 - (plain.length % 32);
  const cipher = createCipheriv('aes-256-cbc', keyOf(aesKey), keyOf(aesKey).subarray(0, 16)).setAutoPadding(false);
  return Buffer.concat([cipher.update(plain), cipher.update(Buffer.alloc(padding, padding)), cipher.final()]).toString(
    'base64',
  );
}

export function unseal(aesKey: string, sealed: string): { readonly message: string; readonly owner: string } {
  const decipher = createDecipheriv('aes-256-cbc', keyOf(aesKey), keyOf(aesKey).subarray(0, 16)).setAutoPadding(false);
  const padded = Buffer.concat([decipher.update(sealed, 'base64'), decipher.final()]);
  const plain = padded.subarray(0, padded.length - (padded.at(-1) ?? 0));
  const end = 20 + plain.readUInt32BE(16);
  return { message: plain.subarray(20, end).toString(), owner: plain.subarray(end).toString() };
}

export function sign(...parts: readonly string[]): string {
  return createHash('sha1').update(parts.toSorted().join('')).digest('hex');
}
