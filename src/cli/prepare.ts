import type { Command } from 'commander';
import { ensureAssets } from '../build-assets.ts';
import { CONSOLE } from '../desk/console/assets.ts';
import type { CliContext } from './context.ts';
import { openRelease } from './open-release.ts';

/** `prepare`: everything a start would otherwise work out, ahead of it: the chat page, the search index, compiled code. */
export function addPrepare(program: Command, context: CliContext): void {
  program
    .command('prepare')
    .description(context.say('cli.prepare'))
    .action(async () => {
      const config = context.config();
      await context.channels.preparePage(config.root);
      await ensureAssets(config.root, CONSOLE);
      openRelease(config);
      await Promise.all([import('./serve.ts'), context.channels.loadWeb()]);
    });
}
