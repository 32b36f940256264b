import { MOST_BYTES, MOST_FILES, tidyFileName } from '../../attachments/index.ts';
import { viewRequest } from '../../cases/index.ts';
import type { DeskEvent, SentFile } from '../../conversation/effect.ts';
import { dayOf } from '../../day.ts';
import { listPossible, REQUESTER } from '../../requests/index.ts';
import { addAttachment, makeId, readAttachments } from '../../store/index.ts';
import { openOwnCase } from './change-request.ts';
import type { EffectContext } from './effect-context.ts';
import type { Claimed } from './open-request.ts';
import { nameSupplement } from './supplement-request.ts';

/**
 * Takes a file down for a request still open. It is fetched and looked at afterwards, outside the transaction: a platform
 * may take its time. Told by what the sender says of it alone: how large it is, and how many there are.
 */
export async function attachFile(
  context: EffectContext,
  claimed: Claimed & { readonly file: SentFile },
): Promise<DeskEvent> {
  const { executor, key, now, random } = context;
  const opened = await openOwnCase(context, claimed);
  if ('event' in opened) return opened.event;
  const { request, regime, view } = opened.loaded;
  const circumstances = { calendar: context.calendar, today: dayOf(now), actor: REQUESTER };
  const possible = listPossible(regime, view, circumstances).find(({ event }) => event === nameSupplement(view.state));
  if (!possible || possible.refusal !== null)
    return { kind: 'request_found', view: await viewRequest(context, request) };
  const { number } = request;
  const { bytes, reference } = claimed.file;
  const name = tidyFileName(claimed.file.name);
  const refuse = (why: Extract<DeskEvent, { kind: 'file_refused' }>['why']): DeskEvent => {
    return { kind: 'file_refused', number, name, why };
  };
  if (!context.takesFiles) return refuse('not_here');
  if (bytes > MOST_BYTES) return refuse('too_large');
  if ((await readAttachments(executor, number)).length >= MOST_FILES) return refuse('too_many');
  await addAttachment(executor, key, { id: makeId(random), number, name, reference, size: bytes }, now);
  return { kind: 'file_awaited', number, name };
}
