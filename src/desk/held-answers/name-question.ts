import { shortenQuestion } from '../../conversation/skills/approval.ts';

type Say = (key: string, values?: Readonly<Record<string, string>>) => string;

/** A sentence about an answer, which repeats the question where one was typed. */
export function nameQuestion(say: Say, key: 'still' | 'released', asked: string | null): string {
  const question = shortenQuestion(asked);
  return say(question === '' ? `approval.${key}_choice` : `approval.${key}`, { question });
}
