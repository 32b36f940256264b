import { z } from 'zod';
import { DeskError } from '../../../errors.ts';
import { type Executor, findRequest } from '../../../store/index.ts';
import { type Actor, STATES, type Subject } from '../../rights/index.ts';

export const numberParams = z.object({ number: z.string().regex(/^[A-Za-z0-9-]{1,40}$/u) });

/**
 * The request a call is about; it is one's own when one wrote its draft. Who may take which step on it, their own draft
 * or another's, is judged by the table of its regime.
 */
export async function findCase(
  executor: Executor,
  { number }: z.output<typeof numberParams>,
  actor: Actor,
): Promise<{ subject: Subject; thing: string } | undefined> {
  const request = await findRequest(executor, number.toUpperCase());
  if (!request) return undefined;
  const state = STATES.request.find((each) => each === request.state);
  if (state === undefined) throw new DeskError('KNOWLEDGE_INVALID', `the rights know no state ${request.state}`);
  return { subject: { state, own: request.drafter === `staff:${actor.id}` }, thing: request.number };
}
