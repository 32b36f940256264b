import { createCipheriv, createHash } from 'node:crypto';

/**
 * The platform's side of sealing and signing, written from its public description:
 * https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case
 * The first block is always the same: what is sealed in a test stays the same from run to run.
 */
export function sealText(key: string, text: string): string {
  const first = Buffer.alloc(16, 5);
  const cipher = createCipheriv('aes-256-cbc', createHash('sha256').update(key).digest(), first);
  return Buffer.concat([first, cipher.update(text), cipher.final()]).toString('base64');
}

export function signEvent(key: string, timestamp: string, nonce: string, body: string): string {
  return createHash('sha256').update(timestamp).update(nonce).update(key).update(body).digest('hex');
}
