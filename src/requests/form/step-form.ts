import type { Day } from '../../day.ts';
import { findField, listAnswered } from './fields.ts';
import { decodeFormCommand, type FormCommand, readFormCommand, readYesNo } from './form-command.ts';
import { ask, type FormInput, type FormMove } from './form-move.ts';
import type { FormState } from './form-state.ts';
import { editAnswer, obeyFormCommand, submitForm } from './obey-form-command.ts';
import { readChoiceNumber } from './option-words.ts';
import { countCharacters } from './read/tidy.ts';
import { readAnswer } from './read-answer.ts';
import { settleStep } from './steps.ts';
import { soundsLikeQuestion } from './topic-change.ts';

/** Longest "修改电话" or "地址写错了" believed while a description is being asked for. */
const LONGEST_EDIT = 7;

/** Plain yes and no at the steps that put such a question. */
function obeyYesNo(form: FormState, yes: boolean, today: Day): FormMove | undefined {
  switch (form.step) {
    case 'consent':
      return obeyFormCommand(form, { do: yes ? 'agree' : 'disagree' }, today);
    case 'check':
      return yes ? obeyFormCommand(form, { do: 'begin' }, today) : obeyFormCommand(form, { do: 'cancel' }, today);
    case 'review':
      return yes ? submitForm(form, today) : editAnswer(form, null, today);
    default:
      return undefined;
  }
}

/** A number typed at the list of answers picks the one in that place. */
function pick(form: FormState, text: string, today: Day): FormMove | undefined {
  const number = form.step === 'pick' ? readChoiceNumber(text) : undefined;
  const field = number === undefined ? undefined : listAnswered(form.draft, today)[number - 1];
  return field && editAnswer(form, field.name, today);
}

/** "更正姓名的决定书" describes papers, while "修改姓名" asks for a change. */
function isDescriptionAfterAll(form: FormState, command: FormCommand, text: string): boolean {
  if (form.step !== 'description' || command.do !== 'edit' || command.field === null) return false;
  return countCharacters(text) > LONGEST_EDIT;
}

function readText(form: FormState, text: string, today: Day): FormMove {
  const yesNo = readYesNo(text);
  const decided = yesNo && obeyYesNo(form, yesNo === 'yes', today);
  if (decided) return decided;
  const command = readFormCommand(text);
  if (command && !isDescriptionAfterAll(form, command, text)) return obeyFormCommand(form, command, today);
  const picked = pick(form, text, today);
  if (picked) return picked;
  const field = findField(form.step);
  if (field) return readAnswer(form, field, text, today);
  const named = form.step === 'review' || form.step === 'pick' ? readFormCommand(`修改${text}`) : undefined;
  if (named) return obeyFormCommand(form, named, today);
  return soundsLikeQuestion(text) ? { kind: 'other', form } : ask(form, { problem: { key: `at_${form.step}` } });
}

/** While "cancel?" is open: yes cancels, no goes on, anything else is taken as going on with what it says. */
function answerCancel(form: FormState, input: FormInput, today: Day): FormMove {
  const going: FormState = { ...form, cancelling: false };
  if (input.kind === 'action') {
    const sure = decodeFormCommand(input.action)?.do === 'confirm_cancel';
    return sure ? { kind: 'cancelled' } : stepForm(going, input, today);
  }
  const command = readFormCommand(input.text);
  if (command?.do === 'cancel' || readYesNo(input.text) === 'yes') return { kind: 'cancelled' };
  if (readYesNo(input.text) === 'no') return ask(going);
  return stepForm(going, input, today);
}

/**
 * One step of the form. Pure and total: any input at any step gives a move, and no answer given before is lost
 * unless the form is cancelled.
 */
export function stepForm(state: FormState, input: FormInput, today: Day): FormMove {
  const form = settleStep({ ...state, paused: false }, today);
  if (form.cancelling) return answerCancel(form, input, today);
  if (input.kind === 'text') return readText(form, input.text, today);
  const command = decodeFormCommand(input.action);
  return command ? obeyFormCommand(form, command, today) : ask(form);
}
