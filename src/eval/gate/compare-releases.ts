import type { KnowledgeBase } from '../../knowledge/release.ts';
import { findFault } from '../evaluate.ts';
import { collectQuestions, type GateQuestion } from './collect-questions.ts';

/** What a release replies to a question. */
export interface GateReply {
  readonly kind: string;
  readonly id: string | null;
  /** From 0 to 1. */
  readonly confidence: number;
  /** Entries offered beside it or, when it asks back, instead of an answer: `answer/deadline`. */
  readonly alternatives: readonly string[];
  readonly reply: string;
}

/** A release to be asked. */
export interface Asked {
  readonly base: KnowledgeBase;
  readonly ask: (question: string) => GateReply;
}

/**
 * What became of an answer. appeared, vanished: the question came to be settled, or no longer is. changed: another entry
 * answers. reworded: the same entry says something else. confidence: the same, at least a tenth surer or less sure.
 */
export type GateChange = 'appeared' | 'vanished' | 'changed' | 'reworded' | 'confidence' | 'same';

export interface GateRow {
  readonly question: string;
  readonly origin: GateQuestion['origin'];
  readonly entry: string | null;
  readonly change: GateChange;
  readonly before: GateReply;
  readonly after: GateReply;
  /** Why the reply does not hold; null when it does. */
  readonly fault: string | null;
  /** true when it comes less near to what is expected than before, or when a new test does not even come near. */
  readonly regression: boolean;
}

export interface GateResult {
  readonly asked: number;
  readonly counts: Readonly<Record<GateChange, number>>;
  readonly regressions: number;
  /** Everything that is not the same, and every regression. */
  readonly rows: readonly GateRow[];
}

const UNSETTLED: ReadonlySet<string> = new Set(['none', 'clarify', 'smalltalk']);
const isSettled = ({ kind }: GateReply) => !UNSETTLED.has(kind);

/** Difference of confidence worth telling. */
const NOTABLE = 0.1;

function nameChange(before: GateReply, after: GateReply): GateChange {
  if (isSettled(before) !== isSettled(after)) return isSettled(after) ? 'appeared' : 'vanished';
  if (before.id !== after.id || before.kind !== after.kind) return 'changed';
  if (before.reply !== after.reply) return 'reworded';
  return Math.abs(before.confidence - after.confidence) >= NOTABLE ? 'confidence' : 'same';
}

/** How near a reply comes to what is expected: it holds (2), asks back and offers it (1), or neither (0). */
function gradeReply(question: GateQuestion, reply: GateReply): number {
  if (findFault(question, reply) === undefined) return 2;
  const offered = reply.alternatives.map((each) => each.slice(each.indexOf('/') + 1));
  return reply.kind === 'clarify' && question.ids?.some((id) => offered.includes(id)) ? 1 : 0;
}

/** What is asked of either release: a question both know is held to what each of them expects. */
function pairQuestions(before: Asked, after: Asked) {
  const old = new Map(collectQuestions(before.base).map((each) => [each.question, each]));
  const fresh = new Map(collectQuestions(after.base).map((each) => [each.question, each]));
  return [...new Set([...fresh.keys(), ...old.keys()])].flatMap((question) => {
    const [was, is] = [old.get(question), fresh.get(question)];
    const shown = is ?? was;
    return shown ? [{ question, was, is, shown }] : [];
  });
}

/** Asks both releases everything either is tried with, and says what becomes of each answer. */
export function compareReleases(
  before: Asked,
  after: Asked,
  onAsked: (done: number, of: number) => void = () => {},
): GateResult {
  const counts = { appeared: 0, vanished: 0, changed: 0, reworded: 0, confidence: 0, same: 0 };
  const rows: GateRow[] = [];
  const pairs = pairQuestions(before, after);
  for (const [index, { question, was, is, shown }] of pairs.entries()) {
    const old = before.ask(question);
    const reply = after.ask(question);
    // A question only one of them knows is asked of both, and held to what that one expects.
    const [graded, gradedBefore] = [gradeReply(is ?? shown, reply), gradeReply(was ?? shown, old)];
    const newTest = shown.origin === 'tests' && was === undefined;
    const change = nameChange(old, reply);
    // Every edit shifts what the index has learned a little: still offered, and hardly less sure, is no worse.
    const wavers = graded === 1 && gradedBefore === 2 && old.confidence - reply.confidence < NOTABLE;
    const regression = (graded < gradedBefore && !wavers) || (newTest && graded === 0);
    const fault = findFault(is ?? shown, reply);
    counts[change] += 1;
    if (change !== 'same' || regression) {
      const { origin, entry } = shown;
      rows.push({ question, origin, entry, change, before: old, after: reply, fault: fault ?? null, regression });
    }
    onAsked(index + 1, pairs.length);
  }
  const regressions = rows.filter(({ regression }) => regression).length;
  return { asked: pairs.length, counts, regressions, rows };
}
