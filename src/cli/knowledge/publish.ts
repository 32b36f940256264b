import type { Command } from 'commander';
import type { Release } from '../../conversation/release.ts';
import { LEAD_MS, publishRelease, pushFolder, recordPublished } from '../../desk/releases/index.ts';
import { findInForce } from '../../knowledge/index.ts';
import { readPublications, type Store } from '../../store/index.ts';
import { configOfRelease } from '../config-of-release.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { openRelease } from '../open-release.ts';
import { withStore } from '../with-store.ts';
import { checkRight } from './check-right.ts';
import { findRelease, shorten, whoIsThere } from './find-release.ts';
import { readInstant, writeInstant } from './read-instant.ts';
import { refuseErrors } from './refuse-errors.ts';
import { runGate, writeGate } from './run-gate.ts';
import { writeDiverged } from './write-changes.ts';

interface PublishFlags {
  readonly dryRun?: boolean;
  readonly because?: string;
  readonly at?: string;
  readonly note?: string;
  readonly why?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** The release to publish: one of the database, or the folder kept as one; undefined when folder and database diverge. */
async function chooseRelease(
  context: CliContext,
  store: Store,
  word: string,
  flags: PublishFlags,
): Promise<string | undefined> {
  if (word !== 'folder') return findRelease(store, word, context);
  const options = { by: whoIsThere(flags.by), now: context.now(), note: flags.note };
  const pushed = await store.transaction((executor) => pushFolder(executor, context.config(), options));
  if (pushed.kind !== 'diverged') return pushed.hash;
  writeDiverged(context, pushed);
  return undefined;
}

/** The release to try: the folder as it stands needs no keeping for a trial. */
async function openTried(context: CliContext, store: Store, word: string): Promise<Release> {
  const config = context.config();
  if (word === 'folder') return openRelease(config);
  return openRelease(await configOfRelease(config, store, await findRelease(store, word, context)));
}

/** What is served now: the release in force, or the folder. */
async function openServed(context: CliContext, store: Store): Promise<Release> {
  const config = context.config();
  const served = findInForce(await readPublications(store), context.now());
  return openRelease(served ? await configOfRelease(config, store, served.release) : config);
}

async function publish(context: CliContext, store: Store, word: string, flags: PublishFlags): Promise<void> {
  const { say, output } = context;
  const from = flags.at === undefined ? undefined : readInstant(flags.at, context);
  if (!flags.dryRun) await checkRight(store, flags.by, context);
  if (word === 'folder') refuseErrors(context);
  const gate = runGate(await openServed(context, store), await openTried(context, store, word), context);
  const because = flags.because?.trim() || undefined;
  const blocked = gate.regressions > 0 && because === undefined;
  if (!flags.json) writeGate(gate, context);
  if (blocked || flags.dryRun) {
    if (flags.json) print(output, JSON.stringify({ gate, published: null }));
    else if (blocked) print(output, say('knowledge.gate_blocks', { regressions: gate.regressions }));
    if (blocked) context.setExitCode(65);
    return;
  }
  const release = await chooseRelease(context, store, word, flags);
  if (release === undefined) return;
  const now = context.now();
  const published = await store.transaction(async (executor) => {
    const reason = gate.regressions > 0 ? because : undefined;
    const by = whoIsThere(flags.by);
    const made = await publishRelease(executor, { release, from, by, why: flags.why, because: reason, now });
    await recordPublished(executor, made, gate.regressions);
    return made;
  });
  if (flags.json) print(output, JSON.stringify({ gate, published }));
  else print(output, say('knowledge.published', { release: shorten(release), from: writeInstant(published.from) }));
}

/** `knowledge publish`: from an instant on every process serves this release. Exit 65 when it may not be. */
export function addPublish(knowledge: Command, context: CliContext): void {
  const { say } = context;
  knowledge
    .command('publish')
    .description(say('knowledge.about_publish'))
    .argument('[release]', say('knowledge.option_release'), 'folder')
    .option('--dry-run', say('knowledge.option_dry_run'))
    .option('--because <text>', say('knowledge.option_because'))
    .option('--at <instant>', say('knowledge.option_at', { seconds: LEAD_MS / 1000 }))
    .option('--note <text>', say('knowledge.option_note'))
    .option('--why <text>', say('knowledge.option_why'))
    .option('--by <name>', say('knowledge.option_by'))
    .option('--json', say('cli.json'))
    .action((word: string, flags: PublishFlags) =>
      withStore(context, createLogger(context.config()), async (store) => publish(context, store, word, flags)),
    );
}
