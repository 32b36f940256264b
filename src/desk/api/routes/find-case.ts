import { z } from 'zod';
import { DeskError } from '../../../errors.ts';
import { type Executor, findRequest } from '../../../store/index.ts';
import { STATES, type Subject } from '../../rights/index.ts';

export const numberParams = z.object({ number: z.string().regex(/^[A-Za-z0-9-]{1,40}$/u) });

/** The request a call is about. Whose it is stands in the log and is judged by the table of its regime. */
export async function findCase(
  executor: Executor,
  { number }: z.output<typeof numberParams>,
): Promise<{ subject: Subject; thing: string } | undefined> {
  const request = await findRequest(executor, number.toUpperCase());
  if (!request) return undefined;
  const state = STATES.request.find((each) => each === request.state);
  if (state === undefined) throw new DeskError('KNOWLEDGE_INVALID', `the rights know no state ${request.state}`);
  return { subject: { state, own: false }, thing: request.number };
}
