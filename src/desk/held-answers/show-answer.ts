import type { OutMessage } from '../../channel/message.ts';
import type { KnowledgeBase } from '../../knowledge/release.ts';
import type { HeldAnswer } from '../../store/index.ts';
import { maskCitizensWords, maskDesksWords } from '../conversations/mask-words.ts';
import { wordsOf } from '../conversations/words-of.ts';

/** An answer that waits, as staff see it. */
export interface ShownAnswer extends Omit<HeldAnswer, 'replies' | 'conversation' | 'release'> {
  /** Title of what it comes from; null for a figure. */
  readonly title: string | null;
  readonly text: string;
  readonly sources: readonly string[];
}

/** All words of an answer, as one text. */
export const joinWords = (replies: readonly OutMessage[]): string => replies.map(wordsOf).join('\n\n');

function findTitle({ answers, matters }: KnowledgeBase, subject: string): string | null {
  const id = subject.slice(subject.indexOf('/') + 1);
  const known = answers.find((each) => each.id === id) ?? matters.find((each) => each.id === id);
  return known?.title ?? null;
}

/** What belongs to nobody but the citizen is masked; what a colleague wrote stays as it is. */
export function showAnswer(answer: HeldAnswer, base: KnowledgeBase): ShownAnswer {
  const { replies, conversation: _, release: __, ...rest } = answer;
  const text = joinWords(replies);
  const cited = replies.flatMap((reply) => (reply.kind === 'text' ? (reply.sources ?? []) : []));
  return {
    ...rest,
    question: rest.question === null ? null : maskCitizensWords(rest.question),
    title: findTitle(base, rest.subject),
    text: rest.editedBy === null ? maskDesksWords(text, base) : text,
    sources: cited.map(({ title, article }) => [title, article].filter(Boolean).join(' ')),
  };
}
