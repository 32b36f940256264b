import { CORE_SCHEMA, load, YAMLException } from 'js-yaml';
import type { z } from 'zod';
import { explainIssue } from './explain-issue.ts';
import type { Locate } from './locate.ts';
import { errorAt, type Finding } from './problem.ts';

/** One file that was read and holds to its schema. `file` is the path as people are shown it. */
export interface KnowledgeFile<T> {
  readonly file: string;
  readonly text: string;
  readonly data: T;
}

export type Parsed<T> =
  | { readonly ok: true; readonly file: KnowledgeFile<T> }
  /** `locate` is given when the parser itself knows the place: the text is not YAML then. */
  | { readonly ok: false; readonly findings: readonly Finding[]; readonly locate?: Locate };

type Data = { readonly data: unknown } | { readonly reason: string; readonly line: number; readonly column: number };

/**
 * The core schema keeps bare days as text (YAML 1.1 would make timestamps of them). js-yaml because every start waits
 * for this: it reads eight times as fast as the `yaml` package, whose positions are only wanted when something is wrong.
 */
function readYaml(text: string): Data {
  try {
    return { data: load(text, { schema: CORE_SCHEMA }) };
  } catch (error) {
    if (!(error instanceof YAMLException)) throw error;
    return { reason: error.reason, line: (error.mark?.line ?? 0) + 1, column: (error.mark?.column ?? 0) + 1 };
  }
}

function readJson(text: string): Data {
  try {
    return { data: JSON.parse(text) };
  } catch (error) {
    return { reason: error instanceof Error ? error.message : String(error), line: 1, column: 1 };
  }
}

/** Reads YAML or JSON text against a schema. Never throws on bad text. */
export function parseFile<T>(file: string, text: string, schema: z.ZodType<T>): Parsed<T> {
  const read = file.endsWith('.json') ? readJson(text) : readYaml(text);
  if ('reason' in read) {
    const position = { line: read.line, column: read.column };
    return { ok: false, findings: [errorAt(file, [], 'bad_yaml', { reason: read.reason })], locate: () => position };
  }
  const result = schema.safeParse(read.data);
  if (result.success) return { ok: true, file: { file, text, data: result.data } };
  return { ok: false, findings: result.error.issues.flatMap((issue) => explainIssue(file, issue, read.data)) };
}
