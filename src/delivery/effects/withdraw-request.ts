import { viewRequest } from '../../cases/index.ts';
import type { DeskEvent } from '../../conversation/effect.ts';
import { actAsRequester, openOwnCase } from './change-request.ts';
import type { EffectContext } from './effect-context.ts';
import type { Claimed } from './open-request.ts';

/** Withdraws a request that is still open. One already answered is only shown: there is nothing left to withdraw. */
export async function withdrawRequest(context: EffectContext, claimed: Claimed): Promise<DeskEvent> {
  const opened = await openOwnCase(context, claimed);
  if ('event' in opened) return opened.event;
  const { done } = await actAsRequester(context, opened.loaded, 'withdrawn');
  const view = await viewRequest(context, opened.loaded.request);
  if (!done && view.state !== 'withdrawn') return { kind: 'request_found', view };
  return { kind: 'request_withdrawn', view, already: !done };
}
