import { z } from 'zod';
import {
  changeCannedReply,
  insertCannedReply,
  readCannedReplies,
  removeCannedReply,
} from '../../conversations/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import { idParams } from './find-conversation.ts';

const bodySchema = z.object({
  title: z.string().trim().min(1).max(60),
  text: z.string().trim().min(1).max(4000),
});
const replySchema = bodySchema.extend({ id: z.number().int() });

const wellFormed = ({ title, text }: z.output<typeof bodySchema>) => ({
  title: title.toWellFormed(),
  text: text.toWellFormed(),
});

const list = endpoint({
  method: 'GET',
  path: '/canned-replies',
  action: 'canned.list',
  summary: 'Texts to answer with again and again',
  response: z.object({ replies: z.array(replySchema) }),
  handle: async ({ executor }) => ({ replies: [...(await readCannedReplies(executor))] }),
});

const create = endpoint({
  method: 'POST',
  path: '/canned-replies',
  action: 'canned.write',
  summary: 'Keep a text to answer with; every colleague finds it',
  body: bodySchema,
  response: replySchema,
  handle: ({ executor, body, actor, now }) => insertCannedReply(executor, wellFormed(body), { by: actor.id, now }),
});

const change = endpoint({
  method: 'PUT',
  path: '/canned-replies/:id',
  action: 'canned.write',
  summary: 'Put another text in its place',
  params: idParams,
  body: bodySchema,
  response: replySchema,
  handle: async ({ executor, body, params, actor, now }) => {
    const reply = { id: params.id, ...wellFormed(body) };
    const changed = await changeCannedReply(executor, reply, { by: actor.id, now });
    if (!changed) throw new ApiRefusal('not_found');
    return changed;
  },
});

const remove = endpoint({
  method: 'DELETE',
  path: '/canned-replies/:id',
  action: 'canned.remove',
  summary: 'Take it out of the list',
  params: idParams,
  response: z.object({ removed: z.boolean() }),
  handle: async ({ executor, params }) => ({ removed: await removeCannedReply(executor, params.id) }),
});

export const CANNED_ENDPOINTS: readonly Endpoint[] = [list, create, change, remove];
