import type { Part } from '../../src/channel/fit.ts';
import { measureText } from '../../src/channel/split-text.ts';
import { writeXml } from '../_shared/wechat-xml.ts';

/** Longest text of one message, in UTF-8 bytes; a longer one is refused with 45002. */
const MOST_TEXT_BYTES = 2048;
/** Longest part, so that a line saying that more follows still fits below it. */
export const MOST_PART_BYTES = 2000;
const GAP = '\n\n';

/** A customer-service message, as `/cgi-bin/message/custom/send` takes it. */
export function renderCustomerMessage(openId: string, part: Part) {
  return { touser: openId, msgtype: 'text', text: { content: part.text } } as const;
}

/** A picture that was uploaded, as a customer-service message. */
export function renderPicture(openId: string, mediaId: string) {
  return { touser: openId, msgtype: 'image', image: { media_id: mediaId } } as const;
}

export interface Joined {
  readonly text: string;
  /** How many of the parts are in it, from the first. */
  readonly taken: number;
}

/**
 * As many parts as one message holds, from the first. `more` is put below when some are left over and only the
 * person's next message can bring them; null where the rest is sent apart.
 */
export function joinParts(parts: readonly Part[], more: string | null): Joined {
  const room = MOST_TEXT_BYTES - (more === null ? 0 : measureText(GAP + more, 'bytes'));
  let joined: Joined = { text: '', taken: 0 };
  for (const part of parts) {
    // A picture goes by itself.
    if (part.file) break;
    const text = joined.taken === 0 ? part.text : joined.text + GAP + part.text;
    if (measureText(text, 'bytes') > room) break;
    joined = { text, taken: joined.taken + 1 };
  }
  return more === null || joined.taken === parts.length ? joined : { ...joined, text: joined.text + GAP + more };
}

export interface ReplyAddress {
  readonly openId: string;
  /** The account's own id (`gh_…`), as the delivery named it. */
  readonly account: string;
  readonly now: Date;
}

/** A text that rides on the answer to a delivery. */
export function renderReply(text: string, { openId, account, now }: ReplyAddress): string {
  return writeXml({
    ToUserName: openId,
    FromUserName: account,
    CreateTime: Math.floor(now.getTime() / 1000),
    MsgType: 'text',
    Content: text,
  });
}
