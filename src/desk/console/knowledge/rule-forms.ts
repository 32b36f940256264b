import { day, type Field, line, lines, number } from './fields.ts';

const PERIOD: readonly Field[] = [
  number('workdays'),
  number('days'),
  number('months'),
  day('from', 'starts_from'),
  day('to', 'starts_to'),
  {
    name: 'basis',
    kind: 'group',
    fields: [line('law'), number('article'), number('paragraph'), number('item')],
  },
];

/** The rules by date: how long each term is, and what steps are called. Who may do what stays in the YAML. */
export const REGIME_FORM: readonly Field[] = [
  line('title'),
  line('en'),
  day('from', 'filed_from'),
  day('to', 'filed_to'),
  {
    name: 'clocks',
    kind: 'list',
    named: ['title'],
    fixed: true,
    fields: [line('title'), line('en'), { name: 'periods', kind: 'list', fields: PERIOD }],
  },
  { name: 'states', kind: 'list', named: ['title'], fixed: true, fields: [line('title'), line('en')] },
];

const contact = (name: string, label = name): Field => ({
  name,
  label,
  kind: 'group',
  fields: [
    line('value', 'fact_value'),
    day('asOf'),
    {
      name: 'source',
      kind: 'group',
      fields: [number('report'), line('section'), line('title', 'source_title'), line('url')],
    },
  ],
});

/** What the authority says of itself. */
export const AUTHORITY_FORM: readonly Field[] = [
  line('name', 'authority_name'),
  lines('short'),
  line('place'),
  contact('office'),
  contact('address'),
  contact('postcode'),
  contact('phone'),
  contact('email'),
  contact('site'),
];

/** Which answers somebody looks at first. */
export const APPROVAL_FORM: readonly Field[] = [
  lines('topics'),
  lines('answers', 'approved_answers'),
  lines('matters', 'approved_matters'),
  { name: 'below', kind: 'share' },
];

/** When digests are made, and from which numbers on something is important. */
export const DIGEST_FORM: readonly Field[] = [
  { name: 'daily', kind: 'group', fields: [line('at')] },
  {
    name: 'important',
    kind: 'group',
    fields: [
      { name: 'spike', kind: 'group', fields: [number('inquiries'), number('times')] },
      {
        name: 'urgent',
        kind: 'list',
        named: ['title'],
        fields: [line('id', 'urgent_id'), line('title'), number('from', 'urgent_from')],
      },
    ],
  },
  {
    name: 'mail',
    kind: 'group',
    fields: [line('from', 'mail_from'), lines('to', 'mail_to')],
  },
];

/** The wording of the year's report. */
export const REPORT_TEXTS_FORM: readonly Field[] = [
  line('title'),
  { name: 'change', kind: 'group', fields: [line('more'), line('less'), line('same')] },
  {
    name: 'sections',
    label: 'report_sections',
    kind: 'list',
    named: ['heading'],
    fixed: true,
    fields: [
      line('heading'),
      {
        name: 'parts',
        kind: 'list',
        named: ['label'],
        fixed: true,
        fields: [
          { name: 'label', kind: 'line', held: true },
          { name: 'text', label: 'part_text', kind: 'area', rows: 5, held: true },
        ],
      },
    ],
  },
  {
    name: 'figures',
    label: 'entered_figures',
    kind: 'list',
    named: ['label'],
    fixed: true,
    fields: [line('label'), line('unit')],
  },
];
