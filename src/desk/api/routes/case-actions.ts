import { z } from 'zod';
import { listActions } from '../../act-on-request.ts';
import { asCaseActor } from '../../as-case-actor.ts';
import { doHeldStep, sayRefused } from '../../held-steps/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import { readActingRules } from './acting-rules.ts';
import { findCase, numberParams } from './find-case.ts';

const worded = { title: z.string(), en: z.string() };
const fieldSchema = z.object({
  id: z.string(),
  ...worded,
  type: z.string(),
  required: z.boolean(),
  choices: z.array(z.object({ id: z.string(), ...worded })),
  most: z.number().optional(),
});

/** Something the one who asks may do with a case as it stands, with what must be filled in for it. */
export const caseActionSchema = z.object({
  event: z.string(),
  ...worded,
  fields: z.array(fieldSchema),
  /** true when this is what usually comes next. */
  usual: z.boolean(),
  /** true when it hands documents over, which cannot be taken back. */
  sends: z.boolean(),
  /** false when something other than role and state is still against it. */
  possible: z.boolean(),
  /** What is against it, where something is. */
  why: z.object({ 'zh-CN': z.string(), en: z.string() }).nullable(),
});

const actions = endpoint({
  method: 'GET',
  path: '/requests/:number/actions',
  action: 'request.read',
  summary: 'What the one who asks may do with this request now, by the table of its regime',
  params: numberParams,
  find: findCase,
  response: z.object({ version: z.number().int(), actions: z.array(caseActionSchema) }),
  handle: async ({ services, executor, actor, thing, now }) => {
    const who = await asCaseActor(executor, actor);
    const found = await listActions(services.store, services.caseRules(), thing, { actor: who, now });
    if (!found) throw new ApiRefusal('not_found');
    const { regime, version, events } = found;
    return {
      version,
      actions: events.map(({ fields, refusal, ...event }) => ({
        ...event,
        possible: refusal === null,
        why: refusal && sayRefused(services.messages, { regime, refusal }),
        fields: fields.map((field) => ({ ...field, choices: [...field.choices] })),
      })),
    };
  },
});

/** A step as it is filled in. */
export const stepBody = z.object({
  event: z.string().max(60),
  fields: z.record(z.string().max(60), z.union([z.string().max(5000), z.number()])).default({}),
  /** The version the actions were listed for: who acts on a case that moved on meanwhile is told. */
  version: z.number().int(),
});

const act = endpoint({
  method: 'POST',
  path: '/requests/:number/events',
  action: 'request.act',
  summary: 'Do one of the actions listed; the table of the regime decides whether it may be done',
  params: numberParams,
  find: findCase,
  body: stepBody,
  response: z.object({ state: z.string(), version: z.number().int() }),
  handle: async ({ executor, services, actor, thing, body, now }) => {
    const acted = await doHeldStep(executor, readActingRules(services), { ...body, number: thing }, { actor, now });
    if (!acted.done) throw new ApiRefusal('event_refused', { why: sayRefused(services.messages, acted) });
    return { state: acted.view.state, version: acted.view.version };
  },
});

export const CASE_ENDPOINTS: readonly Endpoint[] = [actions, act];
