import { type ZodObject, z } from 'zod';
import type { Action } from '../../rights/index.ts';
import { type Call, type Endpoint, type EndpointOf, endpoint } from '../endpoint.ts';

/** What holding something answers: its id, and when it is done. */
export const heldSchema = z.object({ id: z.number().int(), dueAt: z.string() });

type CallOn<Params extends ZodObject, Thing> = Call<z.output<Params>, unknown, unknown, Thing>;

interface HeldEndpoints<Params extends ZodObject, Thing, Held> {
  /** Of one held thing. */
  readonly path: string;
  readonly params: Params;
  readonly find: NonNullable<EndpointOf<Params, ZodObject, z.ZodType, Thing, z.ZodType>['find']>;
  /** Rights to do it at once, and to take it back. */
  readonly finish: { readonly action: Action; readonly summary: string };
  readonly undo: { readonly action: Action; readonly summary: string };
  /** Takes one's own away; undefined when it was done or taken back meanwhile. */
  readonly takeOwn: (call: CallOn<Params, Thing>) => Promise<Held | undefined>;
  /** False when it may not be done any more. */
  readonly doNow: (call: CallOn<Params, Thing>, held: Held) => Promise<boolean>;
}

/** The two calls about whatever is held ten seconds: do it at once, and take it back. */
export function heldEndpoints<Params extends ZodObject, Thing, Held>({
  path,
  params,
  find,
  finish,
  undo,
  takeOwn,
  doNow,
}: HeldEndpoints<Params, Thing, Held>): readonly Endpoint[] {
  return [
    endpoint({
      method: 'POST',
      path: `${path}/now`,
      ...finish,
      params,
      find,
      response: z.object({ done: z.boolean() }),
      handle: async (call) => {
        const held = await takeOwn(call);
        return { done: held !== undefined && (await doNow(call, held)) };
      },
    }),
    endpoint({
      method: 'DELETE',
      path,
      ...undo,
      params,
      find,
      response: z.object({ undone: z.boolean() }),
      handle: async (call) => ({ undone: (await takeOwn(call)) !== undefined }),
    }),
  ];
}
