import { actOnLoaded } from '../../cases/index.ts';
import type { CorrectableField, DeskEvent } from '../../conversation/effect.ts';
import { say } from '../../messages.ts';
import { REQUESTER } from '../../requests/index.ts';
import { correctPersonal, recordAccess } from '../../store/index.ts';
import { openOwnCase } from './change-request.ts';
import type { EffectContext } from './effect-context.ts';
import type { Claimed } from './open-request.ts';

/**
 * Puts right how a requester is reached (个人信息保护法 art. 46), whatever the case has come to. Staff see in its log that
 * it was, where the log still takes something; that it was is recorded in any case, and the value in neither.
 */
export async function correctRequest(
  context: EffectContext,
  claimed: Claimed & { readonly field: CorrectableField; readonly value: string },
): Promise<DeskEvent> {
  const { executor, release, now } = context;
  const opened = await openOwnCase(context, claimed);
  if ('event' in opened) return opened.event;
  const { loaded } = opened;
  const { number } = loaded.request;
  const { field, value } = claimed;
  await correctPersonal(executor, loaded.request, { [field]: value });
  const text = say(release.messages, 'zh-CN', `my-data.corrected_${field}_event`);
  await actOnLoaded(context, loaded, { event: 'supplemented', fields: { text }, actor: REQUESTER });
  const what = `request ${number} corrected ${field}`;
  await recordAccess(executor, { at: now.toISOString(), who: 'requester', what, reason: 'PIPL art. 46' });
  return { kind: 'request_corrected', number, field };
}
