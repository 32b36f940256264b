import type { Command } from 'commander';
import { findPrevious, publishRelease, recordPublished } from '../../desk/releases/index.ts';
import { DeskError } from '../../errors.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { withStore } from '../with-store.ts';
import { checkRight } from './check-right.ts';
import { findRelease, shorten, whoIsThere } from './find-release.ts';
import { writeInstant } from './read-instant.ts';

interface RollbackFlags {
  readonly why?: string;
  readonly by?: string;
  readonly json?: boolean;
}

/** `knowledge rollback`: publishes what was served before, or the release named. No gate: what was good is wanted now. */
export function addRollback(knowledge: Command, context: CliContext): void {
  const { say } = context;
  knowledge
    .command('rollback')
    .description(say('knowledge.about_rollback'))
    .argument('[release]', say('knowledge.option_release'))
    .option('--why <text>', say('knowledge.option_why'))
    .option('--by <name>', say('knowledge.option_by'))
    .option('--json', say('cli.json'))
    .action((word: string | undefined, { why, by, json }: RollbackFlags) =>
      withStore(context, createLogger(context.config()), async (store) => {
        await checkRight(store, by, context);
        const now = context.now();
        const published = await store.transaction(async (executor) => {
          const release = word ? await findRelease(executor, word, context) : await findPrevious(executor, now);
          if (release === undefined)
            throw new DeskError('NOT_FOUND', say('knowledge.nothing_before'), { hint: './desk knowledge releases' });
          const made = await publishRelease(executor, { release, by: whoIsThere(by), why, now });
          await recordPublished(executor, made, 0);
          return made;
        });
        if (json) print(context.output, JSON.stringify(published));
        else {
          const values = { release: shorten(published.release), from: writeInstant(published.from) };
          print(context.output, say('knowledge.published', values));
        }
      }),
    );
}
