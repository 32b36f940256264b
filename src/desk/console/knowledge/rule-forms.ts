import { day, type Field, line, lines, number } from './fields.ts';

const PERIOD: readonly Field[] = [
  number('workdays'),
  number('days'),
  number('months'),
  { name: 'from', label: 'starts_from', kind: 'day' },
  { name: 'to', label: 'starts_to', kind: 'day' },
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
  { name: 'from', label: 'filed_from', kind: 'day' },
  { name: 'to', label: 'filed_to', kind: 'day' },
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
    { name: 'value', label: 'fact_value', kind: 'line' },
    day('asOf'),
    {
      name: 'source',
      kind: 'group',
      fields: [number('report'), line('section'), { name: 'title', label: 'source_title', kind: 'line' }, line('url')],
    },
  ],
});

/** What the authority says of itself. */
export const AUTHORITY_FORM: readonly Field[] = [
  { name: 'name', label: 'authority_name', kind: 'line' },
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
  { name: 'answers', label: 'approved_answers', kind: 'lines' },
  { name: 'matters', label: 'approved_matters', kind: 'lines' },
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
        fields: [
          { name: 'id', label: 'urgent_id', kind: 'line' },
          line('title'),
          { name: 'from', label: 'urgent_from', kind: 'number' },
        ],
      },
    ],
  },
  {
    name: 'mail',
    kind: 'group',
    fields: [
      { name: 'from', label: 'mail_from', kind: 'line' },
      { name: 'to', label: 'mail_to', kind: 'lines' },
    ],
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
