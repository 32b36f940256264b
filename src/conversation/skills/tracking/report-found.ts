import type { OutMessage } from '../../../channel/message.ts';
import type { RequestView } from '../../effect.ts';
import type { SkillResult, TurnContext } from '../../skill.ts';
import { askCorrection } from './correct.ts';
import { explainDue } from './explain-due.ts';
import { isOpen, reportStatus } from './report-status.ts';
import { ASK_SUPPLEMENT, button, result, type Tracking, waysOut } from './tracking-result.ts';

/** Shows a request, and does what the dialogue was begun for: explains its date, asks whether to withdraw it, what to add. */
export function reportFound(context: TurnContext, view: RequestView): SkillResult {
  const tracking: Tracking = { ...(context.state.tracking ?? { wants: 'status' }), number: view.number };
  const shown: Tracking = { ...tracking, wants: 'status', waits: 'nothing' };
  if (tracking.wants === 'status') return result(context, view.number, [reportStatus(context, view)], shown);
  if (tracking.wants === 'explain') return result(context, view.number, [explainDue(context, view)], shown);
  if (tracking.wants === 'correct') return askCorrection(context, { ...tracking, waits: 'text' }, view.number);
  if (!isOpen(view)) {
    return result(context, view.number, [reportStatus(context, view, context.say('track.cannot_change'))], shown);
  }
  if (tracking.wants === 'withdraw') {
    const text = context.say('track.withdraw_sure', { number: view.number, about: view.about });
    const choices = [button(context, 'confirm'), button(context, 'keep')];
    return result(context, view.number, [{ kind: 'text', text, choices }], { ...tracking, waits: 'confirm' });
  }
  const { address } = context.release.base.profile;
  const files = context.say(context.state.takesFiles ? 'track.supplement_files' : 'track.supplement_by_post', {
    number: view.number,
    address: address.value,
  });
  const text = `${context.say('track.supplement_ask', { number: view.number })}\n${files}`;
  const message: OutMessage = { kind: 'text', text, choices: waysOut(context), ask: ASK_SUPPLEMENT };
  return result(context, view.number, [message], { ...tracking, waits: 'text' });
}
