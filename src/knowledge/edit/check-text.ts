import type { Locale, Messages } from '../../messages.ts';
import { parseFile } from '../files/parse-file.ts';
import { errorAt, type Problem } from '../files/problem.ts';
import { putIntoWords } from '../files/put-into-words.ts';
import { schemaOf } from './schema-of.ts';

export type CheckedText =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** A problem and the field it stands in, as `versions.0.from`; empty when it is of the whole. */
export interface FieldProblem extends Problem {
  readonly field: string;
}

/** Whether the YAML of an entry or a file holds to its schema. Problems name line, field, and how to mend it. */
export function checkText(
  path: string,
  of: 'entry' | 'file',
  text: string,
  { messages, locale }: { readonly messages: Messages; readonly locale: Locale },
): CheckedText {
  const schema = schemaOf(path, of);
  const parsed = schema
    ? parseFile(path, text, schema)
    : { ok: false as const, findings: [errorAt(path, [], 'not_editable', { path })] };
  if (parsed.ok) return { ok: true, data: parsed.file.data };
  const locate = 'locate' in parsed ? parsed.locate : undefined;
  const problems = parsed.findings.flatMap((finding) =>
    putIntoWords([{ finding, text, ...(locate ? { locate } : {}) }], messages, locale).map((problem) => ({
      ...problem,
      field: finding.path.join('.'),
    })),
  );
  return { ok: false, problems };
}
