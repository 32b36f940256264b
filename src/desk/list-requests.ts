import type { RequestView } from '../conversation/effect.ts';
import { viewRequest } from '../delivery/index.ts';
import { type Executor, readRequests } from '../store/index.ts';
import { maskPersonal } from './mask-personal.ts';

/** A request in a listing: what its requester may see of it, and the requester's name, masked. */
export interface ListedRequest extends Omit<RequestView, 'events'> {
  readonly applicant: string | null;
  readonly name: string | null;
  readonly channel: string;
}

/** All requests, newest first, personal data masked. */
export async function listRequests(executor: Executor): Promise<readonly ListedRequest[]> {
  const listed: ListedRequest[] = [];
  for (const request of await readRequests(executor)) {
    const { events: _, ...view } = await viewRequest(executor, request);
    const name = maskPersonal(request).name ?? null;
    listed.push({ ...view, applicant: request.applicant, name, channel: request.channel });
  }
  return listed;
}
