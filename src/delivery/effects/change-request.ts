import { type Acted, actOnLoaded, type LoadedCase, replayCase } from '../../cases/index.ts';
import type { DeskEvent } from '../../conversation/effect.ts';
import { REQUESTER } from '../../requests/index.ts';
import type { EffectContext } from './effect-context.ts';
import { type Claimed, openRequest } from './open-request.ts';

/** The case of who knows its number and query code; else what to answer. */
export async function openOwnCase(
  context: EffectContext,
  claimed: Claimed,
): Promise<{ readonly loaded: LoadedCase } | { readonly event: DeskEvent }> {
  const opened = await openRequest(context, claimed);
  if ('event' in opened) return opened;
  return { loaded: await replayCase(context.executor, context.regimes, opened.request) };
}

/** Does to a case what its requester asks for, if it may be done now. */
export function actAsRequester(
  context: EffectContext,
  loaded: LoadedCase,
  event: string,
  fields: Readonly<Record<string, string>> = {},
): Promise<Acted> {
  return actOnLoaded(context, loaded, { event, fields, actor: REQUESTER });
}
