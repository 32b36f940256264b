import { dropTimer, type Executor, setTimer, takeNextNumber } from '../../store/index.ts';

/** Milliseconds in which what is held can be taken back. */
const HELD_MS = 10_000;

/** What is held: the kind of timer that does it, and the sequence its ids are of, which is its table's name. */
export interface Holding {
  readonly kind: string;
  readonly sequence: string;
}

/** The id something held is given, and when it is done (ISO 8601). */
export interface Held {
  readonly id: number;
  readonly dueAt: string;
}

/** Gives the next id and sets the timer that does it, by whichever process is there then. */
export async function beginHolding(executor: Executor, { kind, sequence }: Holding, now: Date): Promise<Held> {
  const id = await takeNextNumber(executor, sequence);
  const due = new Date(now.getTime() + HELD_MS);
  await setTimer(executor, { kind, subject: String(id) }, due);
  return { id, dueAt: due.toISOString() };
}

/** Stops the timer of something that was taken away. */
export function endHolding(executor: Executor, { kind }: Holding, id: number): Promise<unknown> {
  return dropTimer(executor, { kind, subject: String(id) });
}

/** One's own of what is held: `own` are those one may take. Undefined when it was done or taken back meanwhile. */
export async function takeOwnHeld<Thing>(
  own: readonly { readonly id: number }[],
  id: number,
  take: (id: number) => Promise<Thing | undefined>,
): Promise<Thing | undefined> {
  return own.some((each) => each.id === id) ? take(id) : undefined;
}
