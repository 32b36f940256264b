import { z } from 'zod';

const team = z.string().regex(/^[TE][A-Z0-9]{1,30}$/u);
const user = z.string().regex(/^[UW][A-Z0-9]{1,30}$/u);
const channel = z.string().regex(/^[CDG][A-Z0-9]{1,30}$/u);
const ts = z.string().regex(/^\d{1,20}\.\d{1,20}$/u);

/** https://docs.slack.dev/reference/objects/file-object; a file of a shared channel may come as no more than its id. */
const file = z.object({
  id: z.string().regex(/^F[A-Z0-9]{1,30}$/u),
  name: z.string().nullish(),
  mimetype: z.string().nullish(),
  size: z.number().int().nonnegative().default(0),
  mode: z.string().default('hosted'),
  subtype: z.string().optional(),
});
export type SlackFile = z.infer<typeof file>;

/** https://docs.slack.dev/reference/events/message.im and .../app_mention */
export const messageEventSchema = z.object({
  type: z.enum(['message', 'app_mention']),
  subtype: z.string().optional(),
  channel,
  channel_type: z.string().optional(),
  user: user.optional(),
  bot_id: z.string().optional(),
  ts,
  thread_ts: ts.optional(),
  client_msg_id: z.string().max(100).optional(),
  text: z.string().default(''),
  files: z.array(file).max(50).default([]),
});
export type MessageEvent = z.infer<typeof messageEventSchema>;

/** https://docs.slack.dev/apis/events-api: every event in its envelope. */
export const eventCallbackSchema = z.object({
  type: z.literal('event_callback'),
  team_id: team,
  event: z.union([
    messageEventSchema,
    z.object({ type: z.string() }).refine(({ type }) => !/^(?:message|app_mention)$/u.test(type)),
  ]),
  authorizations: z.array(z.object({ user_id: z.string().nullish() })).default([]),
});

/** https://docs.slack.dev/reference/interaction-payloads/block_actions-payload */
export const blockActionsSchema = z.object({
  type: z.literal('block_actions'),
  team: z.object({ id: team }),
  user: z.object({ id: user }),
  channel: z.object({ id: channel }),
  message: z.object({ ts, thread_ts: ts.optional() }),
  actions: z.array(z.object({ action_ts: ts, value: z.string().max(2000).optional() })).max(25),
});
export type BlockActions = z.infer<typeof blockActionsSchema>;

/** https://docs.slack.dev/interactivity/implementing-slash-commands */
export const slashCommandSchema = z.object({
  command: z.string().max(100),
  team_id: team,
  user_id: user,
  channel_id: channel,
  text: z.string().default(''),
  trigger_id: z.string().min(1).max(200),
});
export type SlashCommand = z.infer<typeof slashCommandSchema>;

/** https://docs.slack.dev/reference/events/url_verification */
export const urlVerificationSchema = z.object({
  type: z.literal('url_verification'),
  challenge: z.string().regex(/^[\w-]{1,200}$/u),
});

/** Whatever else the platform sends (a view, a shortcut, a warning that the app is too slow) asks for nothing. */
export const otherSchema = z.object({
  type: z.string().regex(/^(?!event_callback$|block_actions$|url_verification$)\w{1,60}$/u),
});
