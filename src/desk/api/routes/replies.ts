import { z } from 'zod';
import { checkFile, MOST_BYTES, tidyFileName } from '../../../attachments/index.ts';
import { DeskError } from '../../../errors.ts';
import { type Locale, say } from '../../../messages.ts';
import { type Executor, findAttachment, makeId } from '../../../store/index.ts';
import type { Visit } from '../../conversations/index.ts';
import { takeOwnHeld } from '../../holding/index.ts';
import {
  correctLine,
  insertHeldReply,
  keepReplyFile,
  readHeldReplies,
  sendReply,
  takeHeldReply,
} from '../../replies/index.ts';
import type { Actor } from '../../rights/index.ts';
import { type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';
import type { DeskServices } from '../services.ts';
import { announce, findConversation, idParams, worldOf } from './find-conversation.ts';
import { heldEndpoints, heldSchema } from './held-endpoints.ts';

/** Files that go with one reply. */
const MOST_FILES = 5;

const text = z.string().trim().min(1).max(4000);
const replyBody = z
  .object({
    text: z.string().trim().max(4000).default(''),
    files: z.array(z.string().max(64)).max(MOST_FILES).default([]),
  })
  .refine((reply) => reply.text !== '' || reply.files.length > 0, { path: ['text'] });

const fileSchema = z.object({ id: z.string(), name: z.string(), mediaType: z.string(), bytes: z.number().int() });

export const heldReplySchema = z.object({
  id: z.number().int(),
  text: z.string(),
  files: z.array(z.object({ id: z.string(), name: z.string() })),
  dueAt: z.string(),
  failedAt: z.string().nullable(),
});

/** One's own replies in a conversation that are not sent yet, or could not be. */
export async function listHeld(executor: Executor, visit: Visit, actor: Actor) {
  const held = await readHeldReplies(executor, visit.id, actor.id);
  const name = async (id: string) => ({ id, name: (await findAttachment(executor, id))?.name ?? '' });
  return Promise.all(
    held.map(async ({ id, text, files, dueAt, failedAt }) => ({
      id,
      text,
      files: await Promise.all(files.map(name)),
      dueAt,
      failedAt,
    })),
  );
}

const send = endpoint({
  method: 'POST',
  path: '/conversations/:id/replies',
  action: 'conversation.reply',
  summary: 'Write to the citizen, on whatever channel they are, with files uploaded before',
  params: idParams,
  find: findConversation,
  body: replyBody,
  response: z.object({ lines: z.array(z.object({ seq: z.number().int(), at: z.string() })) }),
  handle: async (call) => {
    const reply = { ...call.body, text: call.body.text.toWellFormed() };
    const lines = await sendReply(worldOf(call), call.thing, call.actor.id, reply);
    if (!lines) throw new ApiRefusal('bad_input');
    announce(call);
    return { lines: lines.map(({ seq, at }) => ({ seq, at })) };
  },
});

const hold = endpoint({
  method: 'POST',
  path: '/conversations/:id/held',
  action: 'conversation.reply',
  summary: 'Have a reply sent in ten seconds, whatever becomes of the page; until then it can be taken back',
  params: idParams,
  find: findConversation,
  body: replyBody,
  response: heldSchema,
  handle: async ({ executor, thing, actor, body, now }) =>
    insertHeldReply(executor, { ...body, text: body.text.toWellFormed(), visit: thing.id, heldBy: actor.id }, now),
});

const heldParams = idParams.extend({ held: z.coerce.number().int().positive() });

const settle = heldEndpoints({
  path: '/conversations/:id/held/:held',
  params: heldParams,
  find: findConversation,
  finish: {
    action: 'conversation.reply',
    summary: 'Send a held reply at once; false when it was sent or taken back already',
  },
  undo: {
    action: 'conversation.read',
    summary: 'Take one’s own held reply back, or put away one that could not be sent; false when it was too late',
  },
  takeOwn: async ({ executor, actor, thing, params }) =>
    takeOwnHeld(await readHeldReplies(executor, thing.id, actor.id), params.held, (id) => takeHeldReply(executor, id)),
  doNow: async (call, reply) => {
    const lines = await sendReply(worldOf(call), call.thing, call.actor.id, reply);
    if (lines) announce(call);
    return lines !== undefined;
  },
});

const correct = endpoint({
  method: 'PUT',
  path: '/conversations/:id/lines/:seq',
  action: 'conversation.reply',
  summary: 'Correct a reply of one’s own; what it said before is kept, and the citizen is told',
  params: idParams.extend({ seq: z.coerce.number().int().positive() }),
  find: findConversation,
  body: z.object({ text }),
  response: z.object({ corrected: z.literal(true) }),
  handle: async (call) => {
    const change = { seq: call.params.seq, text: call.body.text.toWellFormed(), by: call.actor.id };
    if (!(await correctLine(worldOf(call), call.thing, change))) throw new ApiRefusal('not_found');
    announce(call);
    return { corrected: true as const };
  },
});

function refuseFile({ messages }: DeskServices, fault: string, name: string): ApiRefusal {
  const write = (locale: Locale) => say(messages, locale, `attachment.staff_${fault}`, { name });
  return new ApiRefusal('file_unfit', { why: { 'zh-CN': write('zh-CN'), en: write('en') } });
}

const upload = endpoint({
  method: 'POST',
  path: '/conversations/:id/files',
  action: 'conversation.reply',
  summary: 'Upload a file for a reply: kind by content, size, traces of the camera, viruses; kept sealed',
  params: idParams,
  find: findConversation,
  ownTransactions: true,
  // Base64 takes a third more.
  bodyLimit: Math.ceil(MOST_BYTES * 1.4),
  body: z.object({ name: z.string().min(1).max(200), content: z.base64() }),
  response: fileSchema,
  handle: async ({ services, thing, body, now }) => {
    const name = tidyFileName(body.name.toWellFormed());
    const checked = await checkFile(Buffer.from(body.content, 'base64'), services.scan).catch((error: unknown) => {
      if (error instanceof DeskError && error.code === 'SCANNER_FAILED') throw refuseFile(services, 'unsearched', name);
      throw error;
    });
    if (!checked.fit) throw refuseFile(services, checked.why, name);
    const file = { id: makeId(services.random), name, mediaType: checked.mediaType, content: checked.bytes };
    return services.store.transaction((executor) => keepReplyFile(executor, thing, file, now));
  },
});

export const REPLY_ENDPOINTS: readonly Endpoint[] = [send, hold, ...settle, correct, upload];
