import { type ComponentChild, h } from 'preact';
import { type PageContext, writePage } from '../open/pages/markup.ts';
import { EXPORT_ID, FILE_ID } from './export-data.ts';
import type { OwnDocument } from './list-own.ts';

/** A file the requester sent. */
interface SentFile {
  readonly id: string;
  readonly name: string;
}

interface Given {
  readonly number: string;
  readonly secret: string;
}

function writeField(context: PageContext, name: 'number' | 'secret', value: string, more: object): ComponentChild {
  return h(
    'p',
    null,
    h('label', { for: name }, context.say(`document.${name}`)),
    ' ',
    h('input', { id: name, name, value, required: true, autocomplete: 'off', autocapitalize: 'characters', ...more }),
  );
}

/** Asks for number and query code; `wrong` says what was not right with those given before. */
export function writeAskPage(context: PageContext, number: string, wrong: string | null): string {
  const { say } = context;
  return writePage(context, {
    title: say('document.title'),
    body: [
      h('h1', null, say('document.title')),
      h('p', null, say('document.about')),
      wrong === null ? null : h('p', { role: 'alert' }, wrong),
      h(
        'form',
        { method: 'post', action: '/documents' },
        writeField(context, 'number', number, { maxlength: 30 }),
        writeField(context, 'secret', '', { maxlength: 20 }),
        h('p', null, h('button', { type: 'submit' }, say('document.go'))),
      ),
    ],
  });
}

/** What there is to fetch, a button each. Number and code stand in the form, never in an address. */
export function writeListPage(
  context: PageContext,
  { documents, files }: { readonly documents: readonly OwnDocument[]; readonly files: readonly SentFile[] },
  given: Given,
): string {
  const { say } = context;
  const hidden = (name: string, value: string) => h('input', { type: 'hidden', name, value });
  const write = (id: string, name: string, language: string | undefined) =>
    h(
      'li',
      null,
      h(
        'form',
        { method: 'post', action: '/documents' },
        hidden('number', given.number),
        hidden('secret', given.secret),
        hidden('document', id),
        h('span', language === undefined ? {} : { lang: language }, name),
        ' ',
        h('button', { type: 'submit', 'aria-label': `${say('document.fetch')} ${name}` }, say('document.fetch')),
      ),
    );
  const letters = documents.map(({ id, model: { title, number } }) =>
    write(id, [title, number].filter(Boolean).join(' '), 'zh-CN'),
  );
  const sent = files.map(({ id, name }) => write(`${FILE_ID}${id}`, say('document.sent', { name }), undefined));
  return writePage(context, {
    title: say('document.title'),
    body: [
      h('h1', null, say('document.list')),
      h('ul', null, ...letters, ...sent, write(EXPORT_ID, say('document.data'), undefined)),
      h('p', null, say('document.keep')),
    ],
  });
}
