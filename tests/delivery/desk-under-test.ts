import { createHash } from 'node:crypto';
import type { Received } from '../../src/channel/desk.ts';
import type { ConversationId, Inbound, InboundBody, MessageId } from '../../src/channel/message.ts';
import type { DeskEvent } from '../../src/conversation/effect.ts';
import { createDesk, type DeskOptions } from '../../src/delivery/index.ts';
import { silentLogger } from '../../src/logger.ts';
import type { Store } from '../../src/store/index.ts';
import { NOW } from '../store/now.ts';
import { scriptedRelease, scriptedTurn } from './scripted-turn.ts';

/** Bytes that look random and are the same in every run. */
export function seededRandom(seed = 'seed'): (count: number) => Uint8Array {
  let step = 0;
  return (count) => createHash('sha256').update(`${seed}/${step++}`).digest().subarray(0, count);
}

export function openScripted(store: Store, options: Partial<DeskOptions> = {}) {
  return createDesk({
    store,
    channel: 'web',
    turn: scriptedTurn,
    release: () => scriptedRelease,
    now: () => NOW,
    random: seededRandom(),
    logger: silentLogger,
    ...options,
  });
}

export function message(id: string, body: string | InboundBody, conversation = 'c1', channel = 'web'): Inbound {
  return {
    id: id as MessageId,
    channel,
    conversation: conversation as ConversationId,
    body: typeof body === 'string' ? { kind: 'text', text: body } : body,
  };
}

export const conversationId = (id: string) => id as ConversationId;

/** What the lines say, one string each. */
export function textsOf(received: Received): string[] {
  return received.lines.map((line) => (line.message.kind === 'card' ? line.message.title : line.message.text));
}

/** The event the scripted turn was told last. */
export function eventOf(received: Received): DeskEvent {
  return JSON.parse(textsOf(received).at(-1) ?? 'null');
}
