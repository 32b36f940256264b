import type { Part } from '../../src/channel/fit.ts';
import type { WecomChat } from './conversation.ts';

/** Longest text of one message, in UTF-8 bytes; the platform cuts off what goes beyond 2,048. */
export const MOST_TEXT_BYTES = 2000;

/**
 * A message of the application, as `/cgi-bin/message/send` takes it. The platform's own check for repeats goes by
 * the text and would swallow the same answer asked for twice, so it stays off.
 */
export function renderMessage({ agentId, userId }: WecomChat, part: Part) {
  return { touser: userId, msgtype: 'text', agentid: Number(agentId), text: { content: part.text } } as const;
}

/** A file or picture that was uploaded, as a message. */
export function renderMedia({ agentId, userId }: WecomChat, mediaId: string, picture: boolean) {
  const [msgtype, media] = [picture ? 'image' : 'file', { media_id: mediaId }] as const;
  return { touser: userId, msgtype, agentid: Number(agentId), [msgtype]: media } as const;
}
