import { readFileSync, writeFileSync } from 'node:fs';
import { readFile, stat } from 'node:fs/promises';
import { join } from 'node:path';
import { Argument, type Command } from 'commander';
import { DeskError } from '../../errors.ts';
import { type FileProblem, MOST_BYTES, readRows, refuseFile, refuseTooLarge, sniffFile } from '../../imports/index.ts';
import {
  compareArticles,
  findCiting,
  type ImportedList,
  readArticles,
  readList,
} from '../../knowledge/import/index.ts';
import { type CliContext, print } from '../context.ts';
import { readRelease } from '../open-release.ts';
import { importReport, type ReportFlags } from './import-report.ts';

interface ImportFlags extends ReportFlags {
  readonly was?: string;
  readonly law?: string;
}

const FILES: Readonly<Record<ImportedList, string>> = {
  authorities: 'jurisdiction/authorities.yaml',
  matters: 'jurisdiction/matters.yaml',
};

/** @throws DeskError INPUT_INVALID with why the file was not opened and how to mend it */
function refuse({ say }: CliContext, { code, values }: FileProblem): never {
  throw new DeskError('INPUT_INVALID', say(`import.${code}`, values), { hint: say(`import.${code}_hint`, values) });
}

/** The bytes of a file; one that is too large is never read. */
async function readBytes(context: CliContext, path: string): Promise<Uint8Array> {
  const found = await stat(path).catch(() => undefined);
  if (!found?.isFile()) refuse(context, refuseFile('fault_no_file', { path }).fault);
  if (found.size > MOST_BYTES) refuse(context, refuseTooLarge().fault);
  return readFile(path);
}

async function importList(context: CliContext, of: ImportedList, file: string, flags: ImportFlags): Promise<void> {
  const { say, output } = context;
  const config = context.config();
  const read = await readRows(await readBytes(context, file));
  if (!read.ok) refuse(context, read.fault);
  const path = `knowledge/${config.authority}/${FILES[of]}`;
  const target = join(config.knowledgeDirectory, config.authority, FILES[of]);
  const text = readFileSync(target, 'utf8');
  const found = readList(of, read.rows, { path, text, messages: context.messages(), locale: config.locale });
  if (flags.json) print(output, JSON.stringify({ ...found, text: undefined }));
  if (!found.ok) {
    if (!flags.json) {
      for (const { row, column, heading, message, mend } of found.problems)
        print(output, say('import.row', { row, column: column ?? '–', heading, message, mend }));
      print(output, say('import.nothing', { many: found.problems.length }));
    }
    context.setExitCode(65);
    return;
  }
  if (!flags.dryRun) writeFileSync(target, found.text);
  if (flags.json) return;
  for (const { code, values } of read.problems) print(output, say(`import.${code}`, values));
  if (found.ignored.length > 0) print(output, say('import.ignored', { headings: found.ignored.join(' ') }));
  const many = { added: found.added.length, changed: found.changed.length, same: found.same };
  print(output, say(flags.dryRun ? 'import.would' : 'import.done', { ...many, path: target }));
}

async function readLaw(context: CliContext, file: string) {
  const sniffed = await sniffFile(await readBytes(context, file));
  if (!sniffed.ok) refuse(context, sniffed.fault);
  if (sniffed.kind !== 'text') refuse(context, refuseFile('fault_no_articles').fault);
  const articles = readArticles(sniffed.text);
  return articles.length > 0 ? articles : refuse(context, refuseFile('fault_no_articles').fault);
}

/** Key of what became of an article: one that was changed may have another number as well. */
const nameChange = (change: string, moved: boolean) =>
  change === 'changed' && moved ? 'article_rewritten' : `article_${change}`;

async function importLaw(context: CliContext, file: string, { was, law, json }: ImportFlags): Promise<void> {
  const { say, output } = context;
  const articles = await readLaw(context, file);
  const changes = was === undefined ? [] : compareArticles(await readLaw(context, was), articles);
  const { base } = readRelease(context.config());
  // Without an earlier text every article is looked at.
  const moved = new Set((was === undefined ? articles : changes).map(({ article }) => article));
  const citing = law === undefined ? [] : findCiting(base, law, moved);
  if (json) {
    print(output, JSON.stringify({ articles, changes, citing }));
    return;
  }
  if (was === undefined)
    for (const { article, text } of articles) print(output, say('import.article', { article, text }));
  for (const { article, change, to = article } of changes)
    print(output, say(`import.${nameChange(change, to !== article)}`, { article, to }));
  for (const { kind, id, title, article } of citing)
    print(output, say('import.citing', { kind: say(`import.kind_${kind}`), id, title, article }));
  print(
    output,
    say(was === undefined ? 'import.law_read' : 'import.law_done', {
      articles: articles.length,
      changed: changes.length,
      citing: citing.length,
    }),
  );
}

/** `knowledge import`: an authority list or matters from a table into the folder, a law's text for its articles, or the figures of an annual report. Exit 65 when a row is bad. */
export function addImport(knowledge: Command, context: CliContext): void {
  const { say } = context;
  knowledge
    .command('import')
    .description(say('import.about'))
    .addArgument(new Argument('<what>', say('import.option_what')).choices(['authorities', 'matters', 'law', 'report']))
    .argument('<file>', say('import.option_file'))
    .option('--dry-run', say('import.option_dry_run'))
    .option('--was <file>', say('import.option_was'))
    .option('--law <id>', say('import.option_law'))
    .option('--replace <ids...>', say('import.option_replace'))
    .option('--drop <ids...>', say('import.option_drop'))
    .option('--authority <name>', say('import.option_authority'))
    .option('--year <year>', say('import.option_year'))
    .option('--signed <day>', say('import.option_signed'))
    .option('--published <day>', say('import.option_published'))
    .option('--url <address>', say('import.option_url'))
    .option('--json', say('cli.json'))
    .action((what: ImportedList | 'law' | 'report', file: string, flags: ImportFlags) => {
      if (what === 'law') return importLaw(context, file, flags);
      if (what === 'report') return importReport(context, file, flags);
      return importList(context, what, file, flags);
    });
}
