import { basename, join } from 'node:path';
import type { Command } from 'commander';
import { type CliContext, print } from '../context.ts';
import type { ReleaseConfig } from '../open-release.ts';
import { tryFolders } from './try-folders.ts';

function configOf(context: CliContext, folder: string): ReleaseConfig {
  const config = context.config();
  return {
    ...config,
    knowledgeDirectory: join(folder, 'knowledge'),
    messagesDirectory: join(folder, 'messages'),
    published: { hash: basename(folder), ownMessagesDirectory: config.messagesDirectory },
  };
}

/** `knowledge try`: one release laid out in folders beside another, as JSON. What the console asks in a process apart. */
export function addTry(knowledge: Command, context: CliContext): void {
  knowledge
    .command('try')
    .description(context.say('knowledge.about_try'))
    .requiredOption('--served <folder>', context.say('knowledge.option_served'))
    .requiredOption('--tried <folder>', context.say('knowledge.option_tried'))
    .action(({ served, tried }: { served: string; tried: string }) => {
      print(
        context.output,
        JSON.stringify(tryFolders(configOf(context, served), configOf(context, tried), context.now())),
      );
    });
}
