import { viewRequest } from '../../cases/index.ts';
import type { DeskEvent } from '../../conversation/effect.ts';
import type { EffectContext } from './effect-context.ts';
import { type Claimed, openRequest } from './open-request.ts';

/** How a request stands, for who knows its number and query code. */
export async function lookUpRequest(context: EffectContext, claimed: Claimed): Promise<DeskEvent> {
  const opened = await openRequest(context, claimed);
  if ('event' in opened) return opened.event;
  return { kind: 'request_found', view: await viewRequest(context, opened.request) };
}
