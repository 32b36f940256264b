import type { Command } from 'commander';
import { migrate, openEngine, readMigrations, using } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { storeOptions } from './store-options.ts';

/** `migrate`: brings the tables up to date ahead of the next start, or says how they stand. */
export function addMigrate(program: Command, context: CliContext): void {
  program
    .command('migrate')
    .description(context.say('store.migrate'))
    .option('--status', context.say('store.migrate_status'))
    .option('--json', context.say('cli.json'))
    .action(async (options: { status?: boolean; json?: boolean }) => {
      const config = context.config();
      const engine = await openEngine(storeOptions(config, createLogger(config), context.now));
      const rows = await using(engine, (open) =>
        options.status ? readMigrations(open) : migrate(open, context.now()),
      );
      if (options.json) for (const row of rows) print(context.output, JSON.stringify(row));
      else if (rows.length === 0) print(context.output, context.say('store.migrate_none', { place: engine.place }));
      else
        for (const { number, name, at } of rows) {
          const when = options.status
            ? (at ?? context.say('store.migrate_pending'))
            : context.say('store.migrate_done');
          print(context.output, `${String(number).padStart(3)}  ${name.padEnd(24)} ${when}`);
        }
    });
}
