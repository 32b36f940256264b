import { z } from 'zod';
import { parseJson } from '../_shared/json-body.ts';

const id = z.string().regex(/^[\w-]{1,128}$/u);

/** What the platform posts: everything else is sealed in it. */
export const envelopeSchema = z.object({ encrypt: z.string().regex(/^[A-Za-z0-9+/]+={0,2}$/u) });

/** Asked once, when the address is set up. */
export const challengeSchema = z.object({
  type: z.literal('url_verification'),
  token: z.string(),
  challenge: z.string().min(1).max(1000),
});

/** https://open.feishu.cn/document/server-docs/event-subscription-guide/event-subscription-configure-/encrypt-key-encryption-configuration-case */
export const deliverySchema = z.object({
  schema: z.literal('2.0'),
  header: z.object({
    event_id: id,
    event_type: z.string().max(100),
    app_id: z.string(),
    token: z.string().default(''),
  }),
  event: z.unknown(),
});
export type Delivery = z.infer<typeof deliverySchema>;

/** Events of the first kind, which carry nothing the desk handles. */
export const oldDeliverySchema = z.object({ type: z.literal('event_callback'), token: z.string() });

const mention = z.object({
  key: z.string().min(1).max(100),
  name: z.string().default(''),
  id: z.object({ open_id: z.string().nullish() }).optional(),
});
export type Mention = z.infer<typeof mention>;

/** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/reference/im-v1/message/events/receive */
export const messageEventSchema = z.object({
  sender: z.object({ sender_type: z.string(), sender_id: z.object({ open_id: id }) }),
  message: z.object({
    message_id: id,
    chat_id: id,
    chat_type: z.string(),
    message_type: z.string().regex(/^[a-z_]{1,40}$/u),
    /** JSON again; its shape goes by the type. */
    content: z.string(),
    mentions: z.array(mention).max(500).default([]),
  }),
});
export type Message = z.infer<typeof messageEventSchema>['message'];

/** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/feishu-cards/card-callback-communication */
export const cardEventSchema = z.object({
  operator: z.object({ open_id: id }),
  action: z.object({ value: z.unknown() }),
  context: z.object({ open_chat_id: id }),
});

/** What our own buttons carry. `group`: shown in a group, where each who taps is somebody of their own. */
export const buttonValueSchema = z.object({ choice: z.string().min(1).max(500), group: z.boolean() });

const inJson = <Shape extends z.ZodType>(shape: Shape) => z.string().transform(parseJson).pipe(shape);
const postElement = z.object({
  tag: z.string(),
  text: z.string().default(''),
  user_id: z.string().default(''),
  user_name: z.string().default(''),
  image_key: z.string().default(''),
});
export type PostElement = z.infer<typeof postElement>;

/** https://open.feishu.cn/document/uAjLw4CM/ukTMukTMukTM/im-v1/message/events/message_content */
export const textSchema = inJson(z.object({ text: z.string() }));
export const imageSchema = inJson(z.object({ image_key: id }));
export const fileSchema = inJson(z.object({ file_key: id, file_name: z.string().min(1).max(1000) }));
export const postSchema = inJson(
  z.object({ title: z.string().default(''), content: z.array(z.array(postElement).max(2000)).max(2000) }),
);

/** Every answer of the API, whatever its HTTP status. */
export const answerSchema = z.object({
  code: z.number().int(),
  data: z.object({ message_id: z.string().optional() }).optional(),
});

/** https://open.feishu.cn/document/client-docs/bot-v3/obtain-bot-info */
export const botSchema = z.object({ bot: z.object({ open_id: id }) });

/** What an uploaded file or picture goes by. */
export const uploadedSchema = z.object({
  data: z.union([z.object({ file_key: id }), z.object({ image_key: id })]),
});
