import type { OutMessage } from '../../../channel/message.ts';
import { findField, type Reading, tidyLine } from '../../../requests/index.ts';
import { encodeCommand } from '../../command.ts';
import type { CorrectableField, DeskEvent } from '../../effect.ts';
import { outcomeOf } from '../../outcome.ts';
import type { SkillResult, TurnContext } from '../../skill.ts';
import { proceed } from './identify.ts';
import { credentialsOf, offer, result, type Tracking, waysOut } from './tracking-result.ts';

/** The word before a new value: 电话 13912345678, 邮箱改成…, address: … */
const NAMED: readonly (readonly [CorrectableField, RegExp])[] = [
  ['phone', /^(?:联系)?(?:电话|手机)(?:号码?)?|^phone/iu],
  ['email', /^(?:电子)?(?:邮箱|邮件)(?:地址)?|^e-?mail/iu],
  ['address', /^(?:通信|邮寄|联系|家庭)?(?:地址|住址)|^address/iu],
];
const BETWEEN = /^[\s:：，,]*(?:改成|改为|换成|是|to\b)?[\s:：，,]*/iu;

/** Begins to put right how the requester of a filed request is reached. Not where the platform keeps what is said abroad. */
export function beginCorrection(context: TurnContext): SkillResult {
  const { handOver, tracking, filed } = context.state;
  if (handOver === 'must') {
    const { phone } = context.release.base.profile;
    const text = context.say('my-data.correct_elsewhere', { phone: phone.value, asOf: phone.asOf });
    return {
      replies: [{ kind: 'text', text }],
      outcome: outcomeOf({ kind: 'help', id: 'my-data-correct', confidence: 1 }),
    };
  }
  const known = credentialsOf(tracking) ?? (filed === undefined ? {} : { number: filed });
  return proceed(context, { ...known, wants: 'correct' });
}

/** Asks for the new value, once the request was shown to be theirs. */
export function askCorrection(
  context: TurnContext,
  tracking: Tracking,
  number: string,
  key = 'correct_ask',
): SkillResult {
  const message: OutMessage = {
    kind: 'text',
    text: context.say(`my-data.${key}`, { number }),
    choices: waysOut(context),
  };
  return result(context, 'ask/correct', [message], tracking);
}

interface Change {
  readonly field: CorrectableField;
  readonly read: Reading;
}

function readValue(context: TurnContext, field: CorrectableField, text: string): Change | undefined {
  const read = findField(field)?.read(text, { id: '' }, context.today);
  return read && { field, read };
}

/** What a message changes: named, or told by its shape. */
function readChange(context: TurnContext, line: string): Change | undefined {
  const named = NAMED.find(([, name]) => name.test(line));
  if (named) return readValue(context, named[0], line.replace(named[1], '').replace(BETWEEN, ''));
  return (['phone', 'email'] as const)
    .map((field) => readValue(context, field, line))
    .find((change) => change?.read.ok);
}

/** Takes a message as the new phone, email or address. Name and identity number are changed by staff, who check who asks. */
export function readCorrection(context: TurnContext, tracking: Tracking, text: string): SkillResult | undefined {
  const known = credentialsOf(tracking);
  if (!known) return proceed(context, tracking);
  const line = tidyLine(text);
  if (/姓名|名字|证件|身份证|\bname\b|\bid\b/iu.test(line))
    return askCorrection(context, tracking, known.number, 'correct_by_staff');
  const change = readChange(context, line);
  if (!change) return askCorrection(context, tracking, known.number);
  const { field, read } = change;
  if (!read.ok) {
    const text = context.say(`file.problem_${read.problem.key}`, read.problem.values);
    return result(context, 'ask/correct', [{ kind: 'text', text, choices: waysOut(context) }], tracking);
  }
  const effect = { kind: 'correct_request', ...known, field, value: read.value } as const;
  return result(context, 'correct', [], { ...known, wants: 'status', waits: 'nothing' }, [effect]);
}

/** Says what was put right. */
export function reportCorrected(
  context: TurnContext,
  { number, beside, field }: Extract<DeskEvent, { kind: 'request_corrected' }>,
): SkillResult {
  const values = { number, beside: beside.join('、'), field: context.say(`file.field_${field}`) };
  const text = context.say(beside.length > 0 ? 'my-data.corrected_beside' : 'my-data.corrected', values);
  const again = {
    value: encodeCommand({ do: 'my-data', action: 'correct' }),
    label: context.say('my-data.choice_correct'),
  };
  const message: OutMessage = { kind: 'text', text, choices: [offer(context, 'track'), again] };
  return result(context, number, [message], context.state.tracking);
}
