import { DOCUMENT_FORM, LETTERHEAD_FORM } from './document-form.ts';
import { ENTRY_FORMS } from './entry-forms.ts';
import { day, type Field, line, number } from './fields.ts';
import { LISTS_FORM } from './lists-form.ts';
import { APPROVAL_FORM, AUTHORITY_FORM, DIGEST_FORM, REGIME_FORM, REPORT_TEXTS_FORM } from './rule-forms.ts';

/** The holidays of a year. */
const CALENDAR_FORM: readonly Field[] = [
  number('year'),
  line('title', 'notice'),
  line('url'),
  {
    name: 'off',
    kind: 'list',
    fields: [line('name', 'holiday'), day('from', 'first_off'), day('to', 'last_off')],
  },
  {
    name: 'worked',
    kind: 'list',
    fields: [line('name', 'worked_for'), day('day', 'worked_day')],
  },
];

/** What a file edited as a whole is about, and its form; `previewed` where it can be seen as it comes out. */
export interface FileForm {
  readonly path: RegExp;
  readonly kind: 'calendars' | 'regimes' | 'documents' | 'settings';
  readonly fields: readonly Field[];
  readonly previewed?: 'terms' | 'paper';
}

const FILE_FORMS: readonly FileForm[] = [
  { path: /^knowledge\/national\/calendar\//u, kind: 'calendars', fields: CALENDAR_FORM },
  { path: /^knowledge\/[\w-]+\/regime\//u, kind: 'regimes', fields: REGIME_FORM, previewed: 'terms' },
  { path: /^knowledge\/[\w-]+\/documents\//u, kind: 'documents', fields: DOCUMENT_FORM, previewed: 'paper' },
  { path: /^knowledge\/[\w-]+\/letterhead\.yaml$/u, kind: 'documents', fields: LETTERHEAD_FORM },
  { path: /^knowledge\/[\w-]+\/annual-report\.yaml$/u, kind: 'documents', fields: REPORT_TEXTS_FORM },
  { path: /^knowledge\/[\w-]+\/authority\.yaml$/u, kind: 'settings', fields: AUTHORITY_FORM },
  { path: /^knowledge\/[\w-]+\/lists\.yaml$/u, kind: 'settings', fields: LISTS_FORM },
  { path: /^knowledge\/[\w-]+\/approval\.yaml$/u, kind: 'settings', fields: APPROVAL_FORM },
  { path: /^knowledge\/[\w-]+\/digest\.yaml$/u, kind: 'settings', fields: DIGEST_FORM },
];

/** The form of a file edited as a whole; undefined where there is only its YAML. */
export const findFileForm = (path: string) => FILE_FORMS.find((form) => form.path.test(path));

/** The form of an entry or a file; undefined where there is only its YAML. */
export function findForm({ path, list }: { readonly path: string; readonly list: string | null }) {
  return list === null ? findFileForm(path)?.fields : ENTRY_FORMS[list];
}
