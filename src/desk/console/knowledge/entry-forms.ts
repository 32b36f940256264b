import { area, day, type Field, line, lines } from './fields.ts';

const SOURCES: Field = {
  name: 'sources',
  kind: 'list',
  fields: [
    line('law'),
    { name: 'article', kind: 'number' },
    { name: 'item', kind: 'number' },
    line('title'),
    line('url'),
  ],
};

/** The forms there are, by the list an entry stands in. Other fields of an entry are kept and edited as YAML. */
export const ENTRY_FORMS: Readonly<Record<string, readonly Field[]>> = {
  answers: [
    line('id'),
    line('title'),
    lines('phrasings'),
    {
      name: 'versions',
      kind: 'list',
      fields: [day('from'), day('to'), area('answer'), area('detail'), SOURCES],
    },
    { name: 'en', kind: 'group', fields: [line('title'), area('answer'), area('detail')] },
    lines('tests'),
    lines('related'),
    { name: 'next', kind: 'choice', choices: ['request', 'track', 'person', 'figures'] },
    day('review'),
  ],
  matters: [
    line('id'),
    line('title'),
    line('en'),
    lines('terms'),
    lines('phrasings'),
    line('kind'),
    { name: 'level', kind: 'choice', choices: ['province', 'city', 'county'] },
    line('why'),
    {
      name: 'nature',
      kind: 'choice',
      choices: ['information', 'lookup', 'petition', 'misconduct', 'court', 'enterprise', 'village'],
    },
    area('advice'),
    line('hotline'),
    { ...SOURCES, name: 'basis' },
  ],
  authorities: [
    line('id'),
    line('name'),
    lines('short'),
    line('kind'),
    line('place'),
    line('phone'),
    line('address'),
    line('postcode'),
    line('email'),
    line('site'),
    { name: 'source', kind: 'group', fields: [line('title'), line('url')] },
    day('asOf'),
    line('note'),
  ],
  figures: [
    line('id'),
    line('metric'),
    lines('names'),
    lines('phrasings'),
    line('value'),
    line('unit'),
    line('section'),
    area('quote'),
    line('note'),
    { name: 'en', kind: 'group', fields: [line('metric'), line('unit'), line('note')] },
  ],
  texts: [
    { name: 'zh-CN', label: 'words_zh', kind: 'area', rows: 7 },
    { name: 'en', label: 'words_en', kind: 'area', rows: 7 },
  ],
};
