import type { ConversationState, Topic } from '../state.ts';
import type { Heard } from './hear.ts';

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
}

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
  const [mention] = heard.places;
  const only = mention?.kind === 'named' && mention.candidates.length === 1 ? mention.candidates[0] : undefined;
  if (only && topic.kind === 'matter' && rest.replace(mention?.text ?? '', '').length <= 1)
    return { topic, place: only.code };
  return undefined;
}
