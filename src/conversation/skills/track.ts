import { readChoiceNumber, readFormCommand, readYesNo, tidyLine } from '../../requests/index.ts';
import { encodeCommand, type TrackingAction } from '../command.ts';
import type { DeskEvent } from '../effect.ts';
import type { SkillResult, TurnContext } from '../skill.ts';
import type { ConversationState } from '../state.ts';
import { readCorrection } from './tracking/correct.ts';
import { askIdentity, proceed, readIdentity, recogniseNumber } from './tracking/identify.ts';
import { readSupplement } from './tracking/read-supplement.ts';
import { reportFound } from './tracking/report-found.ts';
import { reportStatus } from './tracking/report-status.ts';
import { COMMANDS, credentialsOf, offer, result, type Tracking, type Wants } from './tracking/tracking-result.ts';

/**
 * Begins to look up a request, to withdraw it or to add to it. Who has just shown number and code need not again;
 * after a filing in this conversation only the code is asked.
 */
export function startTracking(context: TurnContext, wants: Wants): SkillResult {
  const { tracking, filed } = context.state;
  if (tracking?.secret !== undefined)
    return proceed(context, { number: tracking.number, secret: tracking.secret, wants });
  const number = tracking?.number ?? filed;
  if (number === undefined) return proceed(context, { wants });
  const key = number === filed ? 'track.ask_secret_filed' : 'track.ask_secret';
  return askIdentity(context, { number, wants }, context.say(key, { number }));
}

function stop(context: TurnContext): SkillResult {
  const help = { value: encodeCommand({ do: 'help' }), label: context.say('conversation.choice_help') };
  return result(context, 'stopped', [{ kind: 'text', text: context.say('track.stopped'), choices: [help] }], null);
}

/** What a button's label means when it is typed out long after the button. */
function readLabel(context: TurnContext, text: string): Wants | undefined {
  const line = tidyLine(text);
  if (line === context.say('conversation.choice_track')) return 'status';
  const command = COMMANDS.find((each) => offer(context, each).label === line);
  return command === 'track' ? 'status' : command;
}

/** Does what a button of the dialogue says. */
export function obeyTracking(context: TurnContext, action: TrackingAction): SkillResult {
  const { tracking } = context.state;
  const known = credentialsOf(tracking);
  if (action === 'stop') return stop(context);
  if (!tracking || !known || tracking.waits !== 'confirm') return startTracking(context, tracking?.wants ?? 'withdraw');
  const done: Tracking = { ...known, wants: 'status', waits: 'nothing' };
  if (action === 'confirm') return result(context, 'withdraw', [], done, [{ kind: 'withdraw_request', ...known }]);
  const choices = COMMANDS.map((each) => offer(context, each));
  return result(context, 'kept', [{ kind: 'text', text: context.say('track.withdraw_kept'), choices }], done);
}

function isChoice(text: string, state: ConversationState): boolean {
  const number = readChoiceNumber(text);
  const line = tidyLine(text);
  return (
    (number !== undefined && number <= state.choices.length) || state.choices.some((choice) => choice.label === line)
  );
}

/** Somebody thinks better of a withdrawal: 先不撤了, 还是别撤回吧. */
const KEPT =
  /^(?:那|我|先|暂时|还是){0,3}(?:不|别)(?:要|用|想)?撤(?:回|销)?(?:申请)?[了吧啦。]{0,2}$|^(?:keep it|leave it)$/iu;

/**
 * Takes one message of the dialogue, or a request number or a button's label out of the blue. Undefined when it is
 * about something else, which the turn then answers.
 */
export function continueTracking(context: TurnContext, text: string): SkillResult | undefined {
  const { tracking } = context.state;
  if (isChoice(text, context.state)) return undefined;
  const labelled = readLabel(context, text);
  if (labelled) return startTracking(context, labelled);
  if (!tracking || tracking.waits === 'nothing') return recogniseNumber(context, text);
  const command = readFormCommand(text)?.do;
  const yesNo = readYesNo(text);
  if (tracking.waits === 'confirm') {
    if (yesNo === 'yes' || /^(?:确认|确定)?撤回[吧了]?$/u.test(tidyLine(text))) return obeyTracking(context, 'confirm');
    const kept = yesNo === 'no' || command === 'cancel' || command === 'back' || KEPT.test(tidyLine(text));
    return kept ? obeyTracking(context, 'keep') : undefined;
  }
  if (tracking.waits !== 'text' && yesNo === 'no') return stop(context);
  if (command === 'cancel' || command === 'back' || /^(?:不查了?|别查了?|不补充了?)$/u.test(tidyLine(text)))
    return stop(context);
  if (command === 'person' || command === 'help') return undefined;
  if (tracking.waits !== 'text') return readIdentity(context, tracking, text);
  return tracking.wants === 'correct'
    ? readCorrection(context, tracking, text)
    : readSupplement(context, tracking, text);
}

type Reported = Extract<
  DeskEvent,
  {
    kind: 'request_found' | 'request_not_found' | 'too_many_attempts' | 'request_withdrawn' | 'request_supplemented';
  }
>;

/** Puts into words what became of looking up, withdrawing or supplementing. */
export function reportTracking(context: TurnContext, event: Reported): SkillResult {
  const { say } = context;
  const wants = context.state.tracking?.wants ?? 'status';
  switch (event.kind) {
    case 'request_found':
      return reportFound(context, event.view);
    case 'request_not_found':
      return askIdentity(context, { wants }, say('track.not_found', { number: event.number }));
    case 'too_many_attempts': {
      const person = { value: encodeCommand({ do: 'person' }), label: say('track.choice_person') };
      const text = say('track.too_many', { minutes: event.minutes });
      return result(context, 'too_many', [{ kind: 'text', text, choices: [person] }], null);
    }
    case 'request_withdrawn': {
      const key = event.already ? 'track.withdrawn_already' : 'track.withdrawn';
      const again = { value: encodeCommand({ do: 'request', about: null }), label: say('conversation.choice_request') };
      const text = say(key, { number: event.view.number });
      return result(context, event.view.number, [{ kind: 'text', text, choices: [again] }], null);
    }
    case 'request_supplemented':
      return result(
        context,
        event.view.number,
        [reportStatus(context, event.view, say('track.supplemented', { number: event.view.number }))],
        context.state.tracking,
      );
  }
}
