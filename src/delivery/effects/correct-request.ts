import { actOnLoaded, type LoadedCase } from '../../cases/index.ts';
import type { CorrectableField, DeskEvent } from '../../conversation/effect.ts';
import { say } from '../../messages.ts';
import { REQUESTER } from '../../requests/index.ts';
import { correctPersonal, recordAccess } from '../../store/index.ts';
import { openOwnCase } from './change-request.ts';
import type { EffectContext } from './effect-context.ts';
import { listReaddressed } from './list-readdressed.ts';
import type { Claimed } from './open-request.ts';

interface Correction {
  readonly field: CorrectableField;
  readonly value: string;
}

async function correctCase(context: EffectContext, loaded: LoadedCase, { field, value }: Correction): Promise<void> {
  const { executor, release, now } = context;
  const { number } = loaded.request;
  await correctPersonal(executor, loaded.request, { [field]: value });
  const text = say(release.messages, 'zh-CN', `my-data.corrected_${field}_event`);
  await actOnLoaded(context, loaded, { event: 'supplemented', fields: { text }, actor: REQUESTER });
  const what = `request ${number} corrected ${field}`;
  await recordAccess(executor, { at: now.toISOString(), who: 'requester', what, reason: 'PIPL art. 46' });
}

/**
 * Puts right how a requester is reached (个人信息保护法 art. 46), whatever the case has come to, and in the cases the same
 * request became at other authorities. Staff see in its log that it was, where the log still takes something; that it
 * was is recorded in any case, and the value in neither.
 */
export async function correctRequest(context: EffectContext, claimed: Claimed & Correction): Promise<DeskEvent> {
  const opened = await openOwnCase(context, claimed);
  if ('event' in opened) return opened.event;
  const beside = await listReaddressed(context, opened.loaded);
  for (const loaded of [opened.loaded, ...beside]) await correctCase(context, loaded, claimed);
  return {
    kind: 'request_corrected',
    number: opened.loaded.request.number,
    beside: beside.map(({ request }) => request.number),
    field: claimed.field,
  };
}
