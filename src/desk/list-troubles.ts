import {
  type Executor,
  openRequestsOf,
  readOwedToRequesters,
  readRequests,
  readSetAside,
  readUndelivered,
  type StoredRequest,
} from '../store/index.ts';
import { maskPersonal } from './mask-personal.ts';
import { shortenConversation } from './shorten-conversation.ts';

/** Something a person sent or should have got that went wrong for good, and how else they can be reached. */
export interface ListedTrouble {
  readonly channel: string;
  /** Whole on a platform, where staff find the person by it; shortened on the web, where it is a key. */
  readonly conversation: string;
  readonly at: string;
  /** `set_aside`, why a line will never arrive, or `to_tell`: staff tell the requester, and note the call. */
  readonly why: string;
  /** Requests filed in the same conversation; their contact details are shown by `requests show`. */
  readonly requests: readonly string[];
  /** Ways to reach the person that are on file, masked. */
  readonly reach: readonly string[];
}

/** Requesters told in a list. */
const MOST_TO_TELL = 200;

function listReach(request: StoredRequest): (string | undefined)[] {
  const { phone, email, address } = maskPersonal(request);
  return [phone, email, address];
}

/** Requesters whom no conversation reaches and who are still owed word, once each, as of the latest. */
async function listToTell(executor: Executor): Promise<ListedTrouble[]> {
  const owed = await readOwedToRequesters(executor, MOST_TO_TELL);
  const latest = new Map(owed.toReversed().map(({ number, createdAt }) => [number, createdAt]));
  const requests = await readRequests(executor, { numbers: [...latest.keys()], limit: MOST_TO_TELL });
  return requests.map((request) => ({
    channel: request.channel,
    conversation: request.number,
    at: latest.get(request.number) ?? '',
    why: 'to_tell',
    requests: [request.number],
    reach: listReach(request).filter((way) => way !== undefined),
  }));
}

/** Lines that will never arrive, messages set aside, and requesters staff have to tell, newest first. */
export async function listTroubles(executor: Executor): Promise<readonly ListedTrouble[]> {
  const lost = await readUndelivered(executor);
  const aside = (await readSetAside(executor)).map((each) => ({ ...each, why: 'set_aside' }));
  const listed: ListedTrouble[] = [];
  for (const { channel, conversation, at, why } of [...lost, ...aside]) {
    const filed = await openRequestsOf(executor, { channel, conversation });
    const reach = filed.flatMap(listReach);
    listed.push({
      channel,
      conversation: channel === 'web' ? shortenConversation(conversation) : conversation,
      at,
      why,
      requests: filed.map((request) => request.number),
      reach: [...new Set(reach.filter((way) => way !== undefined))],
    });
  }
  return [...listed, ...(await listToTell(executor))].toSorted((one, other) => other.at.localeCompare(one.at));
}
