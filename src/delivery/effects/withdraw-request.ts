import type { DeskEvent } from '../../conversation/effect.ts';
import { appendRequestEvent, setRequestState } from '../../store/index.ts';
import { viewRequest } from '../request-view.ts';
import type { EffectContext } from './effect-context.ts';
import { type Claimed, openRequest } from './open-request.ts';

/** Withdraws a request that is still open. One already answered is only shown: there is nothing left to withdraw. */
export async function withdrawRequest(context: EffectContext, claimed: Claimed): Promise<DeskEvent> {
  const opened = await openRequest(context, claimed);
  if ('event' in opened) return opened.event;
  const { executor, now } = context;
  const { request } = opened;
  if (request.state === 'answered') return { kind: 'request_found', view: await viewRequest(executor, request) };
  const already = request.state === 'withdrawn';
  if (!already) {
    await setRequestState(executor, request.number, 'withdrawn');
    await appendRequestEvent(executor, request.number, { kind: 'withdrawn', by: 'requester', at: now });
  }
  return { kind: 'request_withdrawn', view: await viewRequest(executor, { ...request, state: 'withdrawn' }), already };
}
