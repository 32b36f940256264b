import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { buildFigures } from '../../src/figures/index.ts';
import { parseFile } from '../../src/knowledge/files/parse-file.ts';
import { type Report, reportSchema } from '../../src/knowledge/schema/report.ts';

const FILE = join(import.meta.dirname, '../../knowledge/shenyang-petition-bureau/report/2017.yaml');

function readReport(): Report {
  const parsed = parseFile('2017.yaml', readFileSync(FILE, 'utf8'), reportSchema);
  if (!parsed.ok) throw new Error(JSON.stringify(parsed.findings));
  return parsed.file.data;
}

/** The bureau's report as shipped: the figures are facts, so the tests speak of the real ones. */
export const report2017 = readReport();
export const figures2017 = buildFigures([report2017]);
