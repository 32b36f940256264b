import type { Day } from '../../day.ts';
import type { Draft } from './draft.ts';
import { findField, findOpen, listAsked } from './fields.ts';
import type { FormState } from './form-state.ts';

/*
 * Steps are the names of fields, and four stations between them: `check` (is it ours, is it published?), `consent`
 * (the notice on personal data), `pick` (which answer to change) and `review` (the list to check before filing).
 */

/** A form at its first question. `about`, text that came with the wish, is kept as the description when it can be one. */
export function openForm(id: string, about: string | null, today: Day): FormState {
  const field = findField('description');
  const reading = about === null ? undefined : field?.read(about, { id }, today);
  const draft: Draft = reading?.ok ? { id, description: reading.value } : { id };
  return { draft, step: reading?.ok ? 'consent' : 'description', paused: false, editing: false };
}

/** The step to put now: the one named, if this draft still has it, or the first that is open. */
export function settleStep(form: FormState, today: Day): FormState {
  const open = findOpen(form.draft, today);
  if (open?.name === 'description') return { ...form, step: 'description' };
  if (!form.consented) return { ...form, step: ['check', 'description'].includes(form.step) ? form.step : 'consent' };
  const field = findField(form.step);
  if (form.step === 'pick' || (form.step === 'review' && !open)) return form;
  const reached = listAsked(form.draft).find((each) => each === field || each === open) === field;
  return field && reached ? form : { ...form, step: open?.name ?? 'review' };
}

/** On to the first open question, by way of the notice; to the list when nothing is open. */
export function goOn(form: FormState, today: Day): FormState {
  const open = findOpen(form.draft, today);
  const next = form.consented || open?.name === 'description' ? (open?.name ?? 'review') : 'consent';
  return { ...form, step: next, editing: false };
}

/** Back to the question before, or to where a change began. */
export function goBack(form: FormState, today: Day): FormState {
  if (form.editing || form.step === 'pick') return goOn(form, today);
  if (form.step === 'consent' || form.step === 'check') return { ...form, step: 'description' };
  const asked = listAsked(form.draft);
  const at = form.step === 'review' ? asked.length : asked.findIndex((field) => field.name === form.step);
  const before = asked[at - 1];
  return before === undefined ? form : { ...form, step: before.name };
}
