import { openCase, viewRequest } from '../../cases/index.ts';
import type { DeskEvent } from '../../conversation/effect.ts';
import { DeskError } from '../../errors.ts';
import type { Draft } from '../../requests/form/draft.ts';
import { REQUESTER } from '../../requests/index.ts';
import { findRequest } from '../../store/index.ts';
import { findFiledDraft } from '../tell-origin.ts';
import type { EffectContext } from './effect-context.ts';

/**
 * Files a draft once: filed again it is the same request, and its query code is not told a second time.
 * It counts as `filed`; the day of receipt is set when the office confirms it (711 art. 31(3)).
 */
export async function fileRequest(context: EffectContext, draft: Draft): Promise<DeskEvent> {
  const { executor, key } = context;
  if (context.handOver === 'must') throw new DeskError('INPUT_INVALID', 'no request is filed on an overseas channel');
  // The same draft may be confirmed in the chat and on the page at once.
  await executor.lock(JSON.stringify(['draft', draft.id]));
  const already = await findFiledDraft(executor, key, draft.id);
  if (already) return { kind: 'request_filed', view: await viewRequest(context, already), secret: null };
  const opened = await openCase(context, { ...context, draft, actor: REQUESTER, event: 'filed' });
  if (!opened.done) throw new DeskError('KNOWLEDGE_INVALID', 'the table of events does not let requesters file');
  const request = await findRequest(executor, opened.number);
  if (!request) throw new DeskError('TURN_FAILED', `request ${opened.number} is not where it was just stored`);
  return { kind: 'request_filed', view: await viewRequest(context, request), secret: opened.secret };
}
