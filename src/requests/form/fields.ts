import type { InputHint } from '../../channel/message.ts';
import type { Day } from '../../day.ts';
import { type Draft, draftSchema } from './draft.ts';
import { matchOption } from './option-words.ts';
import { readAddress, readDescription } from './read/description.ts';
import { readDocumentNumber } from './read/document-number.ts';
import { readEmail } from './read/email.ts';
import { readOrganisationName, readPersonName } from './read/name.ts';
import { readPhone } from './read/phone.ts';
import { accept, type Reading, refuse } from './read/reading.ts';

export type FieldName = Exclude<keyof Draft, 'id' | 'notice'>;

/** One question of the form. The text is `file.question_<name>`, or `file.question_<name>_<variant>` when there is one. */
export interface Field {
  readonly name: FieldName;
  readonly type: InputHint['type'];
  /** Whether this draft needs the field at all. */
  readonly asked: (draft: Draft) => boolean;
  /** Which wording suits this draft. */
  readonly variant?: (draft: Draft) => string | undefined;
  /** The answers to choose from; absent where the answer is free. */
  readonly options?: (draft: Draft) => readonly string[];
  readonly read: (text: string, draft: Draft, today: Day) => Reading;
}

const always = () => true;

function readOption(options: (draft: Draft) => readonly string[]): Field['read'] {
  return (text, draft) => {
    const option = matchOption(text, options(draft));
    return option === undefined ? refuse('choose') : accept(option);
  };
}

function choice(name: FieldName, options: (draft: Draft) => readonly string[], asked: Field['asked'] = always): Field {
  return { name, type: 'choice', asked, options, read: readOption(options) };
}

function listDocuments(draft: Draft): readonly string[] {
  return draft.applicant === 'organisation'
    ? ['uscc', 'other']
    : ['resident_id', 'passport', 'hkmo_permit', 'taiwan_permit', 'other'];
}

/** Paper cannot be e-mailed; looking on the spot needs no delivery. */
function listDeliveries(draft: Draft): readonly string[] {
  return draft.provision === 'electronic' ? ['email', 'mail', 'pickup'] : ['mail', 'pickup'];
}

/**
 * What 711号令 art. 29 lets an authority ask, and nothing else, in the order it is asked: first the information
 * wanted, so that nobody gives personal data for something already public or held elsewhere.
 */
export const FIELDS: readonly Field[] = [
  { name: 'description', type: 'multiline', asked: always, read: readDescription },
  choice('applicant', () => ['person', 'organisation']),
  {
    name: 'name',
    type: 'text',
    asked: always,
    variant: (draft) => draft.applicant,
    read: (text, draft) => (draft.applicant === 'organisation' ? readOrganisationName(text) : readPersonName(text)),
  },
  choice('documentKind', listDocuments),
  {
    name: 'documentNumber',
    type: 'id',
    asked: always,
    variant: (draft) => draft.documentKind,
    read: (text, draft, today) => readDocumentNumber(text, draft.documentKind, today),
  },
  { name: 'contactName', type: 'text', asked: (draft) => draft.applicant === 'organisation', read: readPersonName },
  { name: 'phone', type: 'tel', asked: always, read: readPhone },
  choice('provision', () => ['paper', 'electronic', 'inspection']),
  choice('delivery', listDeliveries, (draft) => draft.provision !== 'inspection'),
  {
    name: 'email',
    type: 'email',
    asked: (draft) => draft.delivery === 'email' && draft.provision === 'electronic',
    read: readEmail,
  },
  {
    name: 'address',
    type: 'text',
    asked: (draft) => draft.delivery === 'mail' && draft.provision !== 'inspection',
    read: readAddress,
  },
];

/** The field of that name; undefined for any other text. */
export function findField(name: string): Field | undefined {
  return FIELDS.find((field) => field.name === name);
}

/** The questions this draft has to answer, in order. */
export function listAsked(draft: Draft): readonly Field[] {
  return FIELDS.filter((field) => field.asked(draft));
}

/** Whether a field holds an answer that suits the rest of the draft: a person's name is none for a company. */
export function isAnswered(field: Field, draft: Draft, today: Day): boolean {
  const value = draft[field.name];
  if (value === undefined) return false;
  return field.options ? field.options(draft).includes(value) : field.read(value, draft, today).ok;
}

/** What can be changed: the questions that have an answer, in order. */
export function listAnswered(draft: Draft, today: Day): readonly Field[] {
  return listAsked(draft).filter((field) => isAnswered(field, draft, today));
}

/** The first question still open. */
export function findOpen(draft: Draft, today: Day): Field | undefined {
  return listAsked(draft).find((field) => !isAnswered(field, draft, today));
}

/** The draft with one answer put in; nothing else of it changes. */
export function answerField(draft: Draft, name: FieldName, value: string): Draft {
  return draftSchema.parse({ ...draft, [name]: value });
}

/** What is filed: only the answers this request needs. Others, left from a changed mind, stay behind. */
export function trimDraft(draft: Draft): Draft {
  const names = new Set(['id', 'notice', ...listAsked(draft).map((field) => field.name)]);
  return draftSchema.parse(Object.fromEntries(Object.entries(draft).filter(([name]) => names.has(name))));
}
