import type { DeskEvent } from '../../conversation/effect.ts';
import { dayOf, yearOf } from '../../day.ts';
import { DeskError } from '../../errors.ts';
import type { Draft } from '../../requests/form/draft.ts';
import {
  appendRequestEvent,
  findRequest,
  hashSecret,
  insertRequest,
  makeSecret,
  takeNextNumber,
} from '../../store/index.ts';
import { viewRequest } from '../request-view.ts';
import { findFiledDraft } from '../tell-origin.ts';
import type { EffectContext } from './effect-context.ts';

/** Digits of the running number: room for a million requests a year. */
const DIGITS = 6;

/** The next request number of the year, by the civil day in China: SPB-2026-000001. Numbers have no gaps. */
async function takeRequestNumber({ executor, now, numberPrefix }: EffectContext): Promise<string> {
  const year = yearOf(dayOf(now));
  const running = await takeNextNumber(executor, `requests/${year}`);
  return `${numberPrefix}-${year}-${String(running).padStart(DIGITS, '0')}`;
}

/**
 * Files a draft once: filed again it is the same request, and its query code is not told a second time.
 * It counts as `filed`; the day of receipt is set when the office confirms it (711 art. 31(3)).
 */
export async function fileRequest(context: EffectContext, draft: Draft): Promise<DeskEvent> {
  const { executor, key, now, random } = context;
  if (context.handOver === 'must') throw new DeskError('INPUT_INVALID', 'no request is filed on an overseas channel');
  // The same draft may be confirmed in the chat and on the page at once.
  await executor.lock(JSON.stringify(['draft', draft.id]));
  const already = await findFiledDraft(executor, key, draft.id);
  if (already) return { kind: 'request_filed', view: await viewRequest(executor, already), secret: null };
  const number = await takeRequestNumber(context);
  const secret = makeSecret(random);
  const secretHash = hashSecret(executor.sealer, number, secret);
  await insertRequest(executor, key, { number, draft, secretHash, filedOn: dayOf(now), at: now });
  await appendRequestEvent(executor, number, { kind: 'filed', by: 'requester', at: now });
  const request = await findRequest(executor, number);
  if (!request) throw new DeskError('TURN_FAILED', `request ${number} is not where it was just stored`);
  return { kind: 'request_filed', view: await viewRequest(executor, request), secret };
}
