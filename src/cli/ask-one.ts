import { renderPlain } from '../channel/render-plain.ts';
import type { Outcome } from '../conversation/outcome.ts';
import type { Release } from '../conversation/release.ts';
import { startState } from '../conversation/state.ts';
import { turn } from '../conversation/turn.ts';
import { say } from '../messages.ts';

/** One question answered in a conversation of its own: the stable machine interface of `ask --json`. */
export interface Asked extends Outcome {
  readonly question: string;
  /** The full plain text, choices numbered and sources named. */
  readonly reply: string;
  readonly ms: number;
}

/** Asks one question in a fresh conversation; nothing is stored, and nobody has to approve what is answered. */
export function askOne(question: string, served: Release, now: Date, clock: () => number): Asked {
  const release = { ...served, base: { ...served.base, approval: undefined } };
  const started = clock();
  const first = turn(startState(), { kind: 'text', text: question }, release, now, 'ask');
  const queued = first.effects.some((effect) => effect.kind === 'join_queue');
  // Nobody stands in a queue of `ask`; the answer a person would get is still shown.
  const result = queued
    ? turn(first.state, { kind: 'event', event: { kind: 'queue_joined', ahead: 0, past: [] } }, release, now, 'ask')
    : first;
  const words = { sources: say(release.messages, result.state.locale, 'conversation.sources') };
  const reply = result.replies.map((message) => renderPlain(message, words)).join('\n\n');
  return { question, ...result.outcome, reply, ms: Math.round((clock() - started) * 1000) / 1000 };
}
