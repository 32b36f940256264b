import type { OutMessage } from '../../../channel/message.ts';
import {
  type Credentials,
  countCharacters,
  holdsRequestNumber,
  numberPrefix,
  readCredentials,
  soundsLikeQuestion,
  tidyLine,
} from '../../../requests/index.ts';
import type { Effect } from '../../effect.ts';
import type { SkillResult, TurnContext } from '../../skill.ts';
import { result, type Tracking, waysOut } from './tracking-result.ts';

/** Longer messages without number and code are about something else. */
const LONGEST_SLIP = 12;
const LONGEST_LOSS = 24;
const LOST = /忘|丢|没有|没了|找不到|不记得|记不得|不知道|没记|lost|forgot|forget|don'?t (?:have|know|remember)/iu;

/** A number as this authority's receipts show it. */
function exampleNumber(context: TurnContext): string {
  return `${numberPrefix(context.release.base.profile.id)}-${context.today.slice(0, 4)}-000123`;
}

/** Asks for what is missing, in the words given. */
export function askIdentity(context: TurnContext, tracking: Tracking, text: string): SkillResult {
  const message: OutMessage = { kind: 'text', text, choices: waysOut(context) };
  return result(context, `ask/${tracking.wants}`, [message], { ...tracking, waits: 'identity' });
}

/** Looks the request up when both are known, else asks for what is missing. */
export function proceed(context: TurnContext, tracking: Tracking): SkillResult {
  const { number, secret, wants } = tracking;
  if (number !== undefined && secret !== undefined) {
    const effect: Effect = { kind: 'look_up_request', number, secret };
    return result(context, `look_up/${wants}`, [], { ...tracking, waits: 'identity' }, [effect]);
  }
  if (number !== undefined) return askIdentity(context, tracking, context.say('track.ask_secret', { number }));
  const key = secret === undefined ? 'track.ask_both' : 'track.ask_number';
  return askIdentity(context, tracking, context.say(key, { example: exampleNumber(context) }));
}

function explainLoss(context: TurnContext, tracking: Tracking): SkillResult {
  const { office, phone } = context.release.base.profile;
  const values = { office: office.value, phone: phone.value, asOf: phone.asOf };
  return askIdentity(context, tracking, context.say('track.lost', values));
}

function explainSlip(context: TurnContext, tracking: Tracking, slip: NonNullable<Credentials['slip']>): SkillResult {
  const text =
    slip.kind === 'characters'
      ? context.say('track.secret_characters')
      : context.say('track.secret_length', { count: slip.count });
  return askIdentity(context, tracking, text);
}

/** Reads number and query code from a message of the dialogue; undefined when it is about something else. */
export function readIdentity(context: TurnContext, tracking: Tracking, text: string): SkillResult | undefined {
  const { number, secret, slip } = readCredentials(text);
  const known: Tracking = { ...tracking, ...(number && { number }), ...(secret && { secret }) };
  // The code of one request does not open another.
  const isOther = number !== undefined && tracking.number !== undefined && number !== tracking.number;
  if (isOther && secret === undefined) delete known.secret;
  if (slip) return explainSlip(context, known, slip);
  if (number !== undefined || secret !== undefined) return proceed(context, known);
  const line = tidyLine(text);
  if (countCharacters(line) > LONGEST_LOSS) return undefined;
  if (LOST.test(line) && !soundsLikeQuestion(line)) return explainLoss(context, tracking);
  if (soundsLikeQuestion(line) || !/[a-z0-9]/iu.test(line) || countCharacters(line) > LONGEST_SLIP) return undefined;
  return askIdentity(context, tracking, context.say('track.not_understood', { example: exampleNumber(context) }));
}

/** Somebody sends what stands on the receipt without another word: it is looked up. */
export function recogniseNumber(context: TurnContext, text: string): SkillResult | undefined {
  const { number, secret } = readCredentials(text);
  if (number !== undefined && holdsRequestNumber(text)) {
    return proceed(context, { number, wants: 'status', ...(secret && { secret }) });
  }
  const { filed } = context.state;
  const bare = secret !== undefined && tidyLine(text).replaceAll(/[\s-]/gu, '').length === secret.length;
  return bare && filed !== undefined ? proceed(context, { number: filed, secret, wants: 'status' }) : undefined;
}
