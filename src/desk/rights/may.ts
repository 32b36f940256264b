import type { Role } from '../../roles.ts';
import { ACTIONS, type Action, type State } from './actions.ts';
import { MATRIX, type Party } from './matrix.ts';

/** Who asks. Roles count only once everything asked at sign-in was given (`full`). */
export interface Actor {
  readonly standing: 'nobody' | 'code' | 'password' | 'enrol' | 'full';
  readonly id: number;
  readonly name: string;
  readonly unit: number | null;
  readonly roles: readonly Role[];
}

export const NOBODY: Actor = { standing: 'nobody', id: 0, name: '', unit: null, roles: [] };

/** What it is done to, as far as rights look at it. */
export interface Subject {
  readonly state: State;
  /** Whether it is the actor's own: their account, the conversation they look after, the draft they wrote. */
  readonly own: boolean;
}

export const NOTHING: Subject = { state: '-', own: false };

function partiesOf(actor: Actor): readonly Party[] {
  return actor.standing === 'full' ? actor.roles : [actor.standing];
}

/** Whether the matrix grants this. Several roles add up. */
export function may(actor: Actor, action: Action, subject: Subject): boolean {
  const parties = partiesOf(actor);
  return MATRIX.some(
    (grant) =>
      grant.may.includes(action) &&
      grant.parties.some((party) => parties.includes(party)) &&
      (grant.in?.includes(subject.state) ?? true) &&
      (grant.whose === undefined || (grant.whose === 'own') === subject.own),
  );
}

/** Whether there is anything at all the actor may do this to: asked before the thing itself is looked up. */
export function mayAtAll(actor: Actor, action: Action): boolean {
  const parties = partiesOf(actor);
  return MATRIX.some((grant) => grant.may.includes(action) && grant.parties.some((party) => parties.includes(party)));
}

/** Everything there is something the actor may do it to: what a page offers. Whether this one thing, its own call says. */
export function listActions(actor: Actor): readonly Action[] {
  return (Object.keys(ACTIONS) as Action[]).filter((action) => mayAtAll(actor, action));
}
