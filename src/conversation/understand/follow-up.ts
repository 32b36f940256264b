import type { ConversationState, Topic } from '../state.ts';
import type { Heard } from './hear.ts';
import { dropYears } from './years.ts';

const POINTS_BACK =
  /^(?:不是?[，,。 ]*)?(?:我(?:说|问|指)的是|应该是|是)?[，, ]*(?:那|那么|那要是|如果是|换成|要是|还有|it'?s|what about|and)?/iu;
const TAIL = /[的呢吗啊呀？?。！!，,\s]*$/u;
/** A follow-up is short: a place, a year, a word or two. */
const MOST_CHARACTERS = 14;

/** The words that carry a follow-up, without "不是，我说的是" and "那…呢". */
function stripFrame(text: string): string {
  return text.replace(POINTS_BACK, '').replace(TAIL, '').trim();
}

export interface FollowUp {
  readonly topic: Topic;
  readonly year?: number;
  readonly place?: string;
  /** Who deals with it and how to reach them is asked once more, or what part of the whole it is. */
  readonly asks?: 'authority' | 'share';
}

/** Words that ask for whom to turn to and name nothing themselves. */
const WHOM =
  /^(?:那|这)?(?:个|件事|事|样)?(?:该|要|得|应该)?(?:找谁|归谁管|谁管|找哪个(?:部门|单位|局)|去哪(?:办|问|里|儿)?|(?:他们|它)?的?(?:电话|地址|联系方式)(?:是)?(?:多少|呢|在哪)?|(?:他们|它)?(?:在哪|怎么联系|电话多少|地址在哪|几点上班))$/u;
const SHARE =
  /^(?:那|它|这)?(?:个|些)?(?:占|所占|占了)(?:多少|几成|百分之几|百分之多少|总数多少|比多少|比例多少|多大比例)$/u;

/**
 * A message that only makes sense after the last one: "那2017年呢", "大连呢", "不是，我说的是铁西区".
 * Undefined when it stands on its own or there is nothing to follow.
 */
export function readFollowUp(heard: Heard, state: ConversationState): FollowUp | undefined {
  const { topic } = state;
  if (!topic || heard.text.length > MOST_CHARACTERS) return undefined;
  const rest = stripFrame(heard.text);
  const year = heard.years[0] ?? (heard.sameYear ? topic.year : undefined);
  if (
    year !== undefined &&
    /^(?:\d{2,4}|[一二][零〇一二三四五六七八九]{3}|[去前今]|大前|上|那)一?年?度?(?:以前|之前|那会儿|的时候)?$/u.test(
      rest,
    )
  ) {
    return { topic, year };
  }
  if (topic.kind === 'matter' && WHOM.test(rest)) {
    return { topic, asks: 'authority', ...(topic.place === undefined ? {} : { place: topic.place }) };
  }
  if (topic.kind === 'figure' && SHARE.test(rest)) return { topic, asks: 'share' };
  const [mention] = heard.places;
  const only = mention?.kind === 'named' && mention.candidates.length === 1 ? mention.candidates[0] : undefined;
  if (only && topic.kind === 'matter' && rest.replace(mention?.text ?? '', '').length <= 1)
    return { topic, place: only.code };
  return undefined;
}

const IN_PASSING = /^(?:那|还有)|呢[？?。]?$/u;

/**
 * What a question in passing names (网站 of 那年网站呢, 起诉 of 起诉呢); undefined when the message is none, or names nothing.
 */
export function readInPassing(heard: Heard): string | undefined {
  if (heard.text.length > MOST_CHARACTERS || !IN_PASSING.test(heard.text)) return undefined;
  const rest = stripFrame(dropYears(heard.normal));
  return rest.length >= 2 ? rest : undefined;
}

/** The place still spoken of when another matter is asked after in passing: 社保呢 after something in Dalian. */
export function keepPlace(heard: Heard, state: ConversationState): string | null {
  const { topic } = state;
  const inPassing = heard.text.length <= MOST_CHARACTERS && IN_PASSING.test(heard.text);
  return topic?.kind === 'matter' && inPassing && heard.places.length === 0 ? (topic.place ?? null) : null;
}
