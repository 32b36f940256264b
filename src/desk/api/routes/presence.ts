import { z } from 'zod';
import { type Present, readPresent, tellPresence } from '../../events/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { findCase, numberParams } from './find-case.ts';
import { findConversation, idParams } from './find-conversation.ts';

const body = z.object({ here: z.boolean().default(true), typing: z.boolean().default(false) });
const response = z.object({ others: z.array(z.object({ staff: z.number().int(), typing: z.boolean() })) });
const summary = 'Say that one has it open, and whether one writes; answers who else has. Good for 40 seconds';

const listOthers = (present: readonly Present[]) => ({ others: present.map((each) => ({ ...each })) });

const inConversation = endpoint({
  method: 'POST',
  path: '/conversations/:id/presence',
  action: 'conversation.present',
  summary,
  params: idParams,
  find: findConversation,
  body,
  response,
  handle: async ({ executor, thing, actor, body: told, now }) => {
    const subject = `conversation:${thing.id}`;
    await tellPresence(executor, subject, { ...told, staff: actor.id }, now);
    return listOthers(await readPresent(executor, subject, actor.id, now));
  },
});

const atRequest = endpoint({
  method: 'POST',
  path: '/requests/:number/presence',
  action: 'request.present',
  summary,
  params: numberParams,
  find: findCase,
  body,
  response,
  handle: async ({ executor, thing, actor, body: told, now }) => {
    const subject = `request:${thing}`;
    await tellPresence(executor, subject, { ...told, staff: actor.id }, now);
    return listOthers(await readPresent(executor, subject, actor.id, now));
  },
});

export const PRESENCE_ENDPOINTS: readonly Endpoint[] = [inConversation, atRequest];
