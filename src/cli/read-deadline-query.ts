import type { ErrorCode } from '../errors.ts';
import { type DeadlineQuery, deadlineQuerySchema } from '../requests/index.ts';
import type { CliContext } from './context.ts';

/** What stands in the place of an answer when a line cannot be read. */
export interface QueryFault {
  readonly error: { readonly code: ErrorCode; readonly message: string; readonly hint: string };
}

const EXAMPLE = '{"received":"2026-02-10","days":20,"rule":"2019","pauses":[{"from":"2026-03-02","to":"2026-03-06"}]}';

/** Reads one line of `deadline`: a query, or what is wrong with it in words. Never throws. */
export function readDeadlineQuery(
  line: string,
  say: CliContext['say'],
): { readonly query: DeadlineQuery } | QueryFault {
  const fault = (key: string, values: Record<string, string> = {}): QueryFault => {
    const hint = key === 'bad_object' ? 'bad_json_hint' : `${key}_hint`;
    const message = say(`deadline.${key}`, values);
    return { error: { code: 'INPUT_INVALID', message, hint: say(`deadline.${hint}`, { example: EXAMPLE }) } };
  };
  let raw: unknown;
  try {
    raw = JSON.parse(line);
  } catch {
    return fault('bad_json');
  }
  const parsed = deadlineQuerySchema.safeParse(raw);
  if (parsed.success) return { query: parsed.data };
  const [issue] = parsed.error.issues;
  if (issue?.code === 'unrecognized_keys') return fault('unknown_field', { field: issue.keys.join(', ') });
  if (!issue?.path.length) return fault('bad_object');
  return fault('bad_field', { field: issue.path.join('.') });
}
