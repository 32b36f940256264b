import { z } from 'zod';
import { annualReportSchema } from './schema/annual-report.ts';
import { answersFileSchema } from './schema/answer.ts';
import { approvalFileSchema } from './schema/approval.ts';
import { authorityProfileSchema } from './schema/authority.ts';
import { yearCalendarSchema } from './schema/calendar.ts';
import { digestFileSchema } from './schema/digest.ts';
import { documentSchema, letterheadSchema } from './schema/document.ts';
import { hoursFileSchema } from './schema/hours.ts';
import { intentsFileSchema, synonymsFileSchema } from './schema/intent.ts';
import { authoritiesFileSchema, kindsFileSchema, mattersFileSchema } from './schema/jurisdiction.ts';
import { lawsFileSchema } from './schema/law.ts';
import { listsFileSchema } from './schema/lists.ts';
import { publishedFileSchema } from './schema/published.ts';
import { regimeSchema } from './schema/regime.ts';
import { reportSchema } from './schema/report.ts';
import { retentionFileSchema } from './schema/retention.ts';
import { testsFileSchema } from './schema/tests.ts';

const SCHEMAS = {
  'annual-report': annualReportSchema,
  answers: answersFileSchema,
  authorities: authoritiesFileSchema,
  authority: authorityProfileSchema,
  document: documentSchema,
  approval: approvalFileSchema,
  digest: digestFileSchema,
  hours: hoursFileSchema,
  intents: intentsFileSchema,
  kinds: kindsFileSchema,
  laws: lawsFileSchema,
  letterhead: letterheadSchema,
  lists: listsFileSchema,
  matters: mattersFileSchema,
  published: publishedFileSchema,
  calendar: yearCalendarSchema,
  regime: regimeSchema,
  report: reportSchema,
  retention: retentionFileSchema,
  synonyms: synonymsFileSchema,
  tests: testsFileSchema,
} as const;

/** JSON Schemas of what people write into the knowledge files, by name, as text ending in a line break. */
export function renderSchemas(): ReadonlyMap<string, string> {
  const entries = Object.entries(SCHEMAS).map(([name, schema]): [string, string] => {
    // `input`: fields with a default may be left out when writing. Draft 7 is what editors' YAML support reads.
    const json = z.toJSONSchema(schema, { io: 'input', target: 'draft-7' });
    return [name, `${JSON.stringify(json, null, 2)}\n`];
  });
  return new Map(entries);
}
