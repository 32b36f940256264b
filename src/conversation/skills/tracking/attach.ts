import type { OutMessage } from '../../../channel/message.ts';
import type { DeskEvent, SentFile } from '../../effect.ts';
import { outcomeOf } from '../../outcome.ts';
import type { SkillResult, TurnContext } from '../../skill.ts';
import { ASK_SUPPLEMENT, credentialsOf, offer, result, waysOut } from './tracking-result.ts';

/** Takes a file sent while something is added to a request; at any other time says how to add one. */
export function takeFile(context: TurnContext, file: SentFile): SkillResult {
  const { tracking } = context.state;
  const known = credentialsOf(tracking);
  if (known && tracking?.waits === 'text' && tracking.wants === 'supplement') {
    // More may follow: the dialogue goes on.
    return result(context, 'attach', [], tracking, [{ kind: 'attach_file', ...known, file }]);
  }
  const text = context.say('attachment.how');
  const message: OutMessage = { kind: 'text', text, choices: [offer(context, 'supplement')] };
  return { replies: [message], outcome: outcomeOf({ kind: 'help', id: 'file', confidence: 1 }) };
}

type Reported = Extract<DeskEvent, { kind: 'file_awaited' | 'file_kept' | 'file_refused' }>;

/** Puts into words what became of a file. */
export function reportFile(context: TurnContext, event: Reported): SkillResult {
  const { number, name } = event;
  const { tracking } = context.state;
  const key = event.kind === 'file_refused' ? `refused_${event.why}` : event.kind.slice('file_'.length);
  const { phone, address } = context.release.base.profile;
  const values = { number, name, phone: phone.value, asOf: phone.asOf, address: address.value };
  const text = context.say(`attachment.${key}`, values);
  const message: OutMessage =
    tracking?.waits === 'text'
      ? { kind: 'text', text, choices: waysOut(context), ask: ASK_SUPPLEMENT }
      : { kind: 'text', text, choices: [offer(context, 'track'), offer(context, 'supplement')] };
  return result(context, number, [message], tracking);
}
