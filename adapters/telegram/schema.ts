import { z } from 'zod';

/** Ids have at most 52 significant bits, so that a JSON number holds them. */
const id = z.number().int().safe();
const user = z.object({ id, is_bot: z.boolean() });
const chat = z.object({ id, type: z.enum(['private', 'group', 'supergroup', 'channel']) });
const place = {
  message_id: id,
  chat,
  message_thread_id: id.optional(),
  /** Only in forums does the thread name a topic; elsewhere it is a chain of replies. */
  is_topic_message: z.boolean().optional(),
};
const entity = z.object({
  type: z.string(),
  offset: z.number().int().nonnegative(),
  length: z.number().int().nonnegative(),
  user: z.object({ id }).optional(),
});
const file = z.object({ file_id: z.string().min(1).max(500), file_size: z.number().int().nonnegative().default(0) });

/** https://core.telegram.org/bots/api#message; loose, because a kind not read is known by its key alone. */
export const messageSchema = z.looseObject({
  ...place,
  from: user.optional(),
  text: z.string().optional(),
  caption: z.string().optional(),
  entities: z.array(entity).max(1000).default([]),
  caption_entities: z.array(entity).max(1000).default([]),
  document: file
    .extend({ file_name: z.string().optional(), mime_type: z.string().default('application/octet-stream') })
    .optional(),
  photo: z.array(file).max(50).default([]),
  reply_to_message: z.object({ from: z.object({ id }).optional() }).optional(),
});
export type Message = z.infer<typeof messageSchema>;

/** https://core.telegram.org/bots/api#callbackquery: a button was pressed. */
export const callbackSchema = z.object({
  id: z.string().min(1).max(100),
  from: user,
  data: z.string().max(64).optional(),
  message: z.object(place).optional(),
});
export type Callback = z.infer<typeof callbackSchema>;

/** https://core.telegram.org/bots/api#update */
export const updateSchema = z.object({
  update_id: id,
  message: messageSchema.optional(),
  callback_query: callbackSchema.optional(),
});
export type Update = z.infer<typeof updateSchema>;

/** The kinds of update the bot asks for; the rest is not sent to it. */
export const ALLOWED_UPDATES = ['message', 'callback_query'] as const;
