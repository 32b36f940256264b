import { z } from 'zod';
import type { Locale, Messages } from '../../messages.ts';
import { judgeNames } from '../check/documents-hold.ts';
import { parseFile } from '../files/parse-file.ts';
import { errorAt, type Finding, type Problem } from '../files/problem.ts';
import { putIntoWords } from '../files/put-into-words.ts';
import { documentSchema, letterheadSchema } from '../schema/document.ts';
import { checkCatalogue, checkTextEntry } from './check-words.ts';
import { schemaOf } from './schema-of.ts';

export type CheckedText =
  | { readonly ok: true; readonly data: unknown }
  | { readonly ok: false; readonly problems: readonly FieldProblem[] };

/** A problem and the field it stands in, as `versions.0.from`; empty when it is of the whole. */
export interface FieldProblem extends Problem {
  readonly field: string;
}

interface Checking {
  readonly messages: Messages;
  readonly locale: Locale;
  /** Which text of its catalogue it is, of a text. */
  readonly key?: string | undefined;
}

const catalogue = z.record(z.string(), z.string());

/** What a text must hold to beyond its schema: what the program gives it to fill in, and where it is shown. */
function checkFilled(path: string, text: string, messages: Messages, key: string | undefined): readonly Finding[] {
  const parse = <T>(schema: z.ZodType<T>) => {
    const parsed = parseFile(path, text, schema);
    return parsed.ok ? parsed.file : undefined;
  };
  if (path.startsWith('messages/')) {
    const texts = parse(catalogue)?.data ?? {};
    return key === undefined ? checkCatalogue(path, texts, messages) : checkTextEntry(path, key, texts, messages);
  }
  const document = path.includes('/documents/') ? parse(documentSchema) : undefined;
  const letterhead = path.endsWith('/letterhead.yaml') ? parse(letterheadSchema) : undefined;
  return judgeNames({ documents: document ? [document] : [], letterhead });
}

/** Whether the YAML of an entry or a file holds to its schema. Problems name line, field, and how to mend it. */
export function checkText(
  path: string,
  of: 'entry' | 'file',
  text: string,
  { messages, locale, key }: Checking,
): CheckedText {
  const schema = schemaOf(path, of);
  const parsed = schema
    ? parseFile(path, text, schema)
    : { ok: false as const, findings: [errorAt(path, [], 'not_editable', { path })] };
  const wrong = parsed.ok ? checkFilled(path, text, messages, key) : [];
  if (parsed.ok && wrong.length === 0) return { ok: true, data: parsed.file.data };
  const locate = 'locate' in parsed ? parsed.locate : undefined;
  const problems = (parsed.ok ? wrong : parsed.findings).flatMap((finding) =>
    putIntoWords([{ finding, text, ...(locate ? { locate } : {}) }], messages, locale).map((problem) => ({
      ...problem,
      field: finding.path.join('.'),
    })),
  );
  return { ok: false, problems };
}
