import { z } from 'zod';
import { annualReportSchema } from '../schema/annual-report.ts';
import { answerSchema, answersFileSchema } from '../schema/answer.ts';
import { approvalFileSchema } from '../schema/approval.ts';
import { authorityProfileSchema } from '../schema/authority.ts';
import { yearCalendarSchema } from '../schema/calendar.ts';
import { digestFileSchema } from '../schema/digest.ts';
import { documentSchema, letterheadSchema } from '../schema/document.ts';
import { hoursFileSchema } from '../schema/hours.ts';
import { intentsFileSchema, synonymsFileSchema } from '../schema/intent.ts';
import {
  authoritiesFileSchema,
  kindsFileSchema,
  knownAuthoritySchema,
  matterSchema,
  mattersFileSchema,
} from '../schema/jurisdiction.ts';
import { lawsFileSchema } from '../schema/law.ts';
import { listsFileSchema } from '../schema/lists.ts';
import { publishedFileSchema } from '../schema/published.ts';
import { regimeSchema } from '../schema/regime.ts';
import { figureSchema, reportSchema } from '../schema/report.ts';
import { retentionFileSchema } from '../schema/retention.ts';
import { testsFileSchema } from '../schema/tests.ts';
import { SPOKEN_FILES, TEXTS } from './spoken-texts.ts';
import { textEntrySchema } from './text-entry.ts';

/** A kind of file an editor may change: where it stands below its folder, and what it must hold to. */
interface FileKind {
  readonly path: RegExp;
  readonly schema: z.ZodType;
  /** Where its entries can be edited one by one: the key of the list, and what each must hold to. */
  readonly entries?: { readonly list: string; readonly schema: z.ZodType };
  /** Where such a file may be begun anew: what its name already tells of it. */
  readonly begin?: (name: string) => string;
}

const OWN = String.raw`^knowledge\/(?!national\/)[\w-]+\/`;
const own = (path: string) => new RegExp(`${OWN}${path}$`, 'u');

const catalogueSchema = z.record(z.string(), z.string());

const KINDS: readonly FileKind[] = [
  {
    path: own(String.raw`answers\/[\w-]+\.yaml`),
    schema: answersFileSchema,
    entries: { list: 'answers', schema: answerSchema },
  },
  {
    path: own(String.raw`jurisdiction\/matters\.yaml`),
    schema: mattersFileSchema,
    entries: { list: 'matters', schema: matterSchema },
  },
  {
    path: own(String.raw`jurisdiction\/authorities\.yaml`),
    schema: authoritiesFileSchema,
    entries: { list: 'authorities', schema: knownAuthoritySchema },
  },
  { path: own(String.raw`jurisdiction\/kinds\.yaml`), schema: kindsFileSchema },
  { path: own(String.raw`authority\.yaml`), schema: authorityProfileSchema },
  {
    path: own(String.raw`report\/[\w-]+\.yaml`),
    schema: reportSchema,
    entries: { list: 'figures', schema: figureSchema },
  },
  { path: own(String.raw`published\.yaml`), schema: publishedFileSchema },
  { path: own(String.raw`regime\/[\w-]+\.yaml`), schema: regimeSchema },
  { path: own(String.raw`documents\/[\w-]+\.yaml`), schema: documentSchema },
  { path: own(String.raw`annual-report\.yaml`), schema: annualReportSchema },
  { path: own(String.raw`letterhead\.yaml`), schema: letterheadSchema },
  { path: own(String.raw`lists\.yaml`), schema: listsFileSchema },
  { path: own(String.raw`approval\.yaml`), schema: approvalFileSchema },
  { path: own(String.raw`digest\.yaml`), schema: digestFileSchema },
  { path: own(String.raw`hours\.yaml`), schema: hoursFileSchema },
  { path: own(String.raw`intents\.yaml`), schema: intentsFileSchema },
  { path: own(String.raw`synonyms\.yaml`), schema: synonymsFileSchema },
  { path: own(String.raw`tests\.yaml`), schema: testsFileSchema },
  { path: own(String.raw`retention\.yaml`), schema: retentionFileSchema },
  { path: /^knowledge\/national\/laws\.yaml$/u, schema: lawsFileSchema },
  {
    path: /^knowledge\/national\/calendar\/[\w-]+\.yaml$/u,
    schema: yearCalendarSchema,
    begin: (name) => (/^\d{4}$/u.test(name) ? `year: ${name}\n` : ''),
  },
  { path: SPOKEN_FILES, schema: catalogueSchema, entries: { list: TEXTS, schema: textEntrySchema } },
  { path: /^messages\/(?:zh-CN|en)\/[\w-]+\.yaml$/u, schema: catalogueSchema },
];

const find = (path: string) => KINDS.find((kind) => kind.path.test(path));

/** Whether a file of a release is one people edit. Word templates and tables of divisions are changed in the folder. */
export function isEditable(path: string): boolean {
  return find(path) !== undefined;
}

/** What a file that does not stand yet is begun with; undefined where none of its kind may be added, or not by this name. */
export function beginFile(path: string): string | undefined {
  const name = /([^/]*)\.yaml$/u.exec(path)?.[1] ?? '';
  return find(path)?.begin?.(name) || undefined;
}

/** Key of the list whose entries are edited one by one; undefined where the file is edited as a whole. */
export function listOf(path: string): string | undefined {
  return find(path)?.entries?.list;
}

/** What an entry of this file must hold to (`entry`), or the whole file. Undefined for a file nobody edits. */
export function schemaOf(path: string, of: 'entry' | 'file'): z.ZodType | undefined {
  const kind = find(path);
  return of === 'file' ? kind?.schema : kind?.entries?.schema;
}
