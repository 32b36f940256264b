import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { ensureAssets } from '../build-assets.ts';
import { CONSOLE } from '../desk/console/assets.ts';
import type { CliContext } from './context.ts';
import { openRelease, prepareRelease } from './open-release.ts';

/** Code a serving process loads when it is first needed. Once it is in Node's compile cache, loading it takes no compiler. */
const loadLater = () => [
  import('../own-documents/pages.ts'),
  import('../open/answer-api.ts'),
  import('../open/answer-page.ts'),
  import('../open/write-sitemap.ts'),
  import('./open-desk-api.ts'),
  import('./welcome-first-administrator.ts'),
  import('prom-client'),
];

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
      const { loadWeb, platforms } = context.channels;
      await Promise.all([import('./serve.ts'), loadWeb(), ...loadLater(), ...platforms.map(({ load }) => load())]);
    });
}
