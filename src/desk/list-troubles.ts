import { type Executor, openRequestsOf, readSetAside, readUndelivered } from '../store/index.ts';
import { maskPersonal } from './mask-personal.ts';
import { shortenConversation } from './shorten-conversation.ts';

/** Something a person sent or should have got that went wrong for good, and how else they can be reached. */
export interface ListedTrouble {
  readonly channel: string;
  /** Whole on a platform, where staff find the person by it; shortened on the web, where it is a key. */
  readonly conversation: string;
  readonly at: string;
  /** `set_aside`, or why a line will never arrive. */
  readonly why: string;
  /** Requests filed in the same conversation; their contact details are shown by `requests show`. */
  readonly requests: readonly string[];
  /** Ways to reach the person that are on file, masked. */
  readonly reach: readonly string[];
}

/** Lines that will never arrive and messages set aside, newest first. */
export async function listTroubles(executor: Executor): Promise<readonly ListedTrouble[]> {
  const lost = await readUndelivered(executor);
  const aside = (await readSetAside(executor)).map((each) => ({ ...each, why: 'set_aside' }));
  const troubles = [...lost, ...aside].sort((one, other) => other.at.localeCompare(one.at));
  const listed: ListedTrouble[] = [];
  for (const { channel, conversation, at, why } of troubles) {
    const filed = await openRequestsOf(executor, { channel, conversation });
    const reach = filed.map(maskPersonal).flatMap(({ phone, email, address }) => [phone, email, address]);
    listed.push({
      channel,
      conversation: channel === 'web' ? shortenConversation(conversation) : conversation,
      at,
      why,
      requests: filed.map((request) => request.number),
      reach: [...new Set(reach.filter((way) => way !== undefined))],
    });
  }
  return listed;
}
