import type { TranscriptLine } from '../../channel/desk.ts';
import { offerFile } from '../../channel/offer-file.ts';
import { startState } from '../../conversation/state.ts';
import { say } from '../../messages.ts';
import { appendLines, loadState, type NewLine, nameConversation } from '../../store/index.ts';
import type { ConversationWorld, Visit } from '../conversations/index.ts';
import { type Reply, readHeldReplies, takeHeldReply } from './held-reply-store.ts';
import { type ReplyFile, referTo, takeReplyFiles } from './reply-files.ts';

/** Writes to the citizen in the name of the house; undefined when a file is not of this conversation, or was sent before. */
export async function sendReply(
  { executor, messages, now }: ConversationWorld,
  visit: Visit,
  by: number,
  { text, files }: Reply,
): Promise<readonly TranscriptLine[] | undefined> {
  await executor.lock(nameConversation(visit));
  const taken = await takeReplyFiles(executor, visit, files);
  if (!taken) return undefined;
  const { locale } = (await loadState(executor, visit)) ?? startState();
  const write = (message: NewLine['message']): NewLine => ({ from: 'staff', message, writtenBy: by });
  const offer = ({ id, name, mediaType, bytes }: ReplyFile) => {
    const words = say(messages, locale, 'delivery.file_from_staff');
    // What staff hand over in a conversation is about who asks: it does not go to a platform abroad.
    const file = { reference: referTo(id), name, mediaType, bytes, personal: true };
    return write(offerFile({ text: words, file, url: null, messages, locale }));
  };
  const words = text === '' ? [] : [write({ kind: 'text', text })];
  return appendLines(executor, visit, [...words, ...taken.map(offer)], now);
}

/** Sends what somebody has held in a conversation: before it goes to another, what was written is said. */
export async function flushHeld(world: ConversationWorld, visit: Visit, by: number): Promise<void> {
  const { executor } = world;
  for (const { id, failedAt } of await readHeldReplies(executor, visit.id, by)) {
    const reply = failedAt === null ? await takeHeldReply(executor, id) : undefined;
    if (reply) await sendReply(world, visit, by, reply);
  }
}
