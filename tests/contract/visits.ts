import type { OutMessage } from '../../src/channel/message.ts';
import type { Chat, Fault } from './harness.ts';

export const CHATS: readonly Chat[] = ['first', 'second'];
/** How long somebody who went away stays away. */
const AWAY_MS = 1000;

export interface VisitsOptions {
  readonly now: () => Date;
  readonly visit: (chat: Chat) => Promise<void>;
  readonly leave: (chat: Chat) => Promise<void> | void;
  readonly append: (chat: Chat, owed: readonly OutMessage[]) => Promise<void>;
  /** Everything shown that there is to show, to those who are there. */
  readonly show: () => Promise<void>;
}

/**
 * People who read where they are and when they look, on a page or a screen: what goes wrong there is that somebody is
 * away before a message comes, or leaves right after.
 */
export function createVisits({ now, visit, leave, append, show }: VisitsOptions) {
  const away = new Map<Chat, number>();
  let next: Fault['kind'] | undefined;

  async function settle(): Promise<void> {
    for (const [chat, until] of away)
      if (until <= now().getTime()) {
        away.delete(chat);
        await visit(chat);
      }
    await show();
  }

  return {
    settle,
    failNext({ kind }: Fault): boolean {
      next = kind;
      return true;
    },
    async owe(chat: Chat, ...owed: readonly OutMessage[]): Promise<void> {
      const fault = next;
      next = undefined;
      if (fault === 'server_error') await leave(chat);
      await append(chat, owed);
      await settle();
      if (fault === 'cut_after_acceptance') await leave(chat);
      if (fault !== undefined) away.set(chat, now().getTime() + AWAY_MS);
    },
  };
}
