import type { Command } from 'commander';
import { type Pulled, type Pushed, pullFolder, pushFolder } from '../../desk/releases/index.ts';
import type { Sides } from '../../knowledge/index.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { withStore } from '../with-store.ts';
import { shorten, whoIsThere } from './find-release.ts';
import { refuseErrors } from './refuse-errors.ts';
import { writeChanges, writeDiverged } from './write-changes.ts';

interface PullFlags {
  readonly ours?: readonly string[];
  readonly theirs?: readonly string[];
  readonly json?: boolean;
}

interface PushFlags {
  readonly note?: string;
  readonly by?: string;
  readonly json?: boolean;
}

function writeSynced(context: CliContext, found: Pulled | Pushed, json: boolean | undefined): void {
  if (json) {
    print(context.output, JSON.stringify(found));
    if (found.kind === 'diverged') context.setExitCode(65);
  } else if (found.kind === 'diverged') writeDiverged(context, found);
  else if (found.kind === 'nothing') print(context.output, context.say('knowledge.nothing_to_pull'));
  else {
    writeChanges(context, found.changes);
    const values = { release: shorten(found.hash), files: found.changes.length };
    print(context.output, context.say(`knowledge.${found.kind}`, values));
  }
}

/** `knowledge pull`: the newest release of the database into the folder. A conflict is shown, nothing written. Exit 65. */
export function addPull(knowledge: Command, context: CliContext): void {
  knowledge
    .command('pull')
    .description(context.say('knowledge.about_pull'))
    .option('--ours <file...>', context.say('knowledge.option_ours'))
    .option('--theirs <file...>', context.say('knowledge.option_theirs'))
    .option('--json', context.say('cli.json'))
    .action((flags: PullFlags) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const decided: Sides = new Map([
          ...(flags.ours ?? []).map((path) => [path, 'ours'] as const),
          ...(flags.theirs ?? []).map((path) => [path, 'theirs'] as const),
        ]);
        writeSynced(context, await pullFolder(store, context.config(), decided), flags.json);
      }),
    );
}

/** `knowledge push`: the folder as a release of the database, not yet published. */
export function addPush(knowledge: Command, context: CliContext): void {
  knowledge
    .command('push')
    .description(context.say('knowledge.about_push'))
    .option('--note <text>', context.say('knowledge.option_note'))
    .option('--by <name>', context.say('knowledge.option_by'))
    .option('--json', context.say('cli.json'))
    .action((flags: PushFlags) =>
      withStore(context, createLogger(context.config()), async (store) => {
        refuseErrors(context);
        const options = { by: whoIsThere(flags.by), now: context.now(), note: flags.note };
        const pushed = await store.transaction((executor) => pushFolder(executor, context.config(), options));
        writeSynced(context, pushed, flags.json);
      }),
    );
}
