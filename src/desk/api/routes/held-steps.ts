import { z } from 'zod';
import { loadCase, previewCase } from '../../../cases/index.ts';
import { asCaseActor } from '../../as-case-actor.ts';
import { doHeldStep, insertHeldStep, readHeldSteps, sayRefused, takeHeldStep } from '../../held-steps/index.ts';
import { takeOwnHeld } from '../../holding/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import { readActingRules } from './acting-rules.ts';
import { stepBody } from './case-actions.ts';
import { findCase, numberParams } from './find-case.ts';
import { heldEndpoints, heldSchema } from './held-endpoints.ts';

const heldParams = numberParams.extend({ id: z.coerce.number().int().positive() });
const list = endpoint({
  method: 'GET',
  path: '/requests/:number/held',
  action: 'request.act',
  summary: 'Steps one has decided on that can still be taken back, or that could not be done',
  params: numberParams,
  find: findCase,
  response: z.object({
    held: z.array(
      z.object({
        id: z.number().int(),
        event: z.string(),
        dueAt: z.string(),
        failed: z.object({ 'zh-CN': z.string(), en: z.string() }).nullable(),
      }),
    ),
  }),
  handle: async ({ executor, thing, actor }) => {
    const steps = await readHeldSteps(executor, thing, actor.id);
    return { held: steps.map(({ id, event, dueAt, failed }) => ({ id, event, dueAt, failed })) };
  },
});

const hold = endpoint({
  method: 'POST',
  path: '/requests/:number/held',
  action: 'request.act',
  summary: 'Have an action done in ten seconds, whatever becomes of the page; until then it can be taken back',
  params: numberParams,
  find: findCase,
  body: stepBody,
  response: heldSchema,
  handle: async ({ executor, thing, actor, body, now, services }) => {
    const rules = readActingRules(services);
    const loaded = await loadCase(executor, rules.regimes, thing);
    if (!loaded) throw new ApiRefusal('not_found');
    if (loaded.view.version !== body.version) throw new ApiRefusal('changed');
    // What could not be done now is said now, not in ten seconds.
    const command = { event: body.event, fields: body.fields, actor: await asCaseActor(executor, actor) };
    const tried = await previewCase({ ...rules, executor, now }, loaded, command, loaded.request);
    if ('refusal' in tried) {
      const why = sayRefused(services.messages, { regime: loaded.regime, refusal: tried.refusal });
      throw new ApiRefusal('event_refused', { why });
    }
    return insertHeldStep(executor, { ...body, number: thing, heldBy: actor.id }, now);
  },
});

const settle = heldEndpoints({
  path: '/requests/:number/held/:id',
  params: heldParams,
  find: findCase,
  finish: {
    action: 'request.act',
    summary: 'Do a held action at once; false when it was done or taken back already',
  },
  undo: {
    action: 'request.act',
    summary: 'Take a held action back, or put away one that could not be done; false when it was too late',
  },
  takeOwn: async ({ executor, actor, thing, params }) =>
    takeOwnHeld(await readHeldSteps(executor, thing, actor.id), params.id, (id) => takeHeldStep(executor, id)),
  doNow: async ({ executor, actor, now, services }, step) => {
    if (step.failed !== null) return false;
    const acted = await doHeldStep(executor, readActingRules(services), step, { actor, now });
    if (!acted.done) throw new ApiRefusal('event_refused', { why: sayRefused(services.messages, acted) });
    return true;
  },
});

export const HELD_STEP_ENDPOINTS: readonly Endpoint[] = [list, hold, ...settle];
