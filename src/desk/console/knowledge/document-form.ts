import { area, day, type Field, line, lines } from './fields.ts';

const held = (field: Field): Field => ({ ...field, held: true });

/** Where a part or a row is printed; set in the YAML, and shown only there and where it is. */
const CONDITIONS = [held(line('when')), held(line('unless'))];

const ROWS: Field = {
  name: 'fields',
  kind: 'list',
  named: ['label'],
  begin: { label: '', value: '' },
  fields: [
    line('label'),
    held(area('value', 'row_value')),
    held({ name: 'otherwise', kind: 'line' }),
    held({ name: 'pick', kind: 'line' }),
    held({ name: 'write', kind: 'number' }),
    ...CONDITIONS,
  ],
};

/** What a part of a document may hold: it holds one of the first five. */
const PART: readonly Field[] = [
  held({ name: 'text', label: 'part_text', kind: 'area', rows: 5 }),
  held(line('heading')),
  held(ROWS),
  held(lines('boxes')),
  held({
    name: 'columns',
    kind: 'list',
    named: ['label'],
    fields: [line('label'), line('value', 'row_value')],
  }),
  ...CONDITIONS,
];

const parts = (name: string): Field => ({ name, kind: 'parts', fields: PART });

/** A letter or sheet: what it says, by regulation and by how a request ends. */
export const DOCUMENT_FORM: readonly Field[] = [
  line('title'),
  line('series'),
  { name: 'addressee', kind: 'line' },
  parts('opening'),
  {
    name: 'versions',
    label: 'document_versions',
    kind: 'list',
    named: ['rule', 'outcome'],
    fixed: true,
    fields: [
      held(line('subtitle')),
      { name: 'remedy', kind: 'choice', choices: ['none', 'either', 'refusal'] },
      parts('body'),
    ],
  },
  parts('closing'),
  parts('slip'),
];

/** What all documents have in common. */
export const LETTERHEAD_FORM: readonly Field[] = [
  line('number', 'document_number'),
  { name: 'you', kind: 'group', fields: [line('person'), line('organisation')] },
  line('reconsideration'),
  line('reconsiderationOld'),
  line('court', 'court_named'),
  line('seal'),
  {
    name: 'remedies',
    kind: 'list',
    named: ['from'],
    fields: [day('from', 'letter_from'), { name: 'to', kind: 'day' }, area('either'), area('refusal')],
  },
];
