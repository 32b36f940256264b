import { z } from 'zod';
import { readLeftWords } from '../../../store/index.ts';
import { type AuditEvent, appendAudit } from '../../audit/index.ts';
import {
  claimConversation,
  endConversation,
  findVisit,
  findVisits,
  forwardConversation,
  insertNote,
  readLinesForStaff,
  readNotes,
} from '../../conversations/index.ts';
import { findStaff, findUnit } from '../../identity/index.ts';
import { listTroubles } from '../../list-troubles.ts';
import { flushHeld } from '../../replies/index.ts';
import type { Action } from '../../rights/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import { announce, type ConversationCall, findConversation, idParams, worldOf } from './find-conversation.ts';
import { leftSchema, maskLeft } from './left-words.ts';
import { heldReplySchema, listHeld } from './replies.ts';

/** Lines of a conversation in one answer. */
const MOST_LINES = 200;

const textField = z.string().trim().min(1).max(4000);

/** Lines with lists of their own, as an answer has them. */
const readLines = async (...asked: Parameters<typeof readLinesForStaff>) =>
  (await readLinesForStaff(...asked)).map(({ versions, ...line }) => ({ ...line, versions: [...versions] }));

export const conversationSchema = z.object({
  id: z.number().int(),
  channel: z.string(),
  state: z.enum(['waiting', 'open', 'ended']),
  topic: z.string(),
  joinedAt: z.string(),
  claimedBy: z.number().int().nullable(),
  claimedAt: z.string().nullable(),
  unit: z.number().int().nullable(),
  endedAt: z.string().nullable(),
  endedWhy: z.string().nullable(),
  returnedAt: z.string().nullable(),
  returnedFrom: z.number().int().nullable(),
});

export const lineSchema = z.object({
  seq: z.number().int(),
  at: z.string(),
  from: z.enum(['citizen', 'desk', 'staff']),
  text: z.string(),
  writtenBy: z.number().int().nullable(),
  correctable: z.boolean(),
  versions: z.array(z.object({ text: z.string(), replacedAt: z.string() })),
  delivery: z.enum(['on_page', 'waiting', 'delivered', 'undeliverable']),
  why: z.string().nullable(),
});

export const noteSchema = z.object({
  id: z.number().int(),
  writtenBy: z.number().int(),
  text: z.string(),
  at: z.string(),
});

async function record(call: ConversationCall, event: AuditEvent, detail: Record<string, string | number> = {}) {
  const { executor, actor, now, thing } = call;
  const entry = { at: now.toISOString(), event, actor: `staff:${actor.id}`, subject: `conversation:${thing.id}` };
  await appendAudit(executor, { ...entry, detail });
}

async function readBack({ executor, thing }: ConversationCall) {
  const visit = await findVisit(executor, thing.id);
  if (!visit) throw new ApiRefusal('not_found');
  return visit;
}

const list = endpoint({
  method: 'GET',
  path: '/conversations',
  action: 'conversation.list',
  summary: 'Conversations that wait, are looked after, or ended; each with the last thing said',
  query: z.object({
    state: z.enum(['waiting', 'open', 'ended']).default('waiting'),
    mine: z.stringbool().default(false),
    before: z.coerce.number().int().positive().optional(),
    most: z.coerce.number().int().min(1).max(200).default(50),
  }),
  response: z.object({
    conversations: z.array(conversationSchema.extend({ lastLine: lineSchema.nullable() })),
  }),
  handle: async ({ executor, query, actor, services }) => {
    const { base } = services.release();
    const { mine, ...rest } = query;
    const visits = await findVisits(executor, { ...rest, claimedBy: mine ? actor.id : undefined });
    const conversations = [];
    for (const visit of visits) {
      const [lastLine] = await readLines(executor, visit, { after: 0, most: 1, base });
      conversations.push({ ...visit, lastLine: lastLine ?? null });
    }
    return { conversations };
  },
});

const read = endpoint({
  method: 'GET',
  path: '/conversations/:id',
  action: 'conversation.read',
  summary: 'One conversation with its lines, delivery states and internal notes',
  params: idParams,
  query: z.object({ after: z.coerce.number().int().min(0).default(0) }),
  find: findConversation,
  response: conversationSchema.extend({
    left: leftSchema,
    lines: z.array(lineSchema),
    notes: z.array(noteSchema),
    held: z.array(heldReplySchema),
  }),
  handle: async ({ executor, thing, query, services, actor }) => {
    const page = { after: query.after, most: MOST_LINES, base: services.release().base };
    const left = await readLeftWords(executor, thing.id);
    return {
      ...thing,
      left: maskLeft(left),
      lines: await readLines(executor, thing, page),
      held: await listHeld(executor, thing, actor),
      notes: [...(await readNotes(executor, thing.id))],
    };
  },
});

const claiming = (action: Action, path: string, summary: string, takeOver: boolean): Endpoint =>
  endpoint({
    method: 'POST',
    path,
    action,
    summary,
    params: idParams,
    find: findConversation,
    response: conversationSchema,
    handle: async (call) => {
      const claimed = await claimConversation(worldOf(call), call.thing, call.actor.id, takeOver);
      if (claimed.kind === 'over') throw new ApiRefusal('not_found');
      if (claimed.kind === 'taken') {
        const winner = await findStaff(call.executor, claimed.by);
        throw new ApiRefusal('taken', { values: { name: winner?.name ?? '' } });
      }
      announce(call);
      await record(call, 'conversation_claimed', { from: call.thing.claimedBy ?? 0 });
      return readBack(call);
    },
  });

const note = endpoint({
  method: 'POST',
  path: '/conversations/:id/notes',
  action: 'conversation.note',
  summary: 'Note something for colleagues; the citizen never sees it',
  params: idParams,
  find: findConversation,
  body: z.object({ text: textField }),
  response: noteSchema,
  handle: async ({ executor, thing, actor, body, now }) =>
    insertNote(executor, thing.id, { writtenBy: actor.id, text: body.text.toWellFormed() }, now),
});

const forward = endpoint({
  method: 'POST',
  path: '/conversations/:id/forward',
  action: 'conversation.forward',
  summary: 'Forward to a colleague or a unit, with what they should know',
  params: idParams,
  find: findConversation,
  body: z.object({
    to: z.union([
      z.strictObject({ staff: z.number().int().positive() }),
      z.strictObject({ unit: z.number().int().positive() }),
    ]),
    context: textField,
  }),
  response: conversationSchema,
  handle: async (call) => {
    const { to, context } = call.body;
    const known = 'staff' in to ? await findStaff(call.executor, to.staff) : await findUnit(call.executor, to.unit);
    if (!known || ('disabledAt' in known && known.disabledAt !== null)) throw new ApiRefusal('bad_input');
    await flushHeld(worldOf(call), call.thing, call.actor.id);
    await forwardConversation(worldOf(call), call.thing, call.actor.id, to, context.toWellFormed());
    announce(call);
    await record(call, 'conversation_forwarded', to);
    return readBack(call);
  },
});

const ending = (how: 'ended' | 'handed_back', path: string, action: Action, summary: string): Endpoint =>
  endpoint({
    method: 'POST',
    path,
    action,
    summary,
    params: idParams,
    find: findConversation,
    body: z.object({ reason: z.string().trim().min(1).max(200) }),
    response: conversationSchema,
    handle: async (call) => {
      await flushHeld(worldOf(call), call.thing, call.actor.id);
      await endConversation(worldOf(call), call.thing, call.body.reason.toWellFormed(), how);
      announce(call);
      await record(call, `conversation_${how}`);
      return readBack(call);
    },
  });

const undelivered = endpoint({
  method: 'GET',
  path: '/undelivered',
  action: 'undelivered.list',
  summary: 'Lines that will never arrive and messages set aside, with other ways to reach the person, masked',
  response: z.object({
    troubles: z.array(
      z.object({
        channel: z.string(),
        conversation: z.string(),
        at: z.string(),
        why: z.string(),
        requests: z.array(z.string()),
        reach: z.array(z.string()),
      }),
    ),
  }),
  handle: async ({ executor }) => ({
    troubles: (await listTroubles(executor)).map((each) => ({
      ...each,
      requests: [...each.requests],
      reach: [...each.reach],
    })),
  }),
});

export const CONVERSATION_ENDPOINTS: readonly Endpoint[] = [
  list,
  read,
  claiming(
    'conversation.claim',
    '/conversations/:id/claim',
    'Take a waiting conversation; the bot falls silent',
    false,
  ),
  claiming('conversation.take_over', '/conversations/:id/take-over', 'Take a conversation over from a colleague', true),
  note,
  forward,
  ending(
    'handed_back',
    '/conversations/:id/hand-back',
    'conversation.hand_back',
    'Hand the conversation back to the bot',
  ),
  ending('ended', '/conversations/:id/end', 'conversation.end', 'End it with a reason; the bot answers again'),
  undelivered,
];
