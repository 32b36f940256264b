import type { Command } from 'commander';
import { LEAD_MS, publishRelease, pushFolder } from '../../desk/releases/index.ts';
import type { Store } from '../../store/index.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { withStore } from '../with-store.ts';
import { findRelease, shorten, whoIsThere } from './find-release.ts';
import { readInstant, writeInstant } from './read-instant.ts';
import { refuseErrors } from './refuse-errors.ts';
import { writeDiverged } from './write-changes.ts';

interface PublishFlags {
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
  refuseErrors(context);
  const options = { by: whoIsThere(flags.by), now: context.now(), note: flags.note };
  const pushed = await store.transaction((executor) => pushFolder(executor, context.config(), options));
  if (pushed.kind !== 'diverged') return pushed.hash;
  writeDiverged(context, pushed);
  return undefined;
}

/** `knowledge publish`: from an instant on every process serves this release. Exit 65 when it may not be. */
export function addPublish(knowledge: Command, context: CliContext): void {
  const { say } = context;
  knowledge
    .command('publish')
    .description(say('knowledge.about_publish'))
    .argument('[release]', say('knowledge.option_release'), 'folder')
    .option('--at <instant>', say('knowledge.option_at', { seconds: LEAD_MS / 1000 }))
    .option('--note <text>', say('knowledge.option_note'))
    .option('--why <text>', say('knowledge.option_why'))
    .option('--by <name>', say('knowledge.option_by'))
    .option('--json', say('cli.json'))
    .action((word: string, flags: PublishFlags) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const from = flags.at === undefined ? undefined : readInstant(flags.at, context);
        const release = await chooseRelease(context, store, word, flags);
        if (release === undefined) return;
        const { why } = flags;
        const published = await store.transaction((executor) =>
          publishRelease(executor, { release, from, by: whoIsThere(flags.by), why, now: context.now() }),
        );
        if (flags.json) print(context.output, JSON.stringify(published));
        else
          print(
            context.output,
            say('knowledge.published', { release: shorten(release), from: writeInstant(published.from) }),
          );
      }),
    );
}
