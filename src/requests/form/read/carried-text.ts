import { toSimplified } from '../../../knowledge/script/index.ts';
import { soundsLikeQuestion } from '../topic-change.ts';
import { readDescription } from './description.ts';
import { countCharacters } from './tidy.ts';

/** The wish itself, without what is wished for: 我要申请公开, 帮我写一份政府信息公开申请. */
const WISH =
  /^(?:您好|你好|请问)?(?:请|我们?|想要?|需要|要|帮我|现在|在线|来|就|[，,。！!\s])*(?:依?申请|提交|递交|填写?|写)(?:一[份个件])?(?:政府信息)?(?:公开)?(?:的?申请表?)?[：:，,。\s]*/u;
const WISH_IN_ENGLISH =
  /^(?:please\s+)?(?:i(?:'d| would)? (?:want|like) to |can i |help me (?:to )?)?(?:apply|file|write|make|submit|start)(?: an?| my)?(?: (?:disclosure|information|new))*(?: request| application)?(?: for| about)?[:,\s]*/iu;
/** Shorter leftovers are no description: 吧, 一下, 表. */
const LEAST = 6;

/**
 * The description a message already holds beside the wish to apply, so that nobody has to type it twice; null when it
 * holds none or is a question.
 */
export function readCarriedText(text: string): string | null {
  const simplified = toSimplified(text.trim());
  const subject = simplified.replace(WISH, '').replace(WISH_IN_ENGLISH, '').trim();
  // The script is folded one character for one, so the same end of the message is what was typed.
  const rest = [...text.trim()].slice([...simplified].length - [...subject].length).join('');
  const reading = readDescription(rest);
  if (!reading.ok || countCharacters(rest) < LEAST || soundsLikeQuestion(subject)) return null;
  return reading.value;
}

/** Wants to, and has not done it yet: 我申请公开的…… tells of a request made before. */
const APPLIES =
  /^(?:(?:您好|你好)[，,。！!\s]*)?(?:我们?(?:现在|就|来)?(?:想要?|要|需要)|请?帮我|请)(?:现在|就|来)?(?:依?申请|提交|写)(?:一[份个件])?(?:政府信息)?公开/u;
/** Asks about applying, or tells what became of it, wherever the word stands. */
const ASKS =
  /[?？吗]|什么|怎么|怎样|如何|多久|多少|哪|谁|几|条件|流程|材料|费用|期限|可以|能不能|是否|被拒|没有?答复|不给|不予|不答|不理|答复/u;

/** "我要申请公开……" with the papers named: a request that only needs to be written down. */
export function asksToApply(text: string): boolean {
  const simplified = toSimplified(text.trim());
  return APPLIES.test(simplified) && !ASKS.test(simplified) && readCarriedText(text) !== null;
}
