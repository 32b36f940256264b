import type { ConversationId } from '../../src/channel/message.ts';

/** Conversations remembered at once; the one heard of longest ago goes first. */
const MOST_SESSIONS = 10_000;

/** An address a conversation is answered at until it ends, as its last message brought it. */
interface Session {
  readonly address: string;
  readonly endsAt: number;
}

export interface Sessions {
  readonly keep: (conversation: ConversationId, session: { readonly address: string; readonly endsAt: number }) => void;
  /** Undefined when there is none that still holds. */
  readonly find: (conversation: ConversationId) => string | undefined;
  readonly forget: (conversation: ConversationId) => void;
}

export interface SessionsOptions {
  /** Where the platform's session webhooks are. */
  readonly root: string;
  readonly now: () => Date;
}

/**
 * Session webhooks, in memory: without one the API does. What is said is not covered by the signature, so an address
 * is only taken for what it is when it is the platform's own.
 */
export function createSessions({ root, now }: SessionsOptions): Sessions {
  const kept = new Map<ConversationId, Session>();
  const home = new URL('/robot/sendBySession', root);

  function isPlatforms(address: string): boolean {
    const { origin, pathname, username } = new URL(address);
    return origin === home.origin && pathname === home.pathname && username === '';
  }

  return {
    keep(conversation, session) {
      if (!isPlatforms(session.address)) return;
      kept.delete(conversation);
      kept.set(conversation, session);
      const [oldest] = kept.keys();
      if (kept.size > MOST_SESSIONS && oldest !== undefined) kept.delete(oldest);
    },
    find(conversation) {
      const session = kept.get(conversation);
      if (session && session.endsAt > now().getTime()) return session.address;
      kept.delete(conversation);
      return undefined;
    },
    forget(conversation) {
      kept.delete(conversation);
    },
  };
}
