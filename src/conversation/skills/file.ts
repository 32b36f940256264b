import type { OutMessage } from '../../channel/message.ts';
import { citeSource } from '../../knowledge/cite.ts';
import type { FormState } from '../../requests/form/form-state.ts';
import {
  type FormInput,
  type FormMove,
  holdsRequestNumber,
  openForm,
  readCarriedText,
  readChoiceNumber,
  readCredentials,
  readFormCommand,
  readYesNo,
  stepForm,
  tidyLine,
} from '../../requests/index.ts';
import { encodeCommand } from '../command.ts';
import type { DeskEvent } from '../effect.ts';
import { outcomeOf } from '../outcome.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import type { ConversationState } from '../state.ts';
import { findDecidedIntent } from '../understand/decided-intent.ts';
import { readWish } from '../understand/wish.ts';
import { askStep } from './filing/ask-step.ts';
import { writeCarrySheet } from './filing/carry-over.ts';
import { checkFirst } from './filing/check-first.ts';
import { formChoice, formChoices } from './filing/form-choice.ts';
import { keepNotice } from './filing/notice.ts';
import { writeReceipt } from './filing/receipt.ts';
import { askForPerson } from './person.ts';

/** Longest message that words of distress make a cry for help rather than a description of papers. */
const CRY = 40;

/** Said once more, after the receipt has crossed it. */
const SUBMIT = /^(?:确认)?提交[吧了]?[。.!！]?$|^submit$/iu;

const STRAY: ReadonlySet<string> = new Set(['continue', 'back', 'cancel', 'pause', 'keep', 'edit']);

function reply(context: TurnContext, id: string, message: OutMessage, state: Partial<ConversationState>): SkillResult {
  const law = citeSource({ law: 'ogi-2019', article: 29 }, context.release.base);
  const sources = message.kind === 'text' && message.sources?.length ? message.sources : [law];
  return { replies: [message], outcome: outcomeOf({ kind: 'request', id, sources, confidence: 1 }), state };
}

/** Between the description and the first personal question: is it ours, is it published? */
function checkBefore(context: TurnContext, from: string, form: FormState): FormState {
  const due = form.step === 'consent' && from === 'description' && form.draft.description !== undefined;
  return due && checkFirst(context, form.draft.description ?? '') ? { ...form, step: 'check' } : form;
}

function ask(context: TurnContext, move: Extract<FormMove, { kind: 'ask' }>): SkillResult {
  const asked = reply(context, move.form.step, askStep(context, move), { form: move.form });
  const referral = move.form.step === 'check' && checkFirst(context, move.form.draft.description ?? '')?.referral;
  if (!referral) return asked;
  const { phone = null, address = null } = referral.contact ?? {};
  return { ...asked, outcome: { ...asked.outcome, authority: { name: referral.authorityName, phone, address } } };
}

function begin(context: TurnContext, about: string | null): SkillResult {
  const opened = openForm(context.messageId, about, context.today);
  return ask(context, { kind: 'ask', form: checkBefore(context, 'description', opened) });
}

function offerOpen(context: TurnContext, form: FormState): SkillResult {
  const choices = formChoices(context, ['continue', 'restart', 'cancel']);
  return reply(context, 'open', { kind: 'text', text: context.say('file.open_waits'), choices }, { form });
}

/** What the person has already said they want: in this very message, or in the one before that led here. */
function findAbout(context: TurnContext, about: string | null): string | null {
  const { base } = context.release;
  const { asked = '' } = context.state;
  const isMatter = base.matters.some((matter) => matter.id === about);
  const said = about === null || isMatter ? null : readCarriedText(about);
  return said ?? (isMatter || readWish(asked, base.wishes) === 'document' ? readCarriedText(asked) : null);
}

/**
 * Opens a request, or offers to go on with the one still open. `about` is the message that asks for it, or the id of
 * the matter it was offered for; null when a bare button was pressed.
 */
export function startFiling(context: TurnContext, wanted: { readonly about: string | null }): SkillResult {
  const { form } = context.state;
  if (form) return offerOpen(context, form);
  return begin(context, findAbout(context, wanted.about));
}

function leave(context: TurnContext, kind: 'cancelled' | 'declined'): SkillResult {
  const { profile } = context.release.base;
  const text = context.say(`file.${kind}`, {
    office: profile.office.value,
    address: profile.address.value,
    postcode: profile.postcode.value,
    phone: profile.phone.value,
    asOf: profile.phone.asOf,
  });
  const choices = (['request', 'help', 'person'] as const).map((command) => ({
    value: encodeCommand(command === 'request' ? { do: command, about: null } : { do: command }),
    label: context.say(`conversation.choice_${command}`),
  }));
  return reply(context, kind, { kind: 'text', text, choices }, { form: null });
}

function carryOut(context: TurnContext, before: FormState, move: FormMove): SkillResult | undefined {
  switch (move.kind) {
    case 'ask':
      return ask(context, { ...move, form: keepNotice(context, before, checkBefore(context, before.step, move.form)) });
    case 'paused': {
      const message: OutMessage = {
        kind: 'text',
        text: context.say('file.paused'),
        choices: formChoices(context, ['continue', 'cancel']),
      };
      return reply(context, 'paused', message, { form: move.form });
    }
    case 'person': {
      const asked = askForPerson(context);
      return { ...asked, state: { ...asked.state, form: move.form } };
    }
    case 'carry':
      return reply(context, 'carry', writeCarrySheet(context, move.form.draft.description ?? ''), { form: null });
    case 'submit':
      return {
        replies: [],
        outcome: outcomeOf({ kind: 'request', id: 'submit', confidence: 1 }),
        effects: [{ kind: 'file_request', draft: move.draft }],
        state: { form: move.form },
      };
    case 'cancelled':
    case 'declined':
      return leave(context, move.kind);
    case 'restart':
      // An old button must not throw away what was written since.
      return context.state.choices.some((choice) => choice.value === formChoice(context, 'restart').value)
        ? begin(context, null)
        : offerOpen(context, before);
    case 'other':
      return undefined;
  }
}

/** A form action of a conversation whose form is gone: filed already, cancelled, or never begun. */
function answerGone(context: TurnContext, action: string): SkillResult {
  const { filed } = context.state;
  if (action === 'submit' && filed !== undefined) {
    const track = { value: encodeCommand({ do: 'track' }), label: context.say('track.choice_track') };
    const text = context.say('file.already_filed', { number: filed });
    return reply(context, 'already_filed', { kind: 'text', text, choices: [track] }, {});
  }
  const again = {
    value: encodeCommand({ do: 'request', about: null }),
    label: context.say('conversation.choice_request'),
  };
  return reply(context, 'none_open', { kind: 'text', text: context.say('file.nothing_open'), choices: [again] }, {});
}

/** "提交" or "继续" typed when no form is open and nothing else waits for an answer. */
function answerStray(context: TurnContext, text: string): SkillResult | undefined {
  const { filed, tracking, choices } = context.state;
  const line = tidyLine(text);
  if (filed !== undefined && SUBMIT.test(line)) return answerGone(context, 'submit');
  const busy = (tracking && tracking.waits !== 'nothing') || choices.some((choice) => choice.label === line);
  const command = busy ? undefined : readFormCommand(text)?.do;
  return command && STRAY.has(command) ? answerGone(context, command) : undefined;
}

/** The button of the last reply that a message stands for, by number or label. */
function findChosen(text: string, state: ConversationState): string | undefined {
  const number = readChoiceNumber(text);
  const line = tidyLine(text);
  const byNumber = number === undefined ? undefined : state.choices[number - 1];
  return (byNumber ?? state.choices.find((choice) => choice.label === line))?.value;
}

/** Someone in need is heard at once, whatever question stands open. */
function isCry(context: TurnContext, text: string): boolean {
  return [...text].length <= CRY && findDecidedIntent(text, context.release.base.intents)?.does === 'distress';
}

/** Greetings, thanks and wishes for something else: their words alone decide it, unless they may be a yes or no. */
const ELSEWHERE: ReadonlySet<string> = new Set(['track', 'withdraw', 'supplement', 'smalltalk', 'abuse']);

function meansElse(context: TurnContext, text: string): boolean {
  const line = tidyLine(text)
    .toLowerCase()
    .replace(/[。.!！?？,，~～\s]+$/u, '');
  if (readYesNo(line) !== undefined || readFormCommand(line) !== undefined) return false;
  const { intents } = context.release.base;
  return intents.some(
    (intent) => ELSEWHERE.has(intent.does) && intent.terms.some((term) => term.toLowerCase() === line),
  );
}

/** Number and code of another request; a description may well name a number alone. */
function showsReceipt(form: FormState, text: string): boolean {
  return holdsRequestNumber(text) && (form.step !== 'description' || readCredentials(text).secret !== undefined);
}

/** A form put aside takes back a plain wish to go on, and the words of a form that can only mean it. */
function readAside(text: string): FormInput | undefined {
  const command = readFormCommand(text)?.do;
  if (command === 'continue') return { kind: 'text', text };
  if (command === 'back' || command === 'edit') return { kind: 'action', action: 'continue' };
  return command === 'pause' ? { kind: 'action', action: 'pause' } : undefined;
}

function readInput(context: TurnContext, form: FormState, text: string): FormInput | undefined {
  if (isCry(context, text) || meansElse(context, text) || showsReceipt(form, text)) return undefined;
  const chosen = findChosen(text, context.state);
  if (chosen?.startsWith('form/')) return { kind: 'action', action: chosen.slice('form/'.length) };
  if (chosen !== undefined) return undefined;
  return form.paused ? readAside(text) : { kind: 'text', text };
}

/**
 * Takes one message or button for the open form. Undefined when a message is not meant for it: the turn answers it
 * and the form waits. A button is always answered.
 */
export function continueFiling(context: TurnContext, input: Extract<FormInput, { kind: 'action' }>): SkillResult;
export function continueFiling(context: TurnContext, input: FormInput): SkillResult | undefined;
export function continueFiling(context: TurnContext, input: FormInput): SkillResult | undefined {
  const { form } = context.state;
  if (!form) return input.kind === 'action' ? answerGone(context, input.action) : answerStray(context, input.text);
  const meant = input.kind === 'action' ? input : readInput(context, form, input.text);
  return meant && carryOut(context, form, stepForm(form, meant, context.today));
}

/** Hands over the receipt of a filed request and closes the form. */
export function confirmFiled(context: TurnContext, event: Extract<DeskEvent, { kind: 'request_filed' }>): SkillResult {
  const sources = [31, 33].map((article) => citeSource({ law: 'ogi-2019', article }, context.release.base));
  return {
    replies: [writeReceipt(context, event)],
    outcome: outcomeOf({ kind: 'request', id: event.view.number, sources, confidence: 1 }),
    state: { form: null, filed: event.view.number, asked: undefined },
  };
}
