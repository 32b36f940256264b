import type { Command } from 'commander';
import { findInForce } from '../../knowledge/index.ts';
import { readPublications, readReleases } from '../../store/index.ts';
import { type CliContext, print } from '../context.ts';
import { createLogger } from '../open-desk.ts';
import { withStore } from '../with-store.ts';
import { shorten } from './find-release.ts';
import { writeInstant } from './read-instant.ts';

/** `knowledge releases`: what is kept, what is served, and everything that was ever published. */
export function addReleases(knowledge: Command, context: CliContext): void {
  const { say, output } = context;
  knowledge
    .command('releases')
    .description(say('knowledge.about_releases'))
    .option('--json', say('cli.json'))
    .action(({ json }: { json?: boolean }) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const [releases, publications] = [await readReleases(store), await readPublications(store)];
        const served = findInForce(publications, context.now());
        if (json) {
          print(output, JSON.stringify({ served: served?.release ?? null, releases, publications }));
          return;
        }
        for (const { hash, madeAt, madeBy, note } of releases) {
          const mark = hash === served?.release ? '●' : ' ';
          print(output, `${mark} ${shorten(hash)}  ${writeInstant(madeAt)}  ${madeBy}${note ? `  ${note}` : ''}`);
        }
        if (!served) print(output, say('knowledge.folder_served'));
        for (const { release, from, by, why, because } of publications) {
          const reasons = [why, because].filter((each) => each !== null).join('；');
          const values = { release: shorten(release), from: writeInstant(from), by, reasons: reasons || '–' };
          print(output, say('knowledge.publication', values));
        }
      }),
    );
}
