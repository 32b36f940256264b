import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { CORE_SCHEMA, load } from 'js-yaml';
import { type Regime, regimeSchema } from '../../../src/knowledge/schema/regime.ts';
import { buildCalendar } from '../../../src/requests/index.ts';

const DIRECTORY = join(import.meta.dirname, '../../../knowledge/shenyang-petition-bureau/regime');

function readRegime(year: string): Regime {
  const text = readFileSync(join(DIRECTORY, `${year}.yaml`), 'utf8');
  return regimeSchema.parse(load(text, { schema: CORE_SCHEMA }));
}

export const OLD = readRegime('2007');
export const NEW = readRegime('2019');
export const calendar = buildCalendar();

/** The tables and the calendar that are shipped. */
export const shippedRules = { regimes: [OLD, NEW], calendar };
