import { z } from 'zod';
import { DeskError } from '../../errors.ts';

/** One entry of the base under test: a question and other ways of putting it. */
export const baseRowSchema = z.object({
  id: z.string(),
  question: z.string(),
  alternatives: z.array(z.string()).default([]),
});
export type BaseRow = z.infer<typeof baseRowSchema>;

/** One question asked. `id` is null when the base has no answer; then `null` (or `kind`) says how far off it is. */
export const queryRowSchema = z
  .object({
    q: z.string(),
    id: z.string().nullable(),
    null: z.string().optional(),
    kind: z.string().optional(),
    ids: z.array(z.string()).optional(),
  })
  .transform((row) => ({
    question: row.q,
    /** Every id that would be right; empty when none is. */
    right: row.ids ?? (row.id === null ? [] : [row.id]),
    nullKind: row.null ?? row.kind ?? 'null',
  }));
export type QueryRow = z.infer<typeof queryRowSchema>;

/** Reads JSON lines with one schema. Fails with INPUT_INVALID naming the first bad line. */
export function readRows<Row>(text: string, schema: z.ZodType<Row>, file: string): Row[] {
  return text.split('\n').flatMap((line, at) => {
    if (line.trim() === '') return [];
    try {
      return [schema.parse(JSON.parse(line))];
    } catch (cause) {
      throw new DeskError('INPUT_INVALID', `${file}:${at + 1} is not a row of the expected shape`, {
        hint: 'base: {"id","question","alternatives":[]}; questions: {"q","id"} with id null when nothing answers it',
        cause,
      });
    }
  });
}
