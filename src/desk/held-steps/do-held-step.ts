import { type Acted, type ActingRules, actOnCase } from '../../cases/index.ts';
import type { Executor } from '../../store/index.ts';
import { asCaseActor } from '../as-case-actor.ts';
import { appendAudit } from '../audit/index.ts';
import type { Actor } from '../rights/index.ts';
import type { HeldStep } from './held-step-store.ts';

/**
 * Does what was held, as the one who decided on it, on the case as they saw it.
 * @throws DeskError NOT_FOUND · CASE_CHANGED when somebody else acted on the case meanwhile
 */
export async function doHeldStep(
  executor: Executor,
  rules: ActingRules,
  { number, event, fields, version }: Pick<HeldStep, 'number' | 'event' | 'fields' | 'version'>,
  { actor, now }: { readonly actor: Actor; readonly now: Date },
): Promise<Acted> {
  const command = { number, event, fields, actor: await asCaseActor(executor, actor), expectedVersion: version };
  const acted = await actOnCase({ ...rules, executor, now }, command);
  if (acted.done) {
    const entry = { at: now.toISOString(), event: 'case_event', actor: `staff:${actor.id}` } as const;
    await appendAudit(executor, { ...entry, subject: `request:${number}`, detail: { what: event } });
  }
  return acted;
}
