import type { DeskEvent, Effect } from '../../conversation/effect.ts';
import { leaveQueue, recordUnanswered } from '../../store/index.ts';
import { askForStaff, leaveWords } from './ask-for-staff.ts';
import { attachFile } from './attach-file.ts';
import { carryOver } from './carry-over.ts';
import { correctRequest } from './correct-request.ts';
import type { EffectContext } from './effect-context.ts';
import { eraseHeld, readHeld } from './erase-held.ts';
import { fileRequest } from './file-request.ts';
import { handOver, openHandOver } from './hand-over.ts';
import { keepForApproval } from './hold-answer.ts';
import { lookUpRequest } from './look-up-request.ts';
import { outlineRemedy } from './outline-remedy.ts';
import { takeRating } from './rate.ts';
import { supplementRequest } from './supplement-request.ts';
import { withdrawRequest } from './withdraw-request.ts';

/** Carries out one effect within the open transaction. The event is what the turn has to put into words, if anything. */
export async function applyEffect(context: EffectContext, effect: Effect): Promise<DeskEvent | null> {
  const { executor, key, now } = context;
  switch (effect.kind) {
    case 'file_request':
      return fileRequest(context, effect.draft);
    case 'look_up_request':
      return lookUpRequest(context, effect);
    case 'withdraw_request':
      return withdrawRequest(context, effect);
    case 'supplement_request':
      return supplementRequest(context, effect);
    case 'correct_request':
      return correctRequest(context, effect);
    case 'attach_file':
      return attachFile(context, effect);
    case 'hand_over':
      return handOver(context, effect.draft);
    case 'open_hand_over':
      return openHandOver(context, effect.token);
    case 'show_my_data':
      return { kind: 'my_data_shown', held: await readHeld(executor, key, context.pageUrl) };
    case 'erase_my_data':
      return eraseHeld(executor, key, effect.erased, now);
    case 'join_queue':
      return askForStaff(context, effect.topic);
    case 'hold_answer':
      return keepForApproval(context, effect);
    case 'leave_words':
      return leaveWords(context, effect);
    case 'leave_queue':
      await leaveQueue(executor, key, now);
      return null;
    case 'outline_remedy':
      return outlineRemedy(context, effect.number);
    case 'carry_over':
      return carryOver(context, effect.number);
    case 'rate':
      return takeRating(context, effect);
    case 'record_unanswered':
      await recordUnanswered(
        executor,
        { question: effect.question, nearest: effect.nearest, channel: key.channel, why: 'unsettled' },
        now,
      );
      return null;
  }
}
