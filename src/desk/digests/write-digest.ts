import { h } from 'preact';
import { render } from 'preact-render-to-string';
import type { LaidDigest } from './lay-digest.ts';

/** As text, the way it is read in a chat or a letter. */
export function writeText({ title, summary, parts }: LaidDigest): string {
  return [title, summary, ...parts.flatMap(({ marked, lines }) => ['', marked, ...lines])].join('\n');
}

/** As a page that needs nothing beside itself. */
export function writeHtml({ title, summary, parts }: LaidDigest, locale: string): string {
  const page = h(
    'html',
    { lang: locale },
    h('head', null, h('meta', { charset: 'utf-8' }), h('title', null, title)),
    h(
      'body',
      { style: 'font-family:sans-serif;line-height:1.6;max-width:42em;margin:1em auto;padding:0 1em' },
      h('h1', { style: 'font-size:1.3em' }, title),
      h('p', null, summary),
      parts.map(({ heading, lines }) => [
        h('h2', { style: 'font-size:1.05em' }, heading),
        h(
          'ul',
          null,
          lines.map((line) => h('li', null, line)),
        ),
      ]),
    ),
  );
  return `<!doctype html>${render(page)}`;
}
