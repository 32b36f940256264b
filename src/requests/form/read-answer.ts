import type { Day } from '../../day.ts';
import type { Draft } from './draft.ts';
import { answerField, type Field, type FieldName, findField } from './fields.ts';
import { ask, type FormMove } from './form-move.ts';
import type { FormState } from './form-state.ts';
import { takeAnswer } from './obey-form-command.ts';
import { matchOption, readChoiceNumber } from './option-words.ts';
import { countCharacters, tidyLine } from './read/tidy.ts';
import { goOn } from './steps.ts';
import { asksWhy, isTopicChange, soundsLikeQuestion } from './topic-change.ts';

/** "没有", "忘了", "不想说" where something must be given: what one can do instead. */
const HAS_NONE =
  /^(?:我|现在|目前|暂时|身上|手边|这边)?(?:没有|没|无|不想|不愿|不方便|忘了?|忘记了?|记不得|记不住|不记得|不知道|no\b|none\b|don't|do not|i have no)/iu;
const NONE_EXPLAINED: ReadonlySet<string> = new Set<FieldName>(['documentNumber', 'phone', 'email', 'address']);

/** As many digits as an old identity number has: an attempt at a number, whatever is wrong with it. */
const NUMBER_TRY = /^(?:[^\p{L}\d]*[\dA-Z]){15,18}[^\p{L}\d]*$/iu;

/** Characters of a message that names another document, 我没有身份证，用护照行吗. */
const LONGEST_NAMING = 16;

/** Asked which document, many type its number at once: then the kind is known, and the number or what is wrong with it. */
function takeNumber(form: FormState, text: string, today: Day): FormMove | undefined {
  const documentKind = form.draft.applicant === 'organisation' ? 'uscc' : 'resident_id';
  const draft: Draft = { ...form.draft, documentKind };
  const reading = findField('documentNumber')?.read(text, draft, today);
  if (reading?.ok) return ask(goOn({ ...form, draft: { ...draft, documentNumber: reading.value } }, today));
  if (!reading || !NUMBER_TRY.test(text.normalize('NFKC'))) return undefined;
  return ask(goOn({ ...form, draft }, today), { problem: reading.problem });
}

/** Asked for the number of one document, somebody names another they would rather show: its number is asked for instead. */
function takeOtherKind(form: FormState, text: string, today: Day): FormMove | undefined {
  if (/\d/u.test(text.normalize('NFKC')) || countCharacters(text) > LONGEST_NAMING) return undefined;
  const { documentNumber: _, ...draft } = form.draft;
  const others = findField('documentKind')
    ?.options?.(draft)
    .filter((kind) => kind !== draft.documentKind && kind !== 'other');
  const documentKind = matchOption(text, others ?? []);
  if (documentKind === undefined) return undefined;
  return ask(goOn({ ...form, draft: answerField(draft, 'documentKind', documentKind) }, today));
}

/** Reads a message as the answer to a field's question; what is none is explained, refused or left to the turn. */
export function readAnswer(form: FormState, field: Field, text: string, today: Day): FormMove {
  const number = readChoiceNumber(text);
  const option = number === undefined ? undefined : field.options?.(form.draft)[number - 1];
  if (option !== undefined) return takeAnswer(form, field.name, option, today);
  const reading = field.read(text, form.draft, today);
  if (!reading.ok && field.name === 'documentKind') {
    const taken = takeNumber(form, text, today);
    if (taken) return taken;
  }
  if (!reading.ok && field.name === 'documentNumber') {
    const taken = takeOtherKind(form, text, today);
    if (taken) return taken;
  }
  if (asksWhy(text) && (!reading.ok || soundsLikeQuestion(text)) && field.name !== 'description')
    return ask(form, { help: true });
  if (isTopicChange(text, field, reading.ok)) return { kind: 'other', form };
  if (reading.ok) return takeAnswer(form, field.name, reading.value, today);
  const none = NONE_EXPLAINED.has(field.name) && HAS_NONE.test(tidyLine(text));
  return ask(form, { problem: none ? { key: `${field.name}_none` } : reading.problem });
}
