import type { InboundBody, OutMessage } from '../channel/message.ts';
import { dayOf } from '../day.ts';
import { clean } from '../knowledge/search/index.ts';
import { say } from '../messages.ts';
import { decodeCommand, encodeCommand } from './command.ts';
import { answerText } from './dispatch.ts';
import type { DeskEvent } from './effect.ts';
import { headSources } from './head-sources.ts';
import { obeyCommand } from './obey-command.ts';
import { outcomeOf } from './outcome.ts';
import type { Release } from './release.ts';
import type { SkillResult, TurnContext } from './skill.ts';
import { giveReleased, holdBack, reportHeld } from './skills/approval.ts';
import { confirmFiled, continueFiling } from './skills/file.ts';
import { keepFromChat, reportHandOver } from './skills/filing/hand-over.ts';
import { giveHelp } from './skills/help.ts';
import { confirmWords, takeWords } from './skills/leave-words.ts';
import { readMyData, reportMyData } from './skills/my-data.ts';
import { confirmQueue } from './skills/person.ts';
import { reportRated } from './skills/rate.ts';
import { reportCarried, reportRemedy } from './skills/remedy.ts';
import { continueTracking, reportTracking } from './skills/track.ts';
import { reportFile, takeFile } from './skills/tracking/attach.ts';
import { reportCorrected } from './skills/tracking/correct.ts';
import type { ConversationState } from './state.ts';
import { hearScript, writeTraditional } from './traditional.ts';
import type { TurnInput, TurnResult } from './turn-contract.ts';
import { detectLocale } from './understand/language.ts';

/** A request's description is no longer than this. */
const LONGEST_KEPT = 2000;

function makeContext(state: ConversationState, release: Release, now: Date, messageId: string): TurnContext {
  return {
    release,
    state,
    now,
    today: dayOf(now),
    messageId,
    say: (key, values) => say(release.messages, state.locale, key, values),
  };
}

function answerEvent(context: TurnContext, event: DeskEvent): SkillResult {
  switch (event.kind) {
    case 'request_filed':
      return confirmFiled(context, event);
    case 'queue_joined':
      return confirmQueue(context, event);
    case 'answer_held':
      return remindOfForm(context, reportHeld(context, event));
    case 'answer_released':
      return remindOfForm(context, giveReleased(context, event));
    case 'my_data_shown':
    case 'my_data_erased':
    case 'my_data_on_hold':
      return reportMyData(context, event);
    case 'words_left':
      return confirmWords(context, event.what);
    case 'remedy_outlined':
      return reportRemedy(context, event);
    case 'request_readdressed':
    case 'case_not_for_this':
      return reportCarried(context, event);
    case 'file_awaited':
    case 'file_kept':
    case 'file_refused':
      return reportFile(context, event);
    case 'request_corrected':
      return reportCorrected(context, event);
    case 'rated':
    case 'rating_refused':
      return reportRated(context, event);
    case 'hand_over_made':
    case 'hand_over_opened':
    case 'hand_over_gone':
    case 'filed_on_page':
      return reportHandOver(context, event);
    default:
      return reportTracking(context, event);
  }
}

/** The button a typed number or label stands for. A form reads its own choices, so that "1" may also be data. */
function matchChoice(text: string, state: ConversationState): string | undefined {
  const typed = clean(text).replace(/^[（(]?(\d{1,2})[）).、。]?$/u, '$1');
  const byNumber = /^\d{1,2}$/u.test(typed) ? state.choices[Number(typed) - 1] : undefined;
  return (byNumber ?? state.choices.find((choice) => choice.label === typed))?.value;
}

function obeyValue(context: TurnContext, value: string): SkillResult {
  const command = decodeCommand(value);
  if (command?.do === 'form') return continueFiling(context, { kind: 'action', action: command.action });
  const done = command && obeyCommand(context, command);
  if (done) return holdBack(done, null);
  const help = giveHelp(context);
  return {
    ...help,
    replies: help.replies.map((reply) =>
      reply.kind === 'text' ? { ...reply, text: context.say('conversation.stale_choice') } : reply,
    ),
  };
}

/** A form left open stays in sight: every other answer ends with the way back to it. */
function remindOfForm(context: TurnContext, result: SkillResult): SkillResult {
  if (!context.state.form || result.state?.form !== undefined) return result;
  const back = {
    value: encodeCommand({ do: 'form', action: 'continue' }),
    label: context.say('conversation.choice_continue'),
  };
  const last = result.replies.at(-1);
  if (!last || last.kind === 'notice') return result;
  const reminded: OutMessage = { ...last, choices: [back, ...(last.choices ?? [])] };
  return { ...result, replies: [...result.replies.slice(0, -1), reminded] };
}

function dropLeaving(result: SkillResult): SkillResult {
  return { ...result, state: { leaving: undefined, ...result.state } };
}

/** Nothing was heard: what was asked and offered before still stands. */
function sayUnheard(context: TurnContext, key: string, id: string): SkillResult {
  const text = context.say(key);
  return {
    replies: [{ kind: 'text', text, choices: context.state.choices }],
    outcome: outcomeOf({ kind: 'help', id }),
  };
}

function answerMessage(context: TurnContext, body: InboundBody): SkillResult {
  const { state } = context;
  // Whoever taps something else does not mean to leave words any more.
  if (body.kind === 'choice') return remindOfForm(context, dropLeaving(obeyValue(context, body.value)));
  if (body.kind !== 'text') {
    if (body.kind === 'file') return remindOfForm(context, takeFile(context, body));
    return sayUnheard(context, 'conversation.text_only', 'text-only');
  }
  const text = clean(body.text);
  if (text === '') return sayUnheard(context, 'conversation.empty', 'empty');
  const own = readMyData(context, body.text);
  if (own) return remindOfForm(context, own);
  const left = takeWords(context, body.text);
  if (left) return left;
  const ongoing = continueFiling(context, { kind: 'text', text: body.text }) ?? continueTracking(context, body.text);
  if (ongoing) return ongoing;
  const chosen = matchChoice(text, state);
  if (chosen) return remindOfForm(context, obeyValue(context, chosen));
  const answered = holdBack(answerText(context, body.text), body.text.slice(0, LONGEST_KEPT));
  return remindOfForm(context, { ...answered, state: { asked: body.text.slice(0, LONGEST_KEPT), ...answered.state } });
}

function choicesOf(replies: readonly OutMessage[]): ConversationState['choices'] {
  const last = replies.at(-1);
  return last && last.kind !== 'notice' ? [...(last.choices ?? [])] : [];
}

/** The place named, or the one a referral was made for. What stands in a form is nobody's to count. */
function placeAskedAbout({ place, outcome, state }: SkillResult): string | undefined {
  const topic = outcome.kind === 'referral' ? state?.topic : undefined;
  return place ?? (topic?.kind === 'matter' ? topic.place : undefined);
}

/**
 * One turn of a conversation. Pure: the same state, input, release, instant and message id give the same result,
 * so a turn can be replayed from its inputs.
 */
export function turn(
  state: ConversationState,
  input: TurnInput,
  release: Release,
  now: Date,
  messageId: string,
): TurnResult {
  if (input.kind !== 'event' && state.owner === 'staff') {
    return { state, replies: [], effects: [], outcome: outcomeOf({ kind: 'person', id: 'staff' }) };
  }
  const spoken = input.kind === 'text' ? detectLocale(input.text.slice(0, 400)) : undefined;
  const script = hearScript(state, input);
  const current = { ...state, ...(spoken ? { locale: spoken } : {}), ...(script ? { script } : {}) };
  const context = makeContext(current, release, now, messageId);
  const answered = input.kind === 'event' ? answerEvent(context, input.event) : answerMessage(context, input);
  const result = keepFromChat(context, answered);
  const after: ConversationState = { ...current, ...result.state };
  const traditional = after.script === 'hant' && after.locale === 'zh-CN';
  const written = traditional ? writeTraditional(result.replies, [current, after], input) : result.replies;
  const replies = headSources(written, after, release.messages);
  const next: ConversationState = {
    ...after,
    choices: replies.length ? choicesOf(replies) : current.choices,
    turns: input.kind === 'event' ? current.turns : current.turns + 1,
  };
  const place = placeAskedAbout(result);
  return {
    state: next,
    replies,
    effects: result.effects ?? [],
    outcome: result.outcome,
    ...(place === undefined ? {} : { place }),
  };
}
