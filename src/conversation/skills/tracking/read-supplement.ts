import { countCharacters, soundsLikeQuestion, tidyText } from '../../../requests/index.ts';
import type { Effect } from '../../effect.ts';
import type { SkillResult, TurnContext } from '../../skill.ts';
import { proceed } from './identify.ts';
import { credentialsOf, result, type Tracking, waysOut } from './tracking-result.ts';

/** Length of a supplement in characters. */
const SUPPLEMENT = { least: 2, most: 2000 };
/** A longer question is part of what is to be added. */
const LONGEST_ASIDE = 24;

/** Takes a message as what to add to the request; undefined when it is a question in between. */
export function readSupplement(context: TurnContext, tracking: Tracking, raw: string): SkillResult | undefined {
  const text = tidyText(raw);
  const count = countCharacters(text);
  const known = credentialsOf(tracking);
  if (!known) return proceed(context, tracking);
  if (soundsLikeQuestion(text) && count <= LONGEST_ASIDE) return undefined;
  const again = (key: string, values = {}): SkillResult =>
    result(
      context,
      'ask/supplement',
      [{ kind: 'text', text: context.say(key, values), choices: waysOut(context) }],
      tracking,
    );
  if (count < SUPPLEMENT.least) return again('track.supplement_short');
  if (count > SUPPLEMENT.most) return again('track.supplement_long', { count, most: SUPPLEMENT.most });
  const effect: Effect = { kind: 'supplement_request', ...known, text };
  return result(context, 'supplement', [], { ...known, wants: 'status', waits: 'nothing' }, [effect]);
}
