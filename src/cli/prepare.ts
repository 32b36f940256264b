import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { ensureAssets } from '../build-assets.ts';
import { CONSOLE } from '../desk/console/assets.ts';
import type { CliContext } from './context.ts';
import { openRelease, prepareRelease } from './open-release.ts';

/** `prepare`: everything a start would otherwise work out, ahead of it: the chat page, the search index, compiled code. */
export function addPrepare(program: Command, context: CliContext): void {
  program
    .command('prepare')
    .description(context.say('cli.prepare'))
    .option('--folder <folder>', context.say('cli.prepare_folder'))
    .action(async ({ folder }: { folder?: string }) => {
      const config = context.config();
      if (folder !== undefined) {
        prepareRelease({
          ...config,
          knowledgeDirectory: join(folder, 'knowledge'),
          messagesDirectory: join(folder, 'messages'),
          published: { hash: basename(folder), ownMessagesDirectory: config.messagesDirectory },
        });
        return;
      }
      await context.channels.preparePage(config.root);
      await ensureAssets(config.root, CONSOLE);
      openRelease(config);
      await Promise.all([import('./serve.ts'), context.channels.loadWeb()]);
    });
}
