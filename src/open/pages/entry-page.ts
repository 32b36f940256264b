import { h } from 'preact';
import type { OpenEntry } from '../schema.ts';
import { type PageContext, writeLines, writePage, writeSources } from './markup.ts';

type Version = OpenEntry['versions'][number];

function writeVersion(version: Version, { say }: PageContext) {
  const period =
    version.to === null
      ? say('open.since', { from: version.from })
      : say('open.between', { from: version.from, to: version.to });
  return h(
    'section',
    { class: version.inForce ? 'version' : 'version past' },
    h('p', { class: 'period' }, period, version.inForce ? null : ` ${say('open.not_in_force')}`),
    h('p', { class: 'answer' }, version.answer),
    ...writeLines(version.detail),
    writeSources(version.sources, say),
  );
}

/** schema.org's FAQPage with the rules in force; nothing when none are. */
function describeQuestion(entry: OpenEntry): object | undefined {
  const current = entry.versions.find((version) => version.inForce);
  if (!current) return undefined;
  const text = [current.answer, current.detail].filter(Boolean).join('\n');
  return {
    '@context': 'https://schema.org',
    '@type': 'FAQPage',
    mainEntity: [{ '@type': 'Question', name: entry.title, acceptedAnswer: { '@type': 'Answer', text } }],
  };
}

/** One answer with every version of the rules, newest first. English readers get the English text of the rules in force. */
export function writeEntryPage(entry: OpenEntry, related: readonly OpenEntry[], context: PageContext): string {
  const { say, locale } = context;
  const english = locale === 'en' ? entry.english : null;
  const titleOf = (each: OpenEntry) => (locale === 'en' && each.english ? each.english.title : each.title);
  const lang = locale === 'en' ? '?lang=en' : '';
  const data = describeQuestion(entry);
  return writePage(context, {
    title: titleOf(entry),
    body: [
      h('h1', null, titleOf(entry)),
      english &&
        h('section', { class: 'version' }, h('p', { class: 'answer' }, english.answer), ...writeLines(english.detail)),
      h('div', { lang: 'zh-CN' }, ...entry.versions.map((version) => writeVersion(version, context))),
      related.length > 0 &&
        h(
          'nav',
          { class: 'related', 'aria-label': say('open.related') },
          h('h2', null, say('open.related')),
          h(
            'ul',
            null,
            related.map((each) => h('li', null, h('a', { href: `/open/entries/${each.id}${lang}` }, titleOf(each)))),
          ),
        ),
    ],
    ...(data ? { data } : {}),
  });
}
