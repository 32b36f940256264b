import { z } from 'zod';

const openId = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);
const digits = z.string().regex(/^\d{1,20}$/u);
const sender = { FromUserName: openId, ToUserName: openId, CreateTime: digits };
const message = { ...sender, MsgId: digits };

const textSchema = z.object({ ...message, MsgType: z.literal('text'), Content: z.string() });
const imageSchema = z.object({ ...message, MsgType: z.literal('image'), MediaId: z.string().min(1).max(200) });
/** `Recognition` is what the platform heard, where the account has that switched on. */
const voiceSchema = z.object({ ...message, MsgType: z.literal('voice'), Recognition: z.string().default('') });
/** Video, place, link and kinds to come; never one of the kinds above that lacks something. */
const otherSchema = z.object({
  ...message,
  MsgType: z.string().regex(/^(?!(?:text|image|event)$)[a-z_]{1,30}$/u),
});
const eventSchema = z.object({
  ...sender,
  MsgType: z.literal('event'),
  Event: z.string().regex(/^[A-Za-z_]{1,60}$/u),
  EventKey: z.string().max(200).default(''),
});

/** What a person does, by its most particular shape. */
export const payloadSchema = z.union([textSchema, imageSchema, voiceSchema, eventSchema, otherSchema]);
export type Payload = z.infer<typeof payloadSchema>;
