import { label } from '../../../channel/label.ts';
import type { Choice, InputHint, OutMessage } from '../../../channel/message.ts';
import type { FormState } from '../../../requests/form/form-state.ts';
import { type Field, type FormMove, findField, isAnswered, listAnswered, listAsked } from '../../../requests/index.ts';
import { encodeCommand } from '../../command.ts';
import type { TurnContext } from '../../skill.ts';
import { checkFirst, writeFinding } from './check-first.ts';
import { formChoice, formChoices, formValue } from './form-choice.ts';
import { writeNotice } from './notice.ts';
import { shortenLine, showValue } from './show-value.ts';

type Ask = Extract<FormMove, { kind: 'ask' }>;
const PREVIEW = 18;

/** What stands before a question: what was wrong, a hint, help. */
function writeLead(context: TurnContext, move: Ask): string[] {
  const { problem, hint, help, form } = move;
  return [
    ...(problem ? [context.say(`file.problem_${problem.key}`, problem.values)] : []),
    ...(hint ? [context.say(`file.${hint}`)] : []),
    ...(help ? [`${context.say(`file.help_${form.step}`)}\n${context.say('file.help_commands')}`] : []),
  ];
}

function describePosition(field: Field, form: FormState): InputHint {
  const { draft } = form;
  const asked = listAsked(draft);
  // Most deliveries need an address of some kind; counting it at once keeps the total from growing near the end.
  const expected = draft.provision !== 'inspection' && draft.delivery === undefined ? 1 : 0;
  return { field: field.name, type: field.type, step: asked.indexOf(field) + 1, of: asked.length + expected };
}

function askField(context: TurnContext, field: Field, move: Ask): OutMessage {
  const { form } = move;
  const variant = field.variant?.(form.draft);
  const key = variant === undefined ? `file.question_${field.name}` : `file.question_${field.name}_${variant}`;
  const answered = isAnswered(field, form.draft, context.today);
  const position = describePosition(field, form);
  const current = answered ? [context.say('file.current', { value: showValue(context, field, form.draft) })] : [];
  const question = context.say('file.step', { step: position.step, of: position.of, question: context.say(key) });
  const options = (field.options?.(form.draft) ?? []).map((value) => ({
    value: formValue({ do: 'set', field: field.name, value }),
    label: context.say(`file.option_${value}`),
  }));
  const keep = answered ? [formChoice(context, 'keep')] : [];
  const back = position.step > 1 || form.editing ? (['back'] as const) : [];
  const edit = form.consented ? (['edit'] as const) : [];
  return {
    kind: 'text',
    text: [...writeLead(context, move), question, ...current].join('\n\n'),
    choices: [...options, ...keep, ...formChoices(context, [...back, ...edit, 'pause', 'cancel', 'help', 'person'])],
    ask: position,
  };
}

function askConsent(context: TurnContext, move: Ask): OutMessage {
  const onPage = { value: encodeCommand({ do: 'hand-over', token: null }), label: context.say('hand-over.choice') };
  const notice = writeNotice(context);
  return {
    kind: 'text',
    // Who has just read the notice need not read it again to be told what is waited for.
    text:
      move.problem || move.help
        ? writeLead(context, move).join('\n\n')
        : [...writeLead(context, move), notice].join('\n\n'),
    choices: [
      ...formChoices(context, ['agree']),
      ...(context.state.handOver === 'may' ? [onPage] : []),
      ...formChoices(context, ['disagree', 'back', 'pause', 'cancel', 'help', 'person']),
    ],
  };
}

function askCheck(context: TurnContext, move: Ask): OutMessage {
  const finding = checkFirst(context, move.form.draft.description ?? '');
  const found = finding ? writeFinding(context, finding) : { text: '', sources: [], choices: [] };
  const carry = finding?.referral ? (['carry'] as const) : [];
  return {
    kind: 'text',
    text: [...writeLead(context, move), found.text, context.say('file.question_check')].filter(Boolean).join('\n\n'),
    sources: found.sources,
    choices: [
      ...(finding?.covered ?? []),
      formChoice(context, 'begin'),
      ...formChoices(context, carry),
      ...found.choices,
      ...formChoices(context, ['back', 'cancel', 'person']),
    ],
  };
}

function askPick(context: TurnContext, move: Ask): OutMessage {
  const { draft } = move.form;
  const fields = listAnswered(draft, context.today).map((field): Choice => {
    const value = shortenLine(showValue(context, field, draft), PREVIEW);
    return {
      value: formValue({ do: 'edit', field: field.name }),
      label: label(context.say(`file.field_${field.name}`), value),
    };
  });
  return {
    kind: 'text',
    text: [...writeLead(context, move), context.say('file.question_pick')].join('\n\n'),
    choices: [...fields, ...formChoices(context, ['back', 'cancel', 'person'])],
  };
}

function askReview(context: TurnContext, move: Ask): OutMessage {
  const { draft } = move.form;
  return {
    kind: 'card',
    title: context.say('file.review_title'),
    rows: listAsked(draft).map((field) => ({
      label: context.say(`file.field_${field.name}`),
      value: showValue(context, field, draft),
    })),
    text: [...writeLead(context, move), context.say('file.review_text')].join('\n\n'),
    choices: formChoices(context, ['submit', 'edit', 'back', 'pause', 'cancel', 'help', 'person']),
  };
}

function askCancel(context: TurnContext): OutMessage {
  return {
    kind: 'text',
    text: context.say('file.cancel_sure'),
    choices: formChoices(context, ['confirm_cancel', 'continue', 'pause']),
  };
}

/** The message that puts the question at the form's step, with the answer's options and every command as a button. */
export function askStep(context: TurnContext, move: Ask): OutMessage {
  const { form } = move;
  if (form.cancelling) return askCancel(context);
  const field = findField(form.step);
  if (field) return askField(context, field, move);
  if (form.step === 'review') return askReview(context, move);
  if (form.step === 'pick') return askPick(context, move);
  return form.step === 'check' ? askCheck(context, move) : askConsent(context, move);
}
