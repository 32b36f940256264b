import { viewRequest } from '../../cases/index.ts';
import type { DeskEvent } from '../../conversation/effect.ts';
import { actAsRequester, openOwnCase } from './change-request.ts';
import type { EffectContext } from './effect-context.ts';
import type { Claimed } from './open-request.ts';

/** What a text added to a request is, where the office has asked for one; else it is a supplement. */
const ANSWERS: Readonly<Record<string, string>> = { clarifying: 'clarified', reasons_asked: 'reasons_given' };

/** The event by which a requester adds to a case in this state. */
export function nameSupplement(state: string): string {
  return ANSWERS[state] ?? 'supplemented';
}

/** Adds what the requester says to a request still open; one that is closed is only shown. */
export async function supplementRequest(
  context: EffectContext,
  claimed: Claimed & { readonly text: string },
): Promise<DeskEvent> {
  const opened = await openOwnCase(context, claimed);
  if ('event' in opened) return opened.event;
  const { loaded } = opened;
  const event = nameSupplement(loaded.view.state);
  const { done } = await actAsRequester(context, loaded, event, { text: claimed.text });
  const view = await viewRequest(context, loaded.request);
  return { kind: done ? 'request_supplemented' : 'request_found', view };
}
