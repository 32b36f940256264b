import { z } from 'zod';

/** A conversation's name is a capability: whoever knows it reads the conversation. The page makes a random UUID. */
export const conversationSchema = z.string().regex(/^[A-Za-z0-9_-]{1,64}$/u);

/** Characters of a choice's value. */
export const MOST_CHOICE_VALUE = 500;

const messageIdSchema = z
  .string()
  .min(1)
  .max(100)
  .refine((id) => id.isWellFormed());

/** Body of POST /api/chat/{conversation}/messages. `id` is the sender's own and makes a repeated delivery harmless. */
export const sentMessageSchema = z.union([
  z.strictObject({ id: messageIdSchema, text: z.string() }),
  z.strictObject({ id: messageIdSchema, choice: z.string().min(1).max(MOST_CHOICE_VALUE) }),
]);
export type SentMessage = z.infer<typeof sentMessageSchema>;

/** An upload. The name stands in a header, percent-encoded: an address would reach logs and histories. */
export const sentFileSchema = z.object({
  id: messageIdSchema,
  name: z
    .string()
    .max(2000)
    .transform((text, context) => {
      try {
        return decodeURIComponent(text);
      } catch {
        context.addIssue({ code: 'custom', message: 'not percent-encoded' });
        return z.NEVER;
      }
    }),
  bytes: z.instanceof(Uint8Array),
});

/** A place in a transcript: the `seq` seen last, 0 for the beginning. */
export const afterSchema = z.coerce.number().int().min(0).max(Number.MAX_SAFE_INTEGER);

/** The number of a line. */
export const seqSchema = z.coerce.number().int().min(1).max(Number.MAX_SAFE_INTEGER);
