import type { OutMessage } from '../../channel/message.ts';
import type { Release } from '../../conversation/release.ts';
import { startState } from '../../conversation/state.ts';
import { turn } from '../../conversation/turn.ts';
import { ANSWER_NOTE } from '../../delivery/index.ts';
import { say } from '../../messages.ts';
import {
  appendLines,
  decideHeldAnswer,
  dropTimer,
  type Executor,
  editHeldAnswer,
  type HeldAnswer,
  loadState,
  type NewLine,
  nameConversation,
  recordUnanswered,
  saveState,
} from '../../store/index.ts';
import { type AuditEvent, appendAudit } from '../audit/index.ts';
import { nameQuestion } from './name-question.ts';

/** Somebody who decides, and the version they saw. */
export interface Deciding {
  readonly executor: Executor;
  readonly release: Release;
  readonly by: number;
  readonly version: number;
  readonly now: Date;
}

async function settle(deciding: Deciding, answer: HeldAnswer, state: 'released' | 'rejected'): Promise<boolean> {
  const { executor } = deciding;
  await executor.lock(nameConversation(answer));
  if (!(await decideHeldAnswer(executor, answer.id, state, deciding))) return false;
  await dropTimer(executor, { kind: ANSWER_NOTE, subject: String(answer.id) });
  await record(deciding, answer, state === 'released' ? 'answer_released' : 'answer_rejected');
  return true;
}

async function record({ executor, by, now }: Deciding, { id, subject, editedBy }: HeldAnswer, event: AuditEvent) {
  const detail = { what: subject, editedBy: editedBy ?? 0 };
  await appendAudit(executor, { at: now.toISOString(), event, actor: `staff:${by}`, subject: `answer:${id}`, detail });
}

/** Sends it as it stands, by the turn, so that its buttons and the language are those of the conversation. */
export async function approveAnswer(deciding: Deciding, answer: HeldAnswer): Promise<boolean> {
  const { executor, release, by, now } = deciding;
  if (!(await settle(deciding, answer, 'released'))) return false;
  const { question, replies, editedBy } = answer;
  const state = (await loadState(executor, answer)) ?? startState();
  const event = { kind: 'answer_released', question, replies } as const;
  const told = turn(state, { kind: 'event', event }, release, now, `answer:${answer.id}`);
  // What a colleague wrote goes out as theirs; while staff own the conversation all of it does, the bot is silent there.
  const writer = editedBy ?? (state.owner === 'staff' ? by : null);
  const lines = told.replies.map(
    (message): NewLine =>
      writer === null
        ? { from: 'desk', message, release: answer.release }
        : { from: 'staff', message, release: answer.release, writtenBy: writer },
  );
  await appendLines(executor, answer, lines, now);
  await saveState(executor, answer, told.state, now);
  return true;
}

/** Writes it anew: sources and buttons stay. Somebody else has to approve it then. */
export async function editAnswer(deciding: Deciding, answer: HeldAnswer, text: string): Promise<boolean> {
  const sources = answer.replies.flatMap((reply) => (reply.kind === 'text' ? (reply.sources ?? []) : []));
  const last = answer.replies.at(-1);
  const choices = last && last.kind !== 'notice' ? last.choices : undefined;
  const written: OutMessage = { kind: 'text', text, sources, ...(choices ? { choices } : {}) };
  if (!(await editHeldAnswer(deciding.executor, answer, [written], deciding))) return false;
  await record(deciding, answer, 'answer_edited');
  return true;
}

/** Answers in one's own words instead. What the desk would have said is kept for the editors as answered poorly. */
export async function rejectAnswer(deciding: Deciding, answer: HeldAnswer, text: string): Promise<boolean> {
  const { executor, release, by, now } = deciding;
  if (!(await settle(deciding, answer, 'rejected'))) return false;
  const { question, channel, subject } = answer;
  const { locale } = (await loadState(executor, answer)) ?? startState();
  const words = (key: string, values = {}) => say(release.messages, locale, key, values);
  const head = { kind: 'notice', text: nameQuestion(words, 'released', question) } as const;
  const lines = [head, { kind: 'text', text } as const].map(
    (message): NewLine => ({ from: 'staff', message, writtenBy: by }),
  );
  await appendLines(executor, answer, lines, now);
  const nearest = subject.slice(subject.indexOf('/') + 1);
  if (question !== null) await recordUnanswered(executor, { question, nearest, channel, why: 'poor' }, now);
  return true;
}
