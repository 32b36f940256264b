import type { Command } from 'commander';
import { readStoredTree } from '../../desk/releases/index.ts';
import { compareTrees, findInForce, type KnowledgeTree, readTree } from '../../knowledge/index.ts';
import { type Executor, readPublications, readReleases } from '../../store/index.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { withStore } from '../with-store.ts';
import { findRelease } from './find-release.ts';

async function openTree(context: CliContext, executor: Executor, word: string): Promise<KnowledgeTree> {
  if (word === 'folder') return readTree(context.config());
  return readStoredTree(executor, await findRelease(executor, word, context));
}

/** What is served, else what was made last: what a folder is compared with when nobody says. */
async function nameUsual(executor: Executor, now: Date): Promise<string | undefined> {
  return findInForce(await readPublications(executor), now)?.release ?? (await readReleases(executor))[0]?.hash;
}

const isText = (bytes: Uint8Array | undefined) => !bytes?.includes(0);

/** `knowledge diff [from] [to]`: what differs between two releases, or a release and the folder, line by line. */
export function addDiff(knowledge: Command, context: CliContext): void {
  const { say, output } = context;
  knowledge
    .command('diff')
    .description(say('knowledge.about_diff'))
    .argument('[from]', say('knowledge.option_from'))
    .argument('[to]', say('knowledge.option_to'), 'folder')
    .option('--json', say('cli.json'))
    .action((given: string | undefined, to: string, { json }: { json?: boolean }) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const from = given ?? (await nameUsual(store, context.now()));
        if (from === undefined) {
          print(output, say('knowledge.nothing_to_pull'));
          return;
        }
        const [before, after] = [await openTree(context, store, from), await openTree(context, store, to)];
        const changes = compareTrees(before, after);
        if (json) {
          print(output, JSON.stringify(changes));
          return;
        }
        const { createTwoFilesPatch } = await import('diff');
        for (const { path, change } of changes) {
          const [old, fresh] = [before.get(path), after.get(path)];
          if (!isText(old) || !isText(fresh)) print(output, say('knowledge.binary_differs', { path }));
          else {
            const text = (bytes: Uint8Array | undefined) => Buffer.from(bytes ?? []).toString('utf8');
            const names = [change === 'added' ? '/dev/null' : path, change === 'removed' ? '/dev/null' : path] as const;
            print(output, createTwoFilesPatch(...names, text(old), text(fresh), '', '', { context: 2 }).trimEnd());
          }
        }
        if (changes.length === 0) print(output, say('knowledge.no_difference'));
      }),
    );
}
