import { z } from 'zod';
import { idSchema } from './conversation.ts';

const downloadCode = z.string().min(1).max(2000);
const sender = {
  msgId: idSchema,
  /** 1 alone with the robot, 2 in a group. */
  conversationType: z.enum(['1', '2']),
  conversationId: idSchema,
  /** Absent for people from outside, and while the robot is not published. */
  senderStaffId: idSchema.optional().catch(undefined),
  senderId: idSchema,
  chatbotUserId: idSchema.optional().catch(undefined),
  robotCode: z.string().optional(),
  sessionWebhook: z.url().optional().catch(undefined),
  /** Milliseconds since 1970. */
  sessionWebhookExpiredTime: z.number().catch(0),
};
const piece = z.object({
  text: z.string().default(''),
  type: z.string().default(''),
  downloadCode: downloadCode.optional(),
});
export type Piece = z.infer<typeof piece>;

const textSchema = z.object({
  ...sender,
  msgtype: z.literal('text'),
  text: z.object({ content: z.string() }),
});
const richTextSchema = z.object({
  ...sender,
  msgtype: z.literal('richText'),
  content: z.object({ richText: z.array(piece).max(2000) }),
});
const pictureSchema = z.object({ ...sender, msgtype: z.literal('picture'), content: z.object({ downloadCode }) });
const fileSchema = z.object({
  ...sender,
  msgtype: z.literal('file'),
  content: z.object({ downloadCode, fileName: z.string().min(1).max(1000) }),
});
const audioSchema = z.object({
  ...sender,
  msgtype: z.literal('audio'),
  content: z.object({ recognition: z.string().default('') }),
});
/** Video, whatever the platform itself calls unknown, and kinds to come; never one of the above that lacks something. */
const otherSchema = z.object({
  ...sender,
  msgtype: z.string().regex(/^(?!(?:text|richText|picture|file|audio)$)[A-Za-z_]{1,40}$/u),
});

/** What the robot hears: https://open.dingtalk.com/document/orgapp/receive-message */
export const payloadSchema = z.union([textSchema, richTextSchema, pictureSchema, fileSchema, audioSchema, otherSchema]);
export type Payload = z.infer<typeof payloadSchema>;

/** An error of the API, with an HTTP status of 400 and above. */
export const refusalSchema = z.object({ code: z.string() });
export const tokenSchema = z.object({ accessToken: z.string().min(1), expireIn: z.number().positive() });

const people = z.array(z.string()).default([]);
/** Answer to a send; to one person it says who did not get it, and why. */
export const sentSchema = z.object({
  processQueryKey: z.string().optional(),
  invalidStaffIdList: people,
  flowControlledStaffIdList: people,
  filteredStaffIdList: people,
});
/** Answer of a session webhook: HTTP 200 with 0 when it went well. */
export const sessionAnswerSchema = z.object({ errcode: z.number().int() });
export const downloadSchema = z.object({ downloadUrl: z.url() });
/** Answer to an upload, in the manner of the older half of the API. */
export const mediaSchema = z.object({ errcode: z.number().int(), media_id: z.string().min(1).optional() });
