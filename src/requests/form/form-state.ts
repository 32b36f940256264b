import { z } from 'zod';
import { draftSchema } from './draft.ts';

/** Where a filing stands. `step` names the question asked last; `paused` keeps the draft while other things are talked about. */
export const formStateSchema = z.object({
  draft: draftSchema,
  /** A field's name, or one of `check`, `consent`, `pick`, `review`. */
  step: z.string(),
  paused: z.boolean(),
  /** Set when one answer is being changed out of turn: going back then returns to where the change began. */
  editing: z.boolean(),
  /** The notice on personal data was agreed to. Absent or false before. */
  consented: z.boolean().optional(),
  /** "Cancel?" was asked and not answered yet. */
  cancelling: z.boolean().optional(),
});
export type FormState = z.infer<typeof formStateSchema>;
