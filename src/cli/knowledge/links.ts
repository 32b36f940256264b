import type { Command } from 'commander';
import { checkLinks, LINK_RULES, type LinkState } from '../../knowledge-links/check-link.ts';
import { listLinks } from '../../knowledge-links/list-links.ts';
import { type CliContext, print } from '../context.ts';
import { readRelease } from '../open-release.ts';
import { readCount } from '../read-count.ts';

const MOST = 500;

/** `knowledge links`: asks for every address the knowledge names and lists those that are dead. Exit 65 when there are. */
export function addLinks(knowledge: Command, context: CliContext): void {
  const { say, output } = context;
  knowledge
    .command('links')
    .description(say('knowledge.about_links'))
    .option('--most <count>', say('knowledge.option_most_links'), readCount, MOST)
    .option('--json', say('cli.json'))
    .action(async ({ most, json }: { most: number; json?: boolean }) => {
      const all = listLinks(readRelease(context.config()).base);
      const asked = all.slice(0, most);
      const states = await checkLinks(
        asked.map(({ url }) => url),
        LINK_RULES,
      );
      const unsure: LinkState = { kind: 'unsure', why: '' };
      const found = asked.map((link) => ({ ...link, state: states.get(link.url) ?? unsure }));
      const ill = found.filter(({ state }) => state.kind !== 'alive');
      const dead = ill.filter(({ state }) => state.kind === 'dead');
      if (json) print(output, JSON.stringify({ known: all.length, links: found }));
      else {
        for (const { url, places, state } of ill)
          print(
            output,
            say(`knowledge.link_${state.kind}`, {
              url,
              why: 'why' in state ? state.why : '',
              places: places.join(' '),
            }),
          );
        print(
          output,
          say('knowledge.links', {
            known: all.length,
            asked: asked.length,
            dead: dead.length,
            unsure: ill.length - dead.length,
          }),
        );
      }
      if (dead.length > 0) context.setExitCode(65);
    });
}
