import type { z } from 'zod';
import type { Executor } from '../../../../store/index.ts';
import { type Draft, findDraft } from '../../../drafts/index.ts';
import type { Actor, Subject } from '../../../rights/index.ts';
import type { idParams } from '../find-conversation.ts';

/** The draft an action is done to; it is one's own when one began it or changed it last. */
export async function findOwnDraft(
  executor: Executor,
  { id }: z.output<typeof idParams>,
  actor: Actor,
): Promise<{ subject: Subject; thing: Draft } | undefined> {
  const draft = await findDraft(executor, id);
  const own = draft !== undefined && [draft.createdBy, draft.changedBy].includes(actor.id);
  return draft && { subject: { state: draft.state, own }, thing: draft };
}
