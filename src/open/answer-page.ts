import { h } from 'preact';
import { LOCALES, type Locale, say } from '../messages.ts';
import { findEntries } from './find-entries.ts';
import { writeEntryPage } from './pages/entry-page.ts';
import { writeFiguresPage } from './pages/figures-page.ts';
import { writeIndexPage } from './pages/index-page.ts';
import { type PageContext, writePage } from './pages/markup.ts';
import type { Published } from './publish.ts';
import { respond, respondJson } from './respond.ts';
import { entryQuerySchema } from './schema.ts';
import { writeFiguresCsv } from './write-csv.ts';

const HTML = 'text/html; charset=utf-8';

function readLocale(request: Request, address: URL): Locale {
  const asked = address.searchParams.get('lang');
  const named = LOCALES.find((locale) => locale === asked);
  if (named) return named;
  return /^\s*en\b/iu.test(request.headers.get('accept-language') ?? '') ? 'en' : 'zh-CN';
}

function answerData(request: Request, published: Published, name: string): Response | undefined {
  const [, year = '', form] = /^figures-(\d{4})\.(csv|json)$/u.exec(name) ?? [];
  const figures = published.figures.filter((figure) => String(figure.year) === year);
  if (figures.length === 0) return undefined;
  if (form === 'json') return respondJson(request, figures);
  return respond(request, { type: 'text/csv; charset=utf-8', text: writeFiguresCsv(figures), saveAs: name });
}

function openContext(request: Request, { release }: Published): PageContext {
  const locale = readLocale(request, new URL(request.url));
  return {
    locale,
    say: (key, values) => say(release.messages, locale, key, values),
    authority: release.base.profile.name,
  };
}

/** What whoever opens too many pages in a minute reads; `seconds` until another is welcome. */
export function refusePage(request: Request, published: Published, seconds: number): Response {
  const context = openContext(request, published);
  const [title, hint] = [context.say('open.too_many'), context.say('open.too_many_hint', { seconds })];
  const text = writePage(context, { title, body: [h('h1', null, title), h('p', null, hint)] });
  return respond(request, { type: HTML, text, status: 429 });
}

/** Answers one call below `/open` that is no call of the API: pages and open-data files. */
export function answerPage(request: Request, published: Published, style: string): Response {
  const address = new URL(request.url);
  const { entries } = published;
  const context = openContext(request, published);
  const [, , kind = '', id, ...more] = address.pathname.split('/');
  const show = (text: string, status = 200) => respond(request, { type: HTML, text, status });
  if (more.length === 0) {
    const { data: asked } = entryQuerySchema.pick({ q: true }).safeParse(Object.fromEntries(address.searchParams));
    const q = asked?.q?.trim() || undefined;
    if (kind === '' && !id)
      return show(writeIndexPage(published, { q, entries: findEntries(published, { q }) }, context));
    if (kind === 'figures' && id === undefined) return show(writeFiguresPage(published.figures, context));
    if (kind === 'style.css' && id === undefined)
      return respond(request, { type: 'text/css; charset=utf-8', text: style });
    const entry = kind === 'entries' ? entries.find((each) => each.id === id) : undefined;
    const related = (entry?.related ?? []).flatMap((other) => entries.find((each) => each.id === other) ?? []);
    if (entry) return show(writeEntryPage(entry, related, context));
    const data = kind === 'data' && id !== undefined ? answerData(request, published, id) : undefined;
    if (data) return data;
  }
  const missing = context.say('open.missing');
  return show(writePage(context, { title: missing, body: [h('h1', null, missing)] }), 404);
}
