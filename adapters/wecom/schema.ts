import { z } from 'zod';

/** The company's own rule for member ids; case does not matter to the platform. */
const userId = z.string().regex(/^[A-Za-z0-9_.@-]{1,64}$/u);
const digits = z.string().regex(/^\d{1,20}$/u);
/** Events of the company itself come without an application. */
const sender = { FromUserName: userId, CreateTime: digits, AgentID: digits.default('') };
const message = { ...sender, MsgId: digits };

const textSchema = z.object({ ...message, MsgType: z.literal('text'), Content: z.string() });
const imageSchema = z.object({ ...message, MsgType: z.literal('image'), MediaId: z.string().min(1).max(300) });
const eventSchema = z.object({
  ...sender,
  MsgType: z.literal('event'),
  Event: z.string().regex(/^[A-Za-z_]{1,60}$/u),
  EventKey: z.string().max(200).default(''),
});
/** Voice, video, place, link and kinds to come; never one of the kinds above that lacks something. */
const otherSchema = z.object({
  ...message,
  MsgType: z.string().regex(/^(?!(?:text|image|event)$)[a-z_]{1,30}$/u),
});

/** What a member does, by its most particular shape. */
export const payloadSchema = z.union([textSchema, imageSchema, eventSchema, otherSchema]);
export type Payload = z.infer<typeof payloadSchema>;

/** Answer to a send that went well; names of members it did not go to are joined with `|`. */
export const sentSchema = z.object({
  msgid: z.string().optional(),
  invaliduser: z.string().default(''),
  unlicenseduser: z.string().default(''),
});
