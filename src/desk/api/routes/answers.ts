import { z } from 'zod';
import { type Executor, findHeldAnswer, type HeldAnswer, readHeldAnswers } from '../../../store/index.ts';
import { approveAnswer, editAnswer, rejectAnswer, showAnswer } from '../../held-answers/index.ts';
import { findStaff } from '../../identity/index.ts';
import type { Actor, Subject } from '../../rights/index.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import { idParams } from './find-conversation.ts';

const answerSchema = z.object({
  id: z.number().int(),
  channel: z.string(),
  state: z.enum(['waiting', 'released', 'rejected']),
  subject: z.string(),
  title: z.string().nullable(),
  why: z.enum(['listed', 'unsure']),
  confidence: z.number(),
  question: z.string().nullable(),
  text: z.string(),
  sources: z.array(z.string()),
  heldAt: z.string(),
  version: z.number().int(),
  editedBy: z.number().int().nullable(),
  decidedBy: z.number().int().nullable(),
  decidedAt: z.string().nullable(),
});

const version = z.number().int().positive();
const text = z.string().trim().min(1).max(4000);

/** The answer something is done to; it is one's own once one has written in it. */
async function findAnswer(
  executor: Executor,
  { id }: z.output<typeof idParams>,
  actor: Actor,
): Promise<{ subject: Subject; thing: HeldAnswer } | undefined> {
  const answer = await findHeldAnswer(executor, id);
  return answer && { subject: { state: answer.state, own: answer.editedBy === actor.id }, thing: answer };
}

type AnswerCall = Call<unknown, unknown, { readonly version: number }, HeldAnswer>;

const decidingOf = ({ executor, services, actor, body, now }: AnswerCall) => ({
  executor,
  release: services.release(),
  by: actor.id,
  version: body.version,
  now,
});

/** Tells who was first, or that it reads otherwise now. */
async function refuseLate({ executor, thing }: AnswerCall): Promise<never> {
  const standing = await findHeldAnswer(executor, thing.id);
  if (!standing) throw new ApiRefusal('not_found');
  if (standing.decidedBy === null) throw new ApiRefusal('answer_changed');
  const winner = await findStaff(executor, standing.decidedBy);
  throw new ApiRefusal('answer_decided', { values: { name: winner?.name ?? '' } });
}

async function finish(call: AnswerCall, done: boolean) {
  if (!done) return refuseLate(call);
  call.afterCommit(() => call.services.announce(call.thing));
  const after = await findHeldAnswer(call.executor, call.thing.id);
  if (!after) throw new ApiRefusal('not_found');
  return toAnswer(after, call);
}

const toAnswer = (answer: HeldAnswer, { services }: Pick<AnswerCall, 'services'>) => {
  const shown = showAnswer(answer, services.release().base);
  return { ...shown, sources: [...shown.sources] };
};

const list = endpoint({
  method: 'GET',
  path: '/answers',
  action: 'answer.list',
  summary: 'Answers somebody has to approve before the citizen gets them, and those decided on lately',
  query: z.object({
    state: z.enum(['waiting', 'released', 'rejected']).default('waiting'),
    most: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({ answers: z.array(answerSchema) }),
  handle: async ({ executor, query, services }) => ({
    answers: (await readHeldAnswers(executor, query)).map((answer) => toAnswer(answer, { services })),
  }),
});

const approve = endpoint({
  method: 'POST',
  path: '/answers/:id/approve',
  action: 'answer.approve',
  summary: 'Have it sent as it stands; `version` is the one that was read. Never by who wrote in it',
  params: idParams,
  find: findAnswer,
  body: z.object({ version }),
  response: answerSchema,
  handle: async (call) => finish(call, await approveAnswer(decidingOf(call), call.thing)),
});

const edit = endpoint({
  method: 'PUT',
  path: '/answers/:id',
  action: 'answer.edit',
  summary: 'Write it anew; a colleague has to approve it then',
  params: idParams,
  find: findAnswer,
  body: z.object({ version, text }),
  response: answerSchema,
  handle: async (call) => finish(call, await editAnswer(decidingOf(call), call.thing, call.body.text.toWellFormed())),
});

const reject = endpoint({
  method: 'POST',
  path: '/answers/:id/reject',
  action: 'answer.reject',
  summary: 'Answer in one’s own words instead of it',
  params: idParams,
  find: findAnswer,
  body: z.object({ version, text }),
  response: answerSchema,
  handle: async (call) => finish(call, await rejectAnswer(decidingOf(call), call.thing, call.body.text.toWellFormed())),
});

export const ANSWER_ENDPOINTS: readonly Endpoint[] = [list, approve, edit, reject];
