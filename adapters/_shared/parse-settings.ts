import type { z } from 'zod';
import type { AdapterSetting } from '../../src/channel/adapter.ts';
import { DeskError } from '../../src/errors.ts';

/**
 * A platform's settings, checked all at once. Empty values count as not set.
 * @throws DeskError CONFIG_INVALID naming every setting that is missing or malformed; values are never shown
 */
export function parseSettings<Settings>(
  schema: z.ZodType<Settings>,
  values: Readonly<Record<string, string>>,
  table: readonly AdapterSetting[],
): Settings {
  const given = Object.fromEntries(Object.entries(values).filter(([, value]) => value !== ''));
  const parsed = schema.safeParse(given);
  if (parsed.success) return parsed.data;
  const names = [...new Set(parsed.error.issues.map((issue) => String(issue.path[0])))];
  const meanings = new Map(table.map((setting) => [setting.name, setting.meaning]));
  const problems = names.map((name) => `${name}: ${name in given ? 'malformed' : 'missing'} (${meanings.get(name)})`);
  throw new DeskError('CONFIG_INVALID', problems.join('\n'));
}

/** One line of a platform's settings table. */
export function describeSetting(name: string, meaning: string, required: boolean, secret: boolean): AdapterSetting {
  return { name, meaning, required, secret };
}
