import { resolve } from 'node:path';
import type { Command } from 'commander';
import { restoreFrom } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { refuseWhileServing } from './refuse-while-serving.ts';
import { storeOptions } from './store-options.ts';
import { writeCopied, writeProgress } from './write-copied.ts';

/** `restore`: puts a backup in the place of what is stored, whole or not at all. */
export function addRestore(program: Command, context: CliContext): void {
  program
    .command('restore')
    .description(context.say('store.restore'))
    .argument('<file>', context.say('store.restore_file'))
    .option('--replace', context.say('store.restore_replace'))
    .option('--json', context.say('cli.json'))
    .action(async (file: string, options: { replace?: boolean; json?: boolean }) => {
      const config = context.config();
      const into = storeOptions(config, createLogger(config), context.now);
      await refuseWhileServing(context, into);
      const copied = await restoreFrom(into, resolve(file), {
        replace: options.replace ?? false,
        onCopied: writeProgress(context),
      });
      writeCopied(context, copied, options.json);
      if (!options.json) print(context.output, context.say('store.restore_done'));
    });
}
