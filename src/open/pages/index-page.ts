import { h } from 'preact';
import type { Published } from '../publish.ts';
import type { OpenEntry } from '../schema.ts';
import { type PageContext, writePage } from './markup.ts';

function groupByTopic(entries: readonly OpenEntry[]): Map<string, OpenEntry[]> {
  const groups = new Map<string, OpenEntry[]>();
  for (const entry of entries) groups.set(entry.topic, [...(groups.get(entry.topic) ?? []), entry]);
  return groups;
}

/** All entries by topic, or those found for a question. */
export function writeIndexPage(
  { topics }: Published,
  found: { readonly q: string | undefined; readonly entries: readonly OpenEntry[] },
  context: PageContext,
): string {
  const { say, locale } = context;
  const lang = locale === 'en' ? '?lang=en' : '';
  const writeList = (entries: readonly OpenEntry[]) =>
    h(
      'ul',
      { class: 'entries' },
      entries.map((entry) => {
        const title = locale === 'en' && entry.english ? entry.english.title : entry.title;
        return h('li', null, h('a', { href: `/open/entries/${entry.id}${lang}` }, title));
      }),
    );
  const groups = [...groupByTopic(found.entries)].map(([topic, entries]) =>
    h('section', null, h('h2', { lang: 'zh-CN' }, topics.get(topic) ?? topic), writeList(entries)),
  );
  const results = found.entries.length > 0 ? [writeList(found.entries)] : [h('p', null, say('open.nothing'))];
  return writePage(context, {
    title: say('open.title'),
    body: [
      h('h1', null, say('open.title')),
      h('p', null, say('open.about')),
      h(
        'form',
        { action: '/open', method: 'get', role: 'search' },
        locale === 'en' && h('input', { type: 'hidden', name: 'lang', value: 'en' }),
        h('label', { for: 'q' }, say('open.search')),
        h('input', { id: 'q', name: 'q', type: 'search', maxLength: 400, value: found.q ?? '' }),
        h('button', { type: 'submit' }, say('open.search_go')),
      ),
      ...(found.q === undefined ? groups : results),
    ],
  });
}
