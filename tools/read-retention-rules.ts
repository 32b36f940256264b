import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { parse } from 'yaml';
import { type RetentionRule, retentionFileSchema } from '../src/knowledge/schema/retention.ts';

const FILE = join(import.meta.dirname, '../knowledge/shenyang-petition-bureau/retention.yaml');

/** The rules in force of the office whose knowledge the project carries. */
export function readRetentionRules(): readonly RetentionRule[] {
  const { retention } = retentionFileSchema.parse(parse(readFileSync(FILE, 'utf8')));
  return retention.filter(({ to }) => to === undefined);
}
