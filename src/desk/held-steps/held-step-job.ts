import type { ActingRules } from '../../cases/index.ts';
import type { Job } from '../../delivery/index.ts';
import { DeskError } from '../../errors.ts';
import { type Locale, type Messages, say } from '../../messages.ts';
import type { Executor } from '../../store/index.ts';
import { createHoldingJob } from '../holding/index.ts';
import { findStaff } from '../identity/index.ts';
import { mayAtAll } from '../rights/index.ts';
import { doHeldStep } from './do-held-step.ts';
import { type HeldStep, keepFailed, takeHeldStep } from './held-step-store.ts';
import { sayRefused } from './say-refused.ts';

export interface HeldStepOptions {
  readonly rules: () => ActingRules;
  readonly messages: () => Messages;
}

type Why = Readonly<Record<Locale, string>>;

/** Does a step with the rights its holder has now. Says why when it may not happen; null when it was done. */
async function attempt(executor: Executor, step: HeldStep, options: HeldStepOptions, now: Date): Promise<Why | null> {
  const messages = options.messages();
  const write = (key: string): Why => ({ 'zh-CN': say(messages, 'zh-CN', key), en: say(messages, 'en', key) });
  const staff = await findStaff(executor, step.heldBy);
  if (!staff || staff.disabledAt !== null) return write('desk.forbidden');
  const actor = { ...staff, standing: 'full' } as const;
  if (!mayAtAll(actor, 'request.act')) return write('desk.forbidden');
  try {
    const acted = await doHeldStep(executor, options.rules(), step, { actor, now });
    return acted.done ? null : sayRefused(messages, acted);
  } catch (error) {
    if (error instanceof DeskError && error.code === 'CASE_CHANGED') return write('desk.changed');
    throw error;
  }
}

/** Does a held step when its time is up. One that may not happen any more stays, with the reason, for who decided on it. */
export function createHeldStepJob(options: HeldStepOptions): Job {
  return createHoldingJob({
    take: takeHeldStep,
    hasFailed: ({ failed }) => failed !== null,
    attempt: async (executor, step, now) => {
      const why = await attempt(executor, step, options, now);
      if (why === null) return { done: true };
      return { done: false, subject: `request:${step.number}`, keep: () => keepFailed(executor, step, why) };
    },
  });
}
