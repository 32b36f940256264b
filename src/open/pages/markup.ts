import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { CitedSource } from '../../channel/message.ts';
import type { Locale } from '../../messages.ts';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

/** What every page is written with. */
export interface PageContext {
  readonly locale: Locale;
  readonly say: Say;
  readonly authority: string;
}

export interface PageContent {
  readonly title: string;
  readonly body: readonly ComponentChild[];
  /** Structured data for search engines (schema.org). */
  readonly data?: object;
}

/** JSON inside a page must not close its element: `<` is written as an escape. */
function embedJson(data: object): ComponentChild {
  const text = JSON.stringify(data).replaceAll('<', '\\u003c');
  return h('script', { type: 'application/ld+json', dangerouslySetInnerHTML: { __html: text } });
}

/** Lines of a detail as paragraphs. */
export function writeLines(text: string | null): readonly ComponentChild[] {
  return (text ?? '')
    .split('\n')
    .filter(Boolean)
    .map((line) => h('p', null, line));
}

export function writeSources(sources: readonly CitedSource[], say: Say): ComponentChild {
  const write = ({ title, article, url }: CitedSource) =>
    h('li', null, url === null ? title : h('a', { href: url, rel: 'noopener' }, title), article && ` ${article}`);
  return h('div', { class: 'sources' }, h('h2', null, say('open.sources')), h('ul', null, sources.map(write)));
}

/** A whole page: works without scripts, reads well without styles. */
export function writePage({ locale, say, authority }: PageContext, { title, body, data }: PageContent): string {
  const lang = locale === 'en' ? '?lang=en' : '';
  const page = h(
    'html',
    { lang: locale },
    h(
      'head',
      null,
      h('meta', { charset: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width, initial-scale=1' }),
      h('title', null, `${title} · ${authority}`),
      h('link', { rel: 'stylesheet', href: '/open/style.css' }),
      data && embedJson(data),
    ),
    h(
      'body',
      null,
      h('a', { class: 'skip', href: '#main' }, say('open.skip')),
      h(
        'header',
        null,
        h('a', { class: 'home', href: `/open${lang}` }, authority),
        h(
          'nav',
          { 'aria-label': say('open.menu') },
          h('a', { href: `/open${lang}` }, say('open.entries')),
          h('a', { href: `/open/figures${lang}` }, say('open.figures')),
          h('a', { href: '/' }, say('open.chat')),
          locale === 'en'
            ? h('a', { href: '?', lang: 'zh-CN' }, '中文')
            : h('a', { href: '?lang=en', lang: 'en' }, 'English'),
        ),
      ),
      h('main', { id: 'main' }, ...body),
      h(
        'footer',
        null,
        h('p', null, say('open.footer'), ' ', h('a', { href: '/open/api/openapi.json' }, say('open.api'))),
      ),
    ),
  );
  return `<!doctype html>\n${renderToString(page)}`;
}
