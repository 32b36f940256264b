import { createHash } from 'node:crypto';
import type { DigestFile } from '../../knowledge/schema/digest.ts';
import type { LaidDigest } from './lay-digest.ts';
import { writeHtml, writeText } from './write-digest.ts';

interface MailOptions {
  readonly head: DigestFile['mail'];
  readonly locale: string;
  readonly date: Date;
  /** Name of the digest: a letter written twice is the same letter. */
  readonly id: string;
}

/** A digest as an e-mail file (RFC 5322) with a text and an HTML part, to be opened, looked at and sent on. */
export async function writeMail(laid: LaidDigest, { head, locale, date, id }: MailOptions): Promise<Uint8Array> {
  const { default: MailComposer } = await import('nodemailer/lib/mail-composer');
  const [, host = 'desk.invalid'] = head.from?.split('@') ?? [];
  return new MailComposer({
    ...(head.from === undefined ? {} : { from: head.from }),
    to: [...head.to],
    subject: laid.title,
    date,
    messageId: `<digest-${id}@${host}>`,
    baseBoundary: createHash('sha256').update(id).digest('hex').slice(0, 24),
    // Mail programs open it as a letter not sent yet.
    headers: { 'X-Unsent': '1' },
    text: writeText(laid),
    html: writeHtml(laid, locale),
    textEncoding: 'base64',
  })
    .compile()
    .build();
}
