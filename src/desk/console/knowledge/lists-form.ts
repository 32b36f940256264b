import { day, type Field, line, lines, number } from './fields.ts';

const CHANNELS = ['website', 'wechat', 'weibo', 'app', 'newspaper', 'broadcast', 'board', 'other'];

/** The lists of the report. What citizens ask them for is set in the YAML. */
export const LISTS_FORM: readonly Field[] = [
  {
    name: 'items',
    label: 'list_items',
    kind: 'list',
    named: ['title'],
    fields: [
      line('id'),
      line('title'),
      line('type', 'item_type'),
      lines('columns', 'item_columns'),
      { name: 'channels', kind: 'choices', choices: CHANNELS },
      line('maker'),
      line('publisher'),
      day('due'),
      day('published'),
      line('url'),
    ],
  },
  {
    name: 'policies',
    kind: 'list',
    named: ['title'],
    fields: [
      line('id'),
      line('title'),
      line('number', 'policy_number'),
      day('published'),
      line('url'),
      {
        name: 'interpretations',
        kind: 'list',
        named: ['title'],
        fields: [line('title'), line('url'), day('published')],
      },
    ],
  },
  {
    name: 'proposals',
    kind: 'list',
    named: ['year', 'kind', 'role'],
    fields: [
      number('year', 'proposal_year'),
      { name: 'kind', label: 'proposal_kind', kind: 'choice', choices: ['delegates', 'members', 'review'] },
      { name: 'role', kind: 'choice', choices: ['lead', 'joint'] },
      number('received'),
      number('handled'),
      number('replied'),
      number('content'),
      number('solved'),
      number('published', 'replies_published'),
      {
        name: 'sources',
        kind: 'list',
        fields: [number('report'), line('section'), line('title', 'source_title'), line('url')],
      },
    ],
  },
  {
    name: 'columns',
    label: 'site_columns',
    kind: 'list',
    named: ['title'],
    fields: [line('id'), line('title'), line('en'), line('url')],
  },
];
