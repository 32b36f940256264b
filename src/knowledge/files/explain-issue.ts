import { z } from 'zod';
import { errorAt, type FieldPath, type Finding } from './problem.ts';

type Issue = z.core.$ZodIssue;

function lookUp(data: unknown, path: FieldPath): unknown {
  return path.reduce<unknown>((value, step) => (value as Record<string, unknown> | undefined)?.[step], data);
}

function nameField(path: FieldPath): string {
  const named = path.findLast((step) => typeof step === 'string');
  return named === undefined ? '–' : String(named);
}

function kindOf(value: unknown): string {
  if (value === null) return 'null';
  return Array.isArray(value) ? 'array' : typeof value;
}

/** The branch of a union that was probably meant: the one with the least to complain about. */
function chooseBranch(branches: readonly (readonly Issue[])[]): readonly Issue[] {
  const weigh = (branch: readonly Issue[]) =>
    branch.reduce((sum, issue) => sum + (issue.code === 'unrecognized_keys' ? issue.keys.length : 1), 0);
  return branches.toSorted((a, b) => weigh(a) - weigh(b))[0] ?? [];
}

const BEARS_SOURCES = new Set(['sources', 'basis']);

function explainAbsence(file: string, path: FieldPath): Finding {
  const field = nameField(path);
  return errorAt(file, path, BEARS_SOURCES.has(field) ? 'missing_sources' : 'missing_field', { field });
}

function explainType(file: string, path: FieldPath, expected: string, value: unknown): Finding {
  const field = nameField(path);
  if (value === undefined) return explainAbsence(file, path);
  if (expected === 'string' && typeof value === 'number') return errorAt(file, path, 'needs_quotes', { field, value });
  return errorAt(file, path, 'wrong_type', { field, expected, got: kindOf(value) });
}

function explainSize(file: string, path: FieldPath, issue: Extract<Issue, { code: 'too_small' | 'too_big' }>): Finding {
  const field = nameField(path);
  const limit = Number(issue.code === 'too_small' ? issue.minimum : issue.maximum);
  if (issue.origin === 'array') {
    const few =
      field === 'phrasings'
        ? 'too_few_phrasings'
        : field === 'sources' || field === 'basis'
          ? 'missing_sources'
          : 'too_few';
    return errorAt(file, path, issue.code === 'too_small' ? few : 'too_many', { field, limit });
  }
  return errorAt(file, path, issue.code === 'too_small' ? 'too_short' : 'too_long', { field, limit });
}

function explainFormat(file: string, path: FieldPath, value: unknown): Finding {
  const field = nameField(path);
  const day = ['from', 'to', 'asOf', 'review', 'signed', 'published'].includes(field);
  const named = file.includes('/regime/') && field !== 'law';
  const code = day
    ? 'bad_day'
    : named
      ? 'bad_name'
      : field === 'url'
        ? 'bad_url'
        : field === 'place'
          ? 'bad_place'
          : 'bad_id';
  return errorAt(file, path, code, { field, value: String(value) });
}

/** What a schema's own check says with it: the code of a text and its values. */
const checkedSchema = z.object({ check: z.string(), values: z.record(z.string(), z.union([z.string(), z.number()])) });

function explainCustom(file: string, path: FieldPath, issue: Extract<Issue, { code: 'custom' }>): Finding {
  const checked = checkedSchema.safeParse(issue.params);
  if (checked.success) return errorAt(file, path, checked.data.check, checked.data.values);
  return errorAt(file, path, 'does_not_hold', { field: nameField(path), reason: issue.message });
}

/** Puts one complaint of a schema into the codes of `check.yaml`. One complaint may hold several findings. */
export function explainIssue(file: string, issue: Issue, data: unknown, base: FieldPath = []): Finding[] {
  const path = [...base, ...issue.path.filter((step) => typeof step !== 'symbol')];
  const field = nameField(path);
  const value = lookUp(data, path);
  switch (issue.code) {
    case 'invalid_type':
      return [explainType(file, path, issue.expected, value)];
    case 'unrecognized_keys':
      return issue.keys.map((key) => errorAt(file, [...path, key], 'unknown_field', { field: key }));
    case 'too_small':
    case 'too_big':
      return [explainSize(file, path, issue)];
    case 'invalid_format':
      return [explainFormat(file, path, value)];
    case 'invalid_value':
      if (value === undefined) return [explainAbsence(file, path)];
      return [
        errorAt(file, path, 'not_allowed', {
          field,
          value: String(value),
          allowed: issue.values.map(String).join(', '),
        }),
      ];
    case 'invalid_union': {
      if (value === undefined) return [explainAbsence(file, path)];
      return chooseBranch(issue.errors).flatMap((inner) => explainIssue(file, inner, data, path));
    }
    case 'custom':
      return [explainCustom(file, path, issue)];
    default:
      return [errorAt(file, path, 'does_not_hold', { field, reason: issue.message })];
  }
}
