/** One field of an entry's form. Its label is the text `field_<name>`, its help `field_<name>_hint` where there is one. */
export interface Field {
  readonly name: string;
  /** In the place of its name in the keys of its texts. */
  readonly label?: string;
  readonly kind: 'line' | 'area' | 'lines' | 'day' | 'number' | 'choice' | 'list' | 'group';
  readonly choices?: readonly string[];
  /** Lines an area shows. */
  readonly rows?: number;
  /** Fields of a group, or of each member of a list. */
  readonly fields?: readonly Field[];
}

type Data = Readonly<Record<string, unknown>>;
const isData = (value: unknown): value is Data => typeof value === 'object' && value !== null && !Array.isArray(value);

const line = (name: string): Field => ({ name, kind: 'line' });
const area = (name: string): Field => ({ name, kind: 'area' });
const lines = (name: string): Field => ({ name, kind: 'lines' });
const day = (name: string): Field => ({ name, kind: 'day' });

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
const FORMS: Readonly<Record<string, readonly Field[]>> = {
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

/** The forms of files edited as a whole, by where they stand. */
const FILE_FORMS: readonly { readonly path: RegExp; readonly fields: readonly Field[] }[] = [
  {
    path: /^knowledge\/national\/calendar\//u,
    fields: [
      { name: 'year', kind: 'number' },
      { name: 'title', label: 'notice', kind: 'line' },
      line('url'),
      {
        name: 'off',
        kind: 'list',
        fields: [
          { name: 'name', label: 'holiday', kind: 'line' },
          { name: 'from', label: 'first_off', kind: 'day' },
          { name: 'to', label: 'last_off', kind: 'day' },
        ],
      },
      {
        name: 'worked',
        kind: 'list',
        fields: [
          { name: 'name', label: 'worked_for', kind: 'line' },
          { name: 'day', label: 'worked_day', kind: 'day' },
        ],
      },
    ],
  },
];

/** The form of an entry or a file; undefined where there is only its YAML. */
export function findForm({ path, list }: { readonly path: string; readonly list: string | null }) {
  return list === null ? FILE_FORMS.find((form) => form.path.test(path))?.fields : FORMS[list];
}

/** Whether what was written as YAML has the shape a form shows: a list where it has a list, fields where it has a group. */
export function fitsForm(fields: readonly Field[], data: Data): boolean {
  return fields.every(({ name, kind, fields: inner = [] }) => {
    const value = data[name];
    if (value === undefined || value === null) return true;
    if (kind === 'lines') return Array.isArray(value) && value.every((each) => !isData(each));
    if (kind === 'list') return Array.isArray(value) && value.every((each) => isData(each) && fitsForm(inner, each));
    return kind === 'group' ? isData(value) && fitsForm(inner, value) : !isData(value) && !Array.isArray(value);
  });
}

/** What is typed for a value is a number unless it was text before: a postcode stays text, as does a day. */
function readValue(typed: unknown, before: unknown): unknown {
  const isNumber =
    typeof typed === 'string' && typeof before !== 'string' && /^-?(?:0|[1-9]\d*)(?:\.\d+)?$/u.test(typed);
  return isNumber ? Number(typed) : typed;
}

/** What was left empty is not written. */
export function prune(value: unknown): unknown {
  if (typeof value === 'string') return value.trim() === '' ? undefined : value.trimEnd();
  if (Array.isArray(value)) {
    const kept = value.map(prune).filter((each) => each !== undefined);
    return kept.length > 0 ? kept : undefined;
  }
  if (!isData(value)) return value ?? undefined;
  const fields = Object.entries(value).flatMap(([key, each]) => {
    const kept = prune(each);
    return kept === undefined ? [] : [[key, kept]];
  });
  return fields.length > 0 ? Object.fromEntries(fields) : undefined;
}

/** What the form holds laid over what the entry has besides, in the order the entry is written. */
export function layOverData(before: unknown, form: Data): Data {
  const known = isData(before) ? before : {};
  const values = 'value' in form ? { value: readValue(form.value, known.value) } : {};
  const pruned = prune({ ...known, ...form, ...values });
  return isData(pruned) ? pruned : {};
}
