import type { TopicAnswer } from '../../knowledge/release.ts';
import type { Candidate } from '../../knowledge/search/index.ts';

/** What an answer keeps of its probability when none of the words of its topic is said. */
const UNNAMED = 0.4;
/** It only stands back behind another that is at least so much as likely. */
const RIVAL = 0.4;
const MOST = 0.99;
const HAN = /\p{Script=Han}/u;

export interface Spoken {
  /** The message made comparable. */
  readonly normal: string;
  /** Another authority or another place than the desk's own is named. */
  readonly elsewhere: boolean;
}

/** Whether an answer is meant only by who says one of its words, and none of them is said. */
function isUnnamed(answer: TopicAnswer | undefined, normal: string): boolean {
  if (answer === undefined || answer.names.length === 0 || !HAN.test(normal)) return false;
  return !answer.names.some((name) => normal.includes(name));
}

/**
 * Candidates weighed by what the message names: an answer about this authority does not answer for another one, and
 * one of a narrow topic (suing, petitions) stands back when no word of the topic is said. What these lose in
 * probability the others gain. Best first.
 */
export function weighCandidates(
  candidates: readonly Candidate[],
  { normal, elsewhere }: Spoken,
  answers: ReadonlyMap<string, TopicAnswer>,
): readonly Candidate[] {
  const answerOf = ({ id }: Candidate) => answers.get(id.replace(/^answer\//u, ''));
  const named = candidates.filter((candidate) => !isUnnamed(answerOf(candidate), normal));
  const best = Math.max(0, ...named.map(({ probability }) => probability));
  const shares = candidates.map((candidate) => {
    if (elsewhere && answerOf(candidate)?.own) return 0;
    return named.includes(candidate) || best < candidate.probability * RIVAL ? 1 : UNNAMED;
  });
  const lost = candidates.reduce((sum, { probability }, at) => sum + probability * (1 - (shares[at] ?? 1)), 0);
  if (lost === 0) return candidates;
  const gain = 1 / Math.max(0.5, 1 - lost);
  return candidates
    .flatMap((candidate, at) => {
      const share = shares[at] ?? 1;
      const probability = share === 1 ? Math.min(MOST, candidate.probability * gain) : candidate.probability * share;
      return share === 0 ? [] : [{ ...candidate, probability }];
    })
    .toSorted((a, b) => b.probability - a.probability);
}
