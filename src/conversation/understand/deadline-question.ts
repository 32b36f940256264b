import type { Day } from '../../day.ts';
import { toSimplified } from '../../knowledge/script/index.ts';
import { type DayMention, findDays } from './dates.ts';

/** What a message wants reckoned. `day` null leaves the day open: today, or that of the request at hand. */
export type DeadlineQuestion =
  /** When an answer is due at the latest. */
  | { readonly asks: 'due'; readonly day: Day | null }
  /** A day named that does not exist, in the person's words. */
  | { readonly asks: 'impossible'; readonly said: string }
  /** How a date just given came about: 怎么算的. */
  | { readonly asks: 'how' }
  /** Another day for the question before: 那3月2日呢. */
  | { readonly asks: 'again'; readonly day: Day };

const WHEN = /最晚|最迟|到期|截止|哪一?[天日]|几号|什么时候|啥时候|何时|多会儿/u;
const REPLY = /答复|答覆|回复|回覆|回话|回信|准信|有信|结果|到期|截止|期限/u;
const DATED = /哪一?[天日]|几号|到期日|截止日/u;
/** The clock's start is another question, with an answer of its own. */
const STARTS = /起算|算起|开始|从哪|怎么算收到/u;

/**
 * Words a plain question about the day of an answer is made of. A message with any other word is about something else
 * (复议, 补正, 信访, 驾照) and is left to the search.
 */
const PLAIN = new RegExp(
  [
    '政府信息公开|信息公开|依申请公开|公开|申请书?|这份|这个|那个|那|这|一份|份|件|材料',
    '如果|要是|假如|的话|我们|咱们|你们|我|咱|俺|您|你|机关|政府|单位|他们|对方',
    '提交|递交|交上去|交|递|邮寄|寄出|寄到|寄|送达|送|收到|签收|确认|受理|提出|发|网上|线上|当面|窗口|准备|打算|已经|双方',
    '最晚|最迟|最多|最后|什么时候|啥时候|何时|多会儿|哪一?[天日]|几号|什么日子|日期|日子|时间|一天|天',
    '答复|答覆|回复|回覆|回话|回信|准信|有信儿?|结果|到期|期限|截止|届满|法定|(?:20|二十|15|十五)个?工作日|办完|办结',
    '应该|应当|必须|能|会|要|可以|得|是|到|在|算出来|算一下|算算|算|之前|以前|之内|前|内|拖|等|给|有|就|才|里|对',
    '请问|帮忙|帮|请|想知道|知道|查|说|想|问一下|问|怎么|如何|咋|一下|从|按|呢|吗|嘛|啊|呀|吧|么|的|了|过|[\\s，,。.？?！!、；;:：]',
  ].join('|'),
  'gu',
);

const HOW =
  /^(?:那|这个?|上面|刚才)?(?:的)?(?:最晚|答复)?(?:日期|日子|期限|时间|天数|到期日|截止日期?)?(?:是|到底)*(?:怎么|咋|如何)(?:算|数|来|得)(?:出来)?(?:的)?[呢啊呀]?$/u;
const AGAIN = /^(?:那么?|如果|要是)?(?:是|在)?(?:交|提交|收到|申请)?(?:的)?(?:话)?呢?$/u;

function dropDays(text: string, days: readonly DayMention[]): string {
  return days.reduce((left, { text: words }) => left.replace(words, ''), text);
}

/** The day of receipt among several: the one that is said to be it. Undefined when that cannot be told. */
function chooseDay(text: string, days: readonly DayMention[]): DayMention | undefined {
  if (days.length < 2) return days[0];
  const received = days.filter(({ at, text: words }) =>
    /^[\s，,]*(?:双方)?(?:收到|签收|确认)/u.test(text.slice(at + words.length)),
  );
  return received.length === 1 ? received[0] : undefined;
}

function isPlain(text: string): boolean {
  return text.replaceAll(PLAIN, '') === '';
}

/**
 * Reads a clear question about the day an answer is due; undefined for every other message. Clear means: it asks for a
 * day, speaks of the answer, and no word in it is about anything else.
 * @param names what the desk's own authority is called; naming it changes nothing
 */
export function readDeadlineQuestion(
  raw: string,
  { today, names }: { readonly today: Day; readonly names: readonly string[] },
): DeadlineQuestion | undefined {
  if (raw.length > 60) return undefined;
  const text = names.reduce((left, name) => left.replaceAll(name, ''), toSimplified(raw).trim());
  const bare = text.replaceAll(/[\s，,。.？?！!]+/gu, '');
  if (HOW.test(bare)) return { asks: 'how' };
  const days = findDays(text, today);
  const rest = dropDays(text, days);
  const mention = chooseDay(text, days);
  const asks = WHEN.test(rest) && REPLY.test(rest) && !STARTS.test(rest) && isPlain(rest);
  if (asks && mention?.day === null) return { asks: 'impossible', said: mention.text };
  if (asks && mention?.day) return { asks: 'due', day: mention.day };
  if (asks && !days.length && DATED.test(rest)) return { asks: 'due', day: null };
  const again = days.length === 1 && mention?.day && AGAIN.test(dropDays(bare, days));
  return again ? { asks: 'again', day: mention.day } : undefined;
}
