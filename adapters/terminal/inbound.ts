import { randomUUID } from 'node:crypto';
import type { ConversationId, Inbound, MessageId } from '../../src/channel/message.ts';

/** The channel's name in stored conversations. Never change it: it is part of their key. */
export const CHANNEL = 'terminal';

const LEAVE = new Set(['exit', 'quit', '退出', '/exit', '/quit']);

/** The conversation of a name: the same name goes on where it stopped. */
export function writeConversation(name: string): ConversationId {
  return `${CHANNEL}-${name}` as ConversationId;
}

/** One line as a message; null when the person leaves. A line typed again is another message. */
export function readLine(line: string, conversation: ConversationId): Inbound | null {
  if (LEAVE.has(line.trim().toLowerCase())) return null;
  const id = randomUUID() as MessageId;
  return { id, channel: CHANNEL, conversation, body: { kind: 'text', text: line.toWellFormed() } };
}
