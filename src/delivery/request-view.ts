import type { RequestView } from '../conversation/effect.ts';
import { type Executor, maskNumbersInText, readRequestEvents, type StoredRequest } from '../store/index.ts';

/** Longest shortened description, in characters. */
const ABOUT = 40;

function shorten(description: string): string {
  const characters = [...maskNumbersInText(description).replaceAll(/\s+/gu, ' ').trim()];
  return characters.length > ABOUT ? `${characters.slice(0, ABOUT).join('')}…` : characters.join('');
}

/** What the requester may see of a request: no personal data, numbers in the description masked. */
export async function viewRequest(executor: Executor, request: StoredRequest): Promise<RequestView> {
  const events = await readRequestEvents(executor, request.number);
  return {
    number: request.number,
    state: request.state,
    filedOn: request.filedOn,
    receivedOn: request.receivedOn,
    dueOn: request.dueOn,
    dueProvisional: request.dueProvisional,
    about: shorten(request.description),
    events: events.map(({ on, kind }) => ({ on, kind })),
  };
}
