import type { Executor } from '../../store/index.ts';
import type { LiveSession } from '../identity/index.ts';
import type { Actor } from '../rights/index.ts';
import type { Call, Endpoint } from './endpoint.ts';
import { decide, ON_NOTHING, recordRefusal } from './guard.ts';
import { ApiRefusal } from './refusal.ts';
import type { DeskServices } from './services.ts';

type AnyCall = Call<unknown, unknown, unknown, unknown>;

/** A call whose words were read already, wherever it came from. */
export interface Asked {
  readonly actor: Actor;
  readonly session: LiveSession | undefined;
  readonly params: unknown;
  readonly query: unknown;
  readonly body: unknown;
  readonly address: string;
  readonly setSession: (id: string | null) => void;
  /** Asked first, in the same transaction; false: this was done before and is not done again. */
  readonly isFirst?: ((executor: Executor) => Promise<boolean>) | undefined;
  /** Done last, in the same transaction. */
  readonly settle?: ((executor: Executor, result: unknown) => Promise<void>) | undefined;
}

/**
 * Runs one call: the look-up, the decision and the act stand in one transaction.
 * @throws ApiRefusal forbidden, not_found, and whatever the endpoint refuses
 */
export async function perform(endpoint: Endpoint, asked: Asked, services: DeskServices): Promise<unknown> {
  const { actor, isFirst, settle, ...rest } = asked;
  const after: (() => void)[] = [];
  const act = async (executor: Executor) => {
    // A transaction others got in the way of runs again from here.
    after.length = 0;
    if (isFirst && !(await isFirst(executor))) return { decision: 'granted' } as const;
    const found = endpoint.find ? await endpoint.find(executor, rest.params as never, actor) : ON_NOTHING;
    const decision = decide(actor, endpoint.action, found);
    if (decision !== 'granted' || !found) return { decision };
    const call: AnyCall = {
      ...rest,
      actor,
      thing: found.thing,
      executor,
      services,
      now: services.now(),
      afterCommit: (work) => after.push(work),
    };
    const result = await endpoint.handle(call as never);
    await settle?.(executor, result);
    return { decision, result };
  };
  const plain = endpoint.method === 'GET' || endpoint.ownTransactions;
  const { decision, result } = await (plain ? act(services.store) : services.store.transaction(act));
  if (decision === 'forbidden') await recordRefusal(actor, endpoint.action, services);
  if (decision !== 'granted') throw new ApiRefusal(decision);
  for (const work of after) work();
  return result;
}
