import type { CheckedFile } from '../../attachments/index.ts';
import { actOnLoaded, holdCase, holdConversation, rulesOf } from '../../cases/index.ts';
import type { DeskEvent, FileRefusal } from '../../conversation/effect.ts';
import { say } from '../../messages.ts';
import { REQUESTER } from '../../requests/index.ts';
import {
  type Attachment,
  dropAttachment,
  type Executor,
  findAttachment,
  keepAttachment,
  writeContent,
} from '../../store/index.ts';
import { nameSupplement } from '../effects/supplement-request.ts';
import { type Teller, tellEvent } from '../tell-event.ts';

export interface KeepContext extends Teller {
  readonly pageUrl?: string | undefined;
}

type Fit = Extract<CheckedFile, { fit: true }>;

/** Adds the file to its case, as the text of a supplement would be; false when nothing can be added any more. */
async function addToCase(executor: Executor, file: Attachment, context: KeepContext): Promise<boolean> {
  const { now, release, pageUrl } = context;
  const rules = rulesOf(release, pageUrl);
  const loaded = await holdCase(executor, rules.regimes, file.number ?? '');
  if (!loaded) return false;
  // Staff read it.
  const text = say(release.messages, 'zh-CN', 'attachment.event', { name: file.name });
  const command = { event: nameSupplement(loaded.view.state), fields: { text }, actor: REQUESTER };
  return (await actOnLoaded({ ...rules, executor, now }, loaded, command)).done;
}

/** Tells the sender what became of a file, once, and drops it unless it is kept. Call within a transaction. */
export async function settleFile(
  executor: Executor,
  { id }: Attachment,
  outcome: Fit | { readonly fit: false; readonly why: FileRefusal },
  context: KeepContext,
): Promise<void> {
  const before = await findAttachment(executor, id);
  if (before?.number == null) return;
  await holdConversation(executor, before.number);
  const file = await findAttachment(executor, id);
  // Somebody else was faster, or its conversation was erased meanwhile.
  if (file?.state !== 'waiting' || file.number === null) return;
  const { number, name } = file;
  const kept = outcome.fit && (await addToCase(executor, file, context));
  if (kept) {
    await writeContent(executor, id, outcome.bytes);
    await keepAttachment(executor, id, { ...outcome, size: outcome.bytes.length });
  } else await dropAttachment(executor, id);
  const event: DeskEvent = kept
    ? { kind: 'file_kept', number, name }
    : { kind: 'file_refused', number, name, why: outcome.fit ? 'closed' : outcome.why };
  // What was uploaded to the desk itself waited under this id.
  await dropAttachment(executor, file.reference);
  await tellEvent(executor, file, event, { ...context, id });
}
