import { mkdtempSync, rmSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { afterAll, beforeAll } from 'vitest';
import type { Endpoint } from '../../../src/desk/api/endpoint.ts';
import { insertUnit } from '../../../src/desk/identity/index.ts';
import { type Cell, listCells } from '../../../src/desk/rights/describe-matrix.ts';
import { ACTIONS, MATRIX, PARTIES, type Party } from '../../../src/desk/rights/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import type { Role } from '../../../src/roles.ts';
import { openStore } from '../../../src/store/index.ts';
import { NOW } from '../../store/now.ts';
import { type Browser, hire, type Office, openOffice, seat } from './open-office.ts';

/** Who has not signed in all the way. */
export const STEPS: ReadonlySet<Party> = new Set(['nobody', 'code', 'password', 'enrol']);
export const cells = listCells();

/** The rows written out one by one: not the function under test. */
const granted = new Set(
  MATRIX.flatMap(({ may, parties, in: states, whose }) =>
    cells
      .filter(({ action, party, state, own }) => {
        const rightState = states === undefined || states.includes(state);
        const rightOwner = whose === undefined || own === (whose === 'own');
        return may.includes(action) && parties.includes(party) && rightState && rightOwner;
      })
      .map((cell) => JSON.stringify(cell)),
  ),
);

export const isGranted = (cell: Cell) => granted.has(JSON.stringify(cell));

/** Things that cannot be: nobody looks after what waits, and who is disabled is not there to ask. */
export function isPossible({ action, party, state, own }: Cell): boolean {
  if (own && party === 'nobody') return false;
  return !(
    own &&
    ((state === 'waiting' && ACTIONS[action] === 'conversation') ||
      (state === 'disabled' && ACTIONS[action] === 'account'))
  );
}

/** Somebody of this party, signed in as far as it is. */
export async function enter(office: Office, party: Party): Promise<Browser | undefined> {
  if (party === 'nobody') return undefined;
  const role: Role = STEPS.has(party) ? 'handler' : (party as Role);
  const staff = await hire(office, `${party}-${Math.random()}`, [role]);
  return seat(office, staff, STEPS.has(party) ? (party as 'code' | 'password' | 'enrol') : 'full');
}

/** An office with somebody of every party in it. */
async function openAll(directory: string) {
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: () => NOW });
  const office = await openOffice({}, store);
  const other = await hire(office, 'other', ['unit_head']);
  await office.store.transaction((executor) => insertUnit(executor, '一处'));
  const browsers = new Map<Party, Browser | undefined>();
  for (const party of PARTIES) browsers.set(party, await enter(office, party));
  return { office, other, browsers };
}

export type Opened = Awaited<ReturnType<typeof openAll>>;

/** The path of an endpoint, with its parameters filled in. */
export function fillPath({ path }: Pick<Endpoint, 'path'>, params: Readonly<Record<string, string>>): string {
  return path.replaceAll(/:(\w+)/gu, (_, name: string) => encodeURIComponent(params[name] ?? '1'));
}

/** Opens such an office for the tests of a `describe`; gives it once they run. */
export function useOpened(): () => Opened {
  const directory = mkdtempSync(join(tmpdir(), 'desk-matrix-'));
  let opened: Opened;
  beforeAll(async () => {
    opened = await openAll(join(directory, 'data'));
  });
  afterAll(async () => {
    await opened.office.app.close();
    await opened.office.store.close();
    rmSync(directory, { recursive: true, force: true });
  });
  return () => opened;
}
