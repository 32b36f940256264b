import type { ZodObject, ZodType, z } from 'zod';
import type { Executor } from '../../store/index.ts';
import type { LiveSession } from '../identity/index.ts';
import type { Action, Actor, Subject } from '../rights/index.ts';
import type { DeskServices } from './services.ts';

/** A call that came through every guard. */
export interface Call<Params, Query, Body, Thing> {
  readonly actor: Actor;
  readonly session: LiveSession | undefined;
  readonly params: Params;
  readonly query: Query;
  readonly body: Body;
  /** What `find` found. */
  readonly thing: Thing;
  /** The open transaction of a change; the store itself when reading. */
  readonly executor: Executor;
  readonly services: DeskServices;
  readonly now: Date;
  readonly address: string;
  /** Does something once the transaction is on disk, and only then. */
  readonly afterCommit: (work: () => void) => void;
  /** Gives the browser a new session, or takes it away (`null`). */
  readonly setSession: (id: string | null) => void;
}

export interface EndpointOf<
  Params extends ZodObject,
  Query extends ZodObject,
  Body extends ZodType,
  Thing,
  Result extends ZodType,
> {
  readonly method: 'GET' | 'POST' | 'PUT' | 'PATCH' | 'DELETE';
  /** Below `/desk/api`, with `:name` for parameters. */
  readonly path: string;
  readonly action: Action;
  /** One line for the OpenAPI document. */
  readonly summary: string;
  readonly params?: Params;
  readonly query?: Query;
  readonly body?: Body;
  /** Status 200. An object loses every field the schema does not name. */
  readonly response: Result;
  /** Narrows the response to what this actor may see of it. */
  readonly view?: (actor: Actor) => ZodType;
  /** Looks up what the action is done to; undefined is answered as 404. */
  readonly find?: (
    executor: Executor,
    params: z.output<Params>,
    actor: Actor,
  ) => Promise<{ readonly subject: Subject; readonly thing: Thing } | undefined>;
  /** The handler opens transactions of its own: it does slow work (a password's hash) between reading and writing. */
  readonly ownTransactions?: boolean;
  /** Most bytes of a body, where a file comes along. */
  readonly bodyLimit?: number;
  /** The call makes a session and therefore comes without one. */
  readonly withoutSession?: boolean;
  readonly handle: (call: Call<z.output<Params>, z.output<Query>, z.output<Body>, Thing>) => Promise<z.input<Result>>;
}

/** An endpoint whose types were checked where it was written. */
export interface Endpoint extends Omit<EndpointOf<ZodObject, ZodObject, ZodType, unknown, ZodType>, 'find' | 'handle'> {
  readonly find?: (
    executor: Executor,
    params: never,
    actor: Actor,
  ) => Promise<{ readonly subject: Subject; readonly thing: unknown } | undefined>;
  readonly handle: (call: never) => Promise<unknown>;
}

/** Declares an endpoint: what is sent, what comes back and which right it needs, in one place. */
export function endpoint<
  Params extends ZodObject = ZodObject,
  Query extends ZodObject = ZodObject,
  Body extends ZodType = ZodType,
  Thing = undefined,
  Result extends ZodType = ZodType,
>(declared: EndpointOf<Params, Query, Body, Thing, Result>): Endpoint {
  return declared;
}
