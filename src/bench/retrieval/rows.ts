import { z } from 'zod';
import { DeskError } from '../../errors.ts';

/** Sets name entries by text or by number. */
const rowIdSchema = z.union([z.string(), z.number()]).transform(String);
const listOf = <Item extends z.ZodType>(item: Item) =>
  z
    .array(item)
    .nullish()
    .transform((list) => list ?? []);

/** One entry of the base under test: a question and other ways of putting it. */
export const baseRowSchema = z.object({
  id: rowIdSchema,
  question: z.string(),
  alternatives: listOf(z.string()),
});
export type BaseRow = z.infer<typeof baseRowSchema>;

/** Names under which sets say what kind of unanswerable question it is; the first that holds text counts. */
const KIND_FIELDS = ['null', 'kind', 'null_kind', 'nullKind', 'type', 'category'] as const;

/**
 * One question asked. `id` is null or left out when the base has no answer; then `null` (or `kind` …) says how far off it is.
 * `ids` lists several right entries.
 */
export const queryRowSchema = z
  .object({
    q: z.string().optional(),
    question: z.string().optional(),
    query: z.string().optional(),
    id: rowIdSchema.nullish(),
    ids: listOf(rowIdSchema),
    ...(Object.fromEntries(KIND_FIELDS.map((field) => [field, z.unknown().optional()])) as Record<
      (typeof KIND_FIELDS)[number],
      z.ZodOptional<z.ZodUnknown>
    >),
  })
  .transform((row, context) => {
    const question = row.q ?? row.question ?? row.query;
    if (question === undefined) context.addIssue({ code: 'custom', path: ['q'], message: 'no question' });
    const kinds = KIND_FIELDS.map((field) => row[field]).filter((kind) => typeof kind === 'string' && kind !== '');
    return {
      question: question ?? '',
      /** Every id that would be right; empty when none is. */
      right: row.ids.length > 0 ? row.ids : [row.id].filter((id) => id !== null && id !== undefined),
      nullKind: String(kinds[0] ?? 'null'),
    };
  });
export type QueryRow = z.infer<typeof queryRowSchema>;

/** Reads JSON lines with one schema; blank lines do not count. Fails with INPUT_INVALID naming the first bad line, or when there is none. */
export function readRows<Row>(text: string, schema: z.ZodType<Row>, file: string): Row[] {
  const rows = text
    .replace(/^\uFEFF/u, '')
    .split('\n')
    .flatMap((line, at) => {
      if (line.trim() === '') return [];
      try {
        return [schema.parse(JSON.parse(line))];
      } catch (cause) {
        throw new DeskError('INPUT_INVALID', `${file}:${at + 1} is not a row of the expected shape`, {
          hint: SHAPE,
          cause,
        });
      }
    });
  if (rows.length === 0) throw new DeskError('INPUT_INVALID', `${file} holds no rows`, { hint: SHAPE });
  return rows;
}

const SHAPE =
  'base: {"id","question","alternatives":[]}; questions: {"q","id"} with id null when nothing answers it, one JSON object a line';

/** So many of some rows, evenly from the first to the last; all of them where there are no more. */
export function takeEvenly<Row>(rows: readonly Row[], count: number): readonly Row[] {
  const taken = (at: number) => Math.floor((at * Math.min(count, rows.length)) / rows.length);
  return rows.filter((_, at) => taken(at + 1) > taken(at));
}
