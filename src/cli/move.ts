import type { Command } from 'commander';
import { readConfig } from '../config.ts';
import { DeskError } from '../errors.ts';
import { moveTo } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { refuseWhileServing } from './refuse-while-serving.ts';
import { storeOptions } from './store-options.ts';
import { writeCopied, writeProgress } from './write-copied.ts';

/** `move`: takes everything from the SQLite file into a PostgreSQL database, checked table by table. */
export function addMove(program: Command, context: CliContext): void {
  program
    .command('move')
    .description(context.say('store.move'))
    .requiredOption('--to <url>', context.say('store.move_to'))
    .option('--json', context.say('cli.json'))
    .action(async (options: { to: string; json?: boolean }) => {
      const config = context.config();
      if (config.database) {
        throw new DeskError('INPUT_INVALID', context.say('store.move_already'), {
          hint: context.say('store.move_already_hint'),
        });
      }
      const from = storeOptions(config, createLogger(config), context.now);
      await refuseWhileServing(context, from);
      const target = readConfig({ DATABASE_URL: options.to }, config.dataDirectory);
      const copied = await moveTo(from, { ...from, database: target.database }, writeProgress(context));
      writeCopied(context, copied, options.json);
      if (!options.json) print(context.output, context.say('store.move_done'));
    });
}
