import { dayOf } from '../day.ts';
import type { RetainedClass, RetentionRule } from '../knowledge/schema/retention.ts';
import { type Executor, retained } from '../store/index.ts';
import { countBack } from './count-back.ts';
import { createDrafts } from './drafts.ts';
import { createSpoolFiles } from './spool-files.ts';

/** Rows erased in one transaction: others go on writing in between. */
const AT_ONCE = 100;

export interface RetentionOptions {
  /** The rules as the knowledge has them, past and future ones too. */
  readonly rules: readonly RetentionRule[];
  /** Folder of messages taken while the database was away. */
  readonly spoolDirectory: string;
  /** Ids of the states in which a case has come to its end. */
  readonly closed: readonly string[];
  /** Whether a field of events is one of the fixed values a case is derived and counted from: a day, a number, a choice. */
  readonly isKept: (field: string) => boolean;
  /** What stands in the place of words that were erased. */
  readonly erased: (locale: 'zh-CN' | 'en') => string;
}

/** What is due of one class of data. */
export interface Due {
  readonly data: RetainedClass;
  readonly action: RetentionRule['action'];
  readonly keep: string | null;
  /** What is older than this instant (ISO 8601) is due; null where everything is kept. */
  readonly before: string | null;
  readonly due: number;
  /** The instant the oldest of them is counted from. */
  readonly oldest: string | null;
}

type Erasable = Exclude<RetainedClass, 'audit'>;

function listClasses({
  spoolDirectory,
  erased,
  closed,
  isKept,
}: RetentionOptions): Readonly<Record<Erasable, retained.Retained>> {
  const { visits, unanswered, handOvers, inbox, attempts, ratings, followUps, holds, accessLog } = retained;
  return {
    drafts: createDrafts(erased),
    // Letters and visits before what they hang on.
    documents: retained.createDocuments(closed),
    attachments: retained.createAttachments(closed),
    requests: retained.createRequests(closed, isKept),
    visits,
    conversations: retained.createConversations(closed),
    unanswered,
    handOvers,
    inbox,
    attempts,
    ratings,
    followUps,
    holds,
    accessLog,
    spool: createSpoolFiles(spoolDirectory),
  };
}

function findRule(rules: readonly RetentionRule[], data: RetainedClass, now: Date): RetentionRule | undefined {
  const today = dayOf(now);
  return rules.find((rule) => rule.data === data && rule.from <= today && today <= (rule.to ?? '9999-12-31'));
}

/** What a run would do now, class by class; nothing is changed. A class without a rule for today is left out. */
export async function previewRetention(
  executor: Executor,
  options: RetentionOptions,
  now: Date,
): Promise<readonly Due[]> {
  const classes: Readonly<Partial<Record<RetainedClass, retained.Retained>>> = listClasses(options);
  const found: Due[] = [];
  for (const rule of options.rules) {
    const { data } = rule;
    if (rule !== findRule(options.rules, data, now)) continue;
    const before = rule.keep === undefined ? null : countBack(now, rule.keep);
    const overdue = before === null ? [] : ((await classes[data]?.find(executor, before)) ?? []);
    found.push({
      data,
      action: rule.action,
      keep: rule.keep ?? null,
      before: before?.toISOString() ?? null,
      due: overdue.length,
      oldest: overdue.map(({ at }) => at).sort()[0] ?? null,
    });
  }
  return found;
}

/** What one step did; null when nothing was left to do. */
export type Step = { readonly data: RetainedClass; readonly many: number } | null;

/**
 * Erases some of what is due, in an open transaction, with the proof of it. What is due is found, locked, and looked for
 * again: somebody may have written, or held the case, in between.
 */
export async function stepRetention(
  executor: Executor,
  options: RetentionOptions,
  { now, by }: { readonly now: Date; readonly by: string },
): Promise<Step> {
  for (const [data, { find, erase }] of Object.entries(listClasses(options)) as [Erasable, retained.Retained][]) {
    const rule = findRule(options.rules, data, now);
    if (rule?.keep === undefined || rule.action === 'keep') continue;
    const before = countBack(now, rule.keep);
    const candidates = await find(executor, before, AT_ONCE);
    await executor.lock(...candidates.flatMap(({ names }) => names));
    const known = new Set(candidates.map(({ key }) => key));
    const overdue = candidates.length
      ? (await find(executor, before, AT_ONCE)).filter(({ key }) => known.has(key))
      : [];
    if (overdue.length === 0) continue;
    await erase(executor, overdue);
    await retained.recordErasure(executor, overdue, { data, action: rule.action, by, at: now });
    return { data, many: overdue.length };
  }
  return null;
}
