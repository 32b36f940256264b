import { resolve } from 'node:path';
import type { Command } from 'commander';
import { backUp } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { storeOptions } from './store-options.ts';
import { writeCopied, writeProgress } from './write-copied.ts';

/** `backup`: everything stored, as it stands now, in one file, while the desk goes on serving. */
export function addBackup(program: Command, context: CliContext): void {
  program
    .command('backup')
    .description(context.say('store.backup'))
    .argument('<file>', context.say('store.backup_file'))
    .option('--json', context.say('cli.json'))
    .action(async (file: string, options: { json?: boolean }) => {
      const config = context.config();
      const from = storeOptions(config, createLogger(config), context.now);
      writeCopied(context, await backUp(from, resolve(file), writeProgress(context)), options.json);
      if (!options.json) print(context.output, context.say('store.backup_done', { file: resolve(file) }));
    });
}
