import { startState } from '../../conversation/state.ts';
import { say } from '../../messages.ts';
import { appendLines, loadState, nameConversation, reviseLine } from '../../store/index.ts';
import type { ConversationWorld, Visit } from '../conversations/index.ts';

/**
 * Puts other words in the place of a reply somebody sent, and keeps what it said. A message tells the
 * citizen what was corrected. False when it is no text of theirs.
 */
export async function correctLine(
  { executor, messages, now }: ConversationWorld,
  visit: Visit,
  { seq, text, by }: { readonly seq: number; readonly text: string; readonly by: number },
): Promise<boolean> {
  await executor.lock(nameConversation(visit));
  if (!(await reviseLine(executor, visit, { seq, text, by }, now))) return false;
  const { locale } = (await loadState(executor, visit)) ?? startState();
  const told = say(messages, locale, 'delivery.corrected', { text });
  const message = { kind: 'text', text: told, corrects: { seq, text } } as const;
  await appendLines(executor, visit, [{ from: 'staff', message, writtenBy: by }], now);
  return true;
}
