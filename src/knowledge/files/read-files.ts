import { existsSync, readdirSync, readFileSync } from 'node:fs';
import { basename, join } from 'node:path';
import { z } from 'zod';
import { type AnnualReportText, annualReportSchema } from '../schema/annual-report.ts';
import { answersFileSchema } from '../schema/answer.ts';
import { approvalFileSchema } from '../schema/approval.ts';
import { authorityProfileSchema } from '../schema/authority.ts';
import { yearCalendarSchema } from '../schema/calendar.ts';
import { digestFileSchema } from '../schema/digest.ts';
import { documentSchema, letterheadSchema } from '../schema/document.ts';
import { hoursFileSchema } from '../schema/hours.ts';
import { intentsFileSchema, synonymsFileSchema } from '../schema/intent.ts';
import { authoritiesFileSchema, kindsFileSchema, mattersFileSchema } from '../schema/jurisdiction.ts';
import { lawsFileSchema } from '../schema/law.ts';
import { listsFileSchema } from '../schema/lists.ts';
import { publishedFileSchema } from '../schema/published.ts';
import { regimeSchema } from '../schema/regime.ts';
import { reportSchema } from '../schema/report.ts';
import { retentionFileSchema } from '../schema/retention.ts';
import { testsFileSchema } from '../schema/tests.ts';
import type { Locate } from './locate.ts';
import { type KnowledgeFile, type Parsed, parseFile } from './parse-file.ts';
import { errorAt, type Finding } from './problem.ts';

export interface KnowledgeLocation {
  /** The `knowledge` folder. */
  readonly knowledgeDirectory: string;
  /** Name of the authority's folder in it. */
  readonly authority: string;
}

const divisionsSchema = z.array(z.object({ code: z.string(), name: z.string(), parent: z.string().optional() }));

/** Holiday notices an office loaded. */
const CALENDARS = 'national/calendar';

/** Every file of the folder by name. The schema of each is the one editors are given in `knowledge/schema`. */
export interface KnowledgeFiles {
  readonly profile: KnowledgeFile<z.infer<typeof authorityProfileSchema>> | undefined;
  readonly laws: KnowledgeFile<z.infer<typeof lawsFileSchema>> | undefined;
  readonly answers: readonly KnowledgeFile<z.infer<typeof answersFileSchema>>[];
  readonly reports: readonly KnowledgeFile<z.infer<typeof reportSchema>>[];
  readonly published: KnowledgeFile<z.infer<typeof publishedFileSchema>> | undefined;
  readonly calendars: readonly KnowledgeFile<z.infer<typeof yearCalendarSchema>>[];
  readonly regimes: readonly KnowledgeFile<z.infer<typeof regimeSchema>>[];
  readonly kinds: KnowledgeFile<z.infer<typeof kindsFileSchema>> | undefined;
  readonly matters: KnowledgeFile<z.infer<typeof mattersFileSchema>> | undefined;
  readonly authorities: KnowledgeFile<z.infer<typeof authoritiesFileSchema>> | undefined;
  readonly intents: KnowledgeFile<z.infer<typeof intentsFileSchema>> | undefined;
  readonly synonyms: KnowledgeFile<z.infer<typeof synonymsFileSchema>> | undefined;
  readonly approval: KnowledgeFile<z.infer<typeof approvalFileSchema>> | undefined;
  readonly digest: KnowledgeFile<z.infer<typeof digestFileSchema>> | undefined;
  readonly hours: KnowledgeFile<z.infer<typeof hoursFileSchema>> | undefined;
  readonly lists: KnowledgeFile<z.infer<typeof listsFileSchema>> | undefined;
  readonly divisions: KnowledgeFile<z.infer<typeof divisionsSchema>> | undefined;
  readonly documents: readonly KnowledgeFile<z.infer<typeof documentSchema>>[];
  readonly letterhead: KnowledgeFile<z.infer<typeof letterheadSchema>> | undefined;
  readonly annualReport: KnowledgeFile<AnnualReportText> | undefined;
  readonly tests: KnowledgeFile<z.infer<typeof testsFileSchema>> | undefined;
  readonly retention: KnowledgeFile<z.infer<typeof retentionFileSchema>> | undefined;
  /** The office's own templates of documents; read only when they are checked. */
  readonly templates: readonly TemplateFile[];
}

/** A template: where it is shown to be, its kind by its name, and its bytes when asked for. */
export interface TemplateFile {
  readonly file: string;
  readonly kind: string;
  readonly read: () => Uint8Array;
}

function listTemplates(root: string, folder: string): TemplateFile[] {
  const full = join(root, folder);
  if (!existsSync(full)) return [];
  // Word keeps a file beside an open one whose name begins with ~$.
  const names = readdirSync(full).filter((name) => name.endsWith('.docx') && !name.startsWith('~$'));
  return names.sort().map((name) => ({
    file: join(basename(root), folder, name),
    kind: basename(name, '.docx'),
    read: () => readFileSync(join(full, name)),
  }));
}

/** What was found while reading, with the text of each file that has findings and, for broken YAML, its place. */
export interface ReadFailure {
  readonly finding: Finding;
  readonly text: string;
  readonly locate?: Locate;
}

class Reader {
  readonly failures: ReadFailure[] = [];
  readonly #root: string;

  constructor(root: string) {
    this.#root = root;
  }

  /** A file as data; undefined when it is missing or broken, the latter with its findings kept. */
  one<T>(path: string, schema: z.ZodType<T>, need: 'required' | 'optional' = 'optional'): KnowledgeFile<T> | undefined {
    const full = join(this.#root, path);
    const shown = join(basename(this.#root), path);
    if (!existsSync(full)) {
      if (need === 'required') this.failures.push({ finding: errorAt(shown, [], 'missing_file'), text: '' });
      return undefined;
    }
    const text = readFileSync(full, 'utf8');
    const parsed: Parsed<T> = parseFile(shown, text, schema);
    if (parsed.ok) return parsed.file;
    for (const finding of parsed.findings) {
      this.failures.push({ finding, text, ...(parsed.locate ? { locate: parsed.locate } : {}) });
    }
    return undefined;
  }

  all<T>(folder: string, schema: z.ZodType<T>): KnowledgeFile<T>[] {
    const full = join(this.#root, folder);
    if (!existsSync(full)) return [];
    const names = readdirSync(full)
      .filter((name) => name.endsWith('.yaml'))
      .sort();
    return names.flatMap((name) => this.one(join(folder, name), schema) ?? []);
  }
}

/** Reads the authority's folder and the national one. Files that are absent are left out; broken ones are reported. */
export function readKnowledgeFiles(location: KnowledgeLocation): {
  files: KnowledgeFiles;
  failures: readonly ReadFailure[];
} {
  const reader = new Reader(location.knowledgeDirectory);
  const own = (path: string) => join(location.authority, path);
  const files: KnowledgeFiles = {
    profile: reader.one(own('authority.yaml'), authorityProfileSchema, 'required'),
    laws: reader.one('national/laws.yaml', lawsFileSchema, 'required'),
    answers: reader.all(own('answers'), answersFileSchema),
    reports: reader.all(own('report'), reportSchema),
    published: reader.one(own('published.yaml'), publishedFileSchema),
    calendars: reader.all(CALENDARS, yearCalendarSchema),
    regimes: reader.all(own('regime'), regimeSchema),
    kinds: reader.one(own('jurisdiction/kinds.yaml'), kindsFileSchema),
    matters: reader.one(own('jurisdiction/matters.yaml'), mattersFileSchema),
    authorities: reader.one(own('jurisdiction/authorities.yaml'), authoritiesFileSchema),
    intents: reader.one(own('intents.yaml'), intentsFileSchema),
    synonyms: reader.one(own('synonyms.yaml'), synonymsFileSchema),
    approval: reader.one(own('approval.yaml'), approvalFileSchema),
    digest: reader.one(own('digest.yaml'), digestFileSchema),
    hours: reader.one(own('hours.yaml'), hoursFileSchema),
    lists: reader.one(own('lists.yaml'), listsFileSchema),
    divisions: reader.one('national/divisions.json', divisionsSchema),
    documents: reader.all(own('documents'), documentSchema),
    letterhead: reader.one(own('letterhead.yaml'), letterheadSchema),
    annualReport: reader.one(own('annual-report.yaml'), annualReportSchema),
    tests: reader.one(own('tests.yaml'), testsFileSchema),
    retention: reader.one(own('retention.yaml'), retentionFileSchema),
    templates: listTemplates(location.knowledgeDirectory, own('documents/templates')),
  };
  return { files, failures: reader.failures };
}

/** The tables of states and events and the calendars alone, for commands that need nothing else. */
export function readCaseFiles(location: KnowledgeLocation): {
  files: Pick<KnowledgeFiles, 'regimes' | 'calendars'>;
  failures: readonly ReadFailure[];
} {
  const reader = new Reader(location.knowledgeDirectory);
  const files = {
    regimes: reader.all(join(location.authority, 'regime'), regimeSchema),
    calendars: reader.all(CALENDARS, yearCalendarSchema),
  };
  return { files, failures: reader.failures };
}
