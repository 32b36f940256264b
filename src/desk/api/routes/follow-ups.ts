import { z } from 'zod';
import { dayOf } from '../../../day.ts';
import { closeFollowUp, noteChange } from '../../../store/index.ts';
import { listFollowUps } from '../../list-follow-ups.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import { idParams } from './find-conversation.ts';

const list = endpoint({
  method: 'GET',
  path: '/follow-ups',
  action: 'follow_up.list',
  summary: 'Poor ratings that somebody has to look into, those due first before the others',
  response: z.object({
    followUps: z.array(
      z.object({
        id: z.number().int(),
        of: z.enum(['answer', 'case']),
        /** Id of the answer, or number of the request. */
        about: z.string(),
        level: z.number().int(),
        openedOn: z.string(),
        dueOn: z.string(),
        overdue: z.boolean(),
      }),
    ),
  }),
  handle: async ({ executor, now }) => ({
    followUps: (await listFollowUps(executor, { today: dayOf(now) })).map((each) => ({ ...each })),
  }),
});

const close = endpoint({
  method: 'POST',
  path: '/follow-ups/:id/close',
  action: 'follow_up.close',
  summary: 'Say what came of it; of two who do so the second finds it closed',
  params: idParams,
  body: z.object({ reason: z.string().trim().min(2).max(500) }),
  response: z.object({ closed: z.literal(true) }),
  handle: async ({ executor, params, actor, body, now }) => {
    const closing = { by: `staff:${actor.id}`, note: body.reason.toWellFormed(), at: now };
    if (!(await closeFollowUp(executor, params.id, closing))) throw new ApiRefusal('not_found');
    await noteChange(executor, 'follow-ups', now);
    return { closed: true as const };
  },
});

export const FOLLOW_UP_ENDPOINTS: readonly Endpoint[] = [list, close];
