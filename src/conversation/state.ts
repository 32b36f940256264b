import { z } from 'zod';
import { formStateSchema } from '../requests/form/form-state.ts';

const choiceSchema = z.object({ value: z.string(), label: z.string() });

/** What the last turns were about, so that "那2017年呢" and "那个找谁" find their subject. */
const topicSchema = z.object({
  kind: z.enum(['answer', 'figure', 'matter']),
  id: z.string(),
  year: z.number().int().optional(),
  /** Division code. */
  place: z.string().optional(),
});
export type Topic = z.infer<typeof topicSchema>;

/** Everything a conversation remembers. Stored sealed, because a draft holds personal data. */
export const conversationStateSchema = z.object({
  version: z.literal(1),
  locale: z.enum(['zh-CN', 'en']),
  /** Script of the Chinese last written, so that replies are read in it. Absent until a message tells. */
  script: z.enum(['hans', 'hant']).optional(),
  /** Who answers: while staff own a conversation the bot is silent. */
  owner: z.enum(['bot', 'queue', 'staff']),
  /** Choices of the last reply, so that "2" or a label typed out means the same as the button. */
  choices: z.array(choiceSchema),
  topic: topicSchema.nullable(),
  form: formStateSchema.nullable(),
  /** Looking up a request: what is known so far, what for, and what is waited for (nothing once it is shown). */
  tracking: z
    .object({
      number: z.string().optional(),
      /** As the person typed it; only kept while the dialogue lasts. */
      secret: z.string().optional(),
      wants: z.enum(['status', 'withdraw', 'supplement', 'explain', 'correct']),
      waits: z.enum(['identity', 'confirm', 'text', 'nothing']).optional(),
    })
    .nullable(),
  /** Number of the request filed last in this conversation. */
  filed: z.string().optional(),
  /** The last free message that was answered, so that a request can take it over. */
  asked: z.string().optional(),
  /**
   * Whether personal data is filled in on the desk's own page instead of here: it must be where the platform keeps what
   * is said abroad, and it may be on any other platform. Absent on the page itself.
   */
  handOver: z.enum(['must', 'may']).optional(),
  /** Whether files can be sent in this channel. */
  takesFiles: z.boolean().optional(),
  /** What somebody who waits for a person is about to leave: the next text is it. */
  leaving: z.enum(['message', 'contact']).optional(),
  turns: z.number().int(),
});
export type ConversationState = z.infer<typeof conversationStateSchema>;

export function startState(locale: 'zh-CN' | 'en' = 'zh-CN'): ConversationState {
  return { version: 1, locale, owner: 'bot', choices: [], topic: null, form: null, tracking: null, turns: 0 };
}
