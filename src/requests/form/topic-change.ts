import type { Field } from './fields.ts';
import { countCharacters, tidyLine } from './read/tidy.ts';

const ASKS_AT_END = /(?:[?？]|[吗么呢嘛]|没有|是什么|怎么办|行不行|可不可以|能不能)\s*[?？。!！]*$/u;
const ASKS_AT_START =
  /^(?:请问|想问|问一下|怎么|怎样|如何|多久|多长时间|几天|多少|为什么|为啥|什么|哪|谁|几点|能不能|可不可以|可以不可以|是不是|是否|要不要|需不需要|凭什么|干嘛)/u;
const ASKS_IN_ENGLISH = /^(?:how|what|why|when|where|who|which|can|could|do|does|is|are|must)\s/iu;
/** Fewer English words may be a name: Can Yaman, Do Van Long. */
const ENGLISH_SENTENCE = 4;
const ORGANISATION = /(?:公司|集团|企业|厂|店|会|所|院|校|中心|社|部|局|站|馆|团|队|行|大学)$/u;

/** About the procedure itself: what it costs, how long it takes, what becomes of what was typed. */
const PROCEDURE: readonly RegExp[] = [
  /(?:要|收|交|花|用|需要)(?:不(?:要|收|交|花|用))?(?:钱|费)|收费|免费|费用/u,
  /多久|多长时间|几天|什么时候|啥时候|何时|几个工作日/u,
  /(?:答复|回复|办好|办理|结果|进度|撤回|补正|复议|延期)/u,
  /(?:带|准备|提供|交)(?:什么|哪些|啥)|材料|身份证|实名|隐私|泄露|安全|保密|匿名/u,
  /(?:你|您)(?:是|会|能)|机器人|真人|人工/u,
  /(?:电话|地址|在哪|几点|上班|办公时间|找谁|哪个部门|归谁)/u,
  /申请.{0,6}(?:成功|有效|提交)|(?:能|可以).{0,4}申请/u,
  /\b(?:cost|fee|free|how long|deadline|reply|withdraw|safe|privacy|human|phone|office)\b/iu,
];
/** Asks to be given something, so that it is the description itself however it ends. */
const WANTS_PAPERS =
  /(?:公开|提供|公布|公示|查阅|文件|报告|方案|批复|规划|名单|台账|合同|记录|通知|决定|预算|决算|档案|数据|明细|年度|\d{4}年)/u;
const LONGEST_ASIDE = 30;

/** Whether a message is put as a question, by its first or last words. */
export function soundsLikeQuestion(text: string): boolean {
  const line = tidyLine(text);
  if (ASKS_AT_END.test(line) || ASKS_AT_START.test(line)) return true;
  return ASKS_IN_ENGLISH.test(line) && line.split(' ').length >= ENGLISH_SENTENCE;
}

/** Asks why this very question is put; the form answers that itself. */
export function asksWhy(text: string): boolean {
  const line = tidyLine(text);
  return (
    countCharacters(line) <= LONGEST_ASIDE &&
    /为什么|为啥|干嘛|干什么|干啥|凭什么|有什么用|有啥用|一定要|必须|\bwhy\b/iu.test(line) &&
    /要|问|填|写|用|给|身份|证件|电话|手机|姓名|名字|地址|邮箱|号码|这个|\b(?:need|ask|want|give)\b/iu.test(line)
  );
}

/**
 * Whether a message is no answer to the field but a question about something else, to be answered by the turn
 * while the form waits. A description may itself be put as a question, so there only the procedure counts.
 */
export function isTopicChange(text: string, field: Field, valid: boolean): boolean {
  if (!soundsLikeQuestion(text)) return false;
  const line = tidyLine(text);
  switch (field.name) {
    case 'description':
      return (
        countCharacters(line) <= LONGEST_ASIDE &&
        !WANTS_PAPERS.test(line) &&
        PROCEDURE.some((pattern) => pattern.test(line))
      );
    case 'name':
    case 'contactName':
      return !(valid && ORGANISATION.test(line));
    default:
      return !valid;
  }
}
