import type { Day } from '../../day.ts';
import { answerField, type FieldName, findField, findOpen, isAnswered, trimDraft } from './fields.ts';
import type { FormCommand } from './form-command.ts';
import { ask, type FormMove } from './form-move.ts';
import type { FormState } from './form-state.ts';
import { seemsSeveralMatters } from './read/description.ts';
import { goBack, goOn } from './steps.ts';

/** Takes an understood answer; the next open question follows. */
export function takeAnswer(form: FormState, name: FieldName, value: string, today: Day): FormMove {
  const next = goOn({ ...form, draft: answerField(form.draft, name, value) }, today);
  return ask(next, name === 'description' && seemsSeveralMatters(value) ? { hint: 'several_matters' } : {});
}

function setOption(form: FormState, command: Extract<FormCommand, { do: 'set' }>, today: Day): FormMove {
  const field = findField(command.field);
  const offered = form.consented && field?.asked(form.draft) && field.options?.(form.draft).includes(command.value);
  return offered ? takeAnswer(form, command.field, command.value, today) : ask(form);
}

/** To an answer given before, or to the list of answers. */
export function editAnswer(form: FormState, name: FieldName | null, today: Day): FormMove {
  if (!form.consented) return ask({ ...form, step: 'description', editing: false });
  const field = name === null ? undefined : findField(name);
  if (!field?.asked(form.draft)) return ask({ ...form, step: 'pick', editing: true });
  // What has not been asked yet comes in its turn.
  return isAnswered(field, form.draft, today)
    ? ask({ ...form, step: field.name, editing: true })
    : ask(goOn(form, today));
}

/** Files it when the list is shown and nothing is open; else the question that is. */
export function submitForm(form: FormState, today: Day): FormMove {
  if (!form.consented || form.step !== 'review' || findOpen(form.draft, today)) return ask(form);
  return { kind: 'submit', form, draft: trimDraft(form.draft) };
}

/** Does what a button or a word for it says, at any step. */
export function obeyFormCommand(form: FormState, command: FormCommand, today: Day): FormMove {
  switch (command.do) {
    case 'set':
      return setOption(form, command, today);
    case 'edit':
      return editAnswer(form, command.field, today);
    case 'begin':
    case 'keep':
      return ask(goOn(form, today));
    case 'agree':
      return ask(form.step === 'consent' ? goOn({ ...form, consented: true }, today) : form);
    case 'disagree':
      return form.consented ? ask(form) : { kind: 'declined' };
    case 'back':
      return ask(goBack(form, today));
    case 'cancel':
    case 'confirm_cancel':
      // An old "yes, cancel" is asked about again: it was said of something else.
      return ask({ ...form, cancelling: true });
    case 'pause':
      return { kind: 'paused', form: { ...form, paused: true } };
    case 'continue':
      return form.step === 'check' ? ask(goOn(form, today)) : ask(form, { hint: 'resumed' });
    case 'help':
      return ask(form, { help: true });
    case 'person':
    case 'carry':
      return { kind: command.do, form: { ...form, paused: true } };
    case 'submit':
      return submitForm(form, today);
    case 'restart':
      return { kind: 'restart' };
  }
}
