import type { Locale } from '../../messages.ts';
import type { Executor } from '../../store/index.ts';
import { beginHolding, endHolding, type Held } from '../holding/index.ts';

/** Kind of the timer that does a held step; its subject is the step's id. */
export const HELD_STEP = 'held_step';
const HOLDING = { kind: HELD_STEP, sequence: 'held_steps' };

type Fields = Readonly<Record<string, string | number>>;

/** A step somebody has decided on that is not done yet. */
export interface HeldStep extends Held {
  readonly number: string;
  readonly event: string;
  readonly fields: Fields;
  /** The version of the case it was decided on. */
  readonly version: number;
  /** Id of who decided. */
  readonly heldBy: number;
  /** Why it could not be done when it was due; null while it waits. */
  readonly failed: Readonly<Record<Locale, string>> | null;
}

const placeOf = (id: number) => ({ table: 'held_steps', column: 'fields', key: [id] });

async function writeStep({ db, sealer }: Executor, step: HeldStep): Promise<void> {
  const { id, number, event, fields, version, heldBy, dueAt, failed } = step;
  const sealed = sealer.seal(placeOf(id), JSON.stringify(fields));
  const why = failed === null ? null : JSON.stringify(failed);
  const row = { id, number, event, fields: sealed, version, held_by: heldBy, due_at: dueAt, failed: why };
  await db.insertInto('held_steps').values(row).execute();
}

/** Keeps a step and has it done ten seconds from now, by whichever process is there. */
export async function insertHeldStep(
  executor: Executor,
  step: Omit<HeldStep, 'id' | 'dueAt' | 'failed'>,
  now: Date,
): Promise<Held> {
  const held = await beginHolding(executor, HOLDING, now);
  await writeStep(executor, { ...step, ...held, failed: null });
  return held;
}

/** Takes a step away, and its timer: of two who take it one gets it. Undefined for the other. */
export async function takeHeldStep(executor: Executor, id: number): Promise<HeldStep | undefined> {
  const row = await executor.db.deleteFrom('held_steps').where('id', '=', id).returningAll().executeTakeFirst();
  if (!row) return undefined;
  await endHolding(executor, HOLDING, id);
  return openStep(executor, row);
}

/** Puts a step back that could not be done, for who decided on it to see. */
export function keepFailed(
  executor: Executor,
  step: HeldStep,
  failed: Readonly<Record<Locale, string>>,
): Promise<void> {
  return writeStep(executor, { ...step, failed });
}

interface Row {
  readonly id: number;
  readonly number: string;
  readonly event: string;
  readonly fields: Uint8Array;
  readonly version: number;
  readonly held_by: number;
  readonly due_at: string;
  readonly failed: string | null;
}

function openStep({ sealer }: Executor, row: Row): HeldStep {
  const { id, number, event, version, held_by, due_at, failed } = row;
  const fields = JSON.parse(sealer.open(placeOf(id), row.fields)) as Fields;
  const why = failed === null ? null : JSON.parse(failed);
  return { id, number, event, fields, version, heldBy: held_by, dueAt: due_at, failed: why };
}

/** Steps somebody has held on a request, oldest first. */
export async function readHeldSteps(executor: Executor, number: string, heldBy: number): Promise<readonly HeldStep[]> {
  const rows = await executor.db
    .selectFrom('held_steps')
    .selectAll()
    .where('number', '=', number)
    .where('held_by', '=', heldBy)
    .orderBy('id')
    .execute();
  return rows.map((row) => openStep(executor, row));
}
