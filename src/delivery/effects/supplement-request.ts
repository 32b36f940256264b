import type { DeskEvent } from '../../conversation/effect.ts';
import { appendRequestEvent } from '../../store/index.ts';
import { viewRequest } from '../request-view.ts';
import type { EffectContext } from './effect-context.ts';
import { type Claimed, openRequest } from './open-request.ts';

/** Adds what the requester says to a request still open; one withdrawn or answered is only shown. */
export async function supplementRequest(
  context: EffectContext,
  claimed: Claimed & { readonly text: string },
): Promise<DeskEvent> {
  const opened = await openRequest(context, claimed);
  if ('event' in opened) return opened.event;
  const { executor, now } = context;
  const { request } = opened;
  const open = request.state === 'filed' || request.state === 'received';
  if (open) {
    await appendRequestEvent(executor, request.number, {
      kind: 'supplemented',
      by: 'requester',
      at: now,
      text: claimed.text,
    });
  }
  return { kind: open ? 'request_supplemented' : 'request_found', view: await viewRequest(executor, request) };
}
