import { z } from 'zod';
import { ROLES, type Role } from '../../roles.ts';
import { type Executor, takeNextNumber } from '../../store/index.ts';

/** An account without its secrets. */
export interface Staff {
  readonly id: number;
  readonly signInName: string;
  readonly name: string;
  readonly unit: number | null;
  readonly roles: readonly Role[];
  readonly rightsVersion: number;
  readonly oneTimeUntil: string | null;
  readonly hasAuthenticator: boolean;
  readonly ssoSubject: string | null;
  readonly disabledAt: string | null;
  readonly createdAt: string;
}

interface StaffRow {
  readonly id: number;
  readonly sign_in_name: string;
  readonly name: string;
  readonly unit: number | null;
  readonly roles: string;
  readonly rights_version: number;
  readonly one_time_until: string | null;
  readonly totp: Uint8Array | null;
  readonly sso_subject: string | null;
  readonly disabled_at: string | null;
  readonly created_at: string;
}

const COLUMNS = [
  'id',
  'sign_in_name',
  'name',
  'unit',
  'roles',
  'rights_version',
  'one_time_until',
  'totp',
  'sso_subject',
  'disabled_at',
  'created_at',
] as const;

const rolesSchema = z.array(z.enum(ROLES));

function openStaff(row: StaffRow): Staff {
  return {
    id: row.id,
    signInName: row.sign_in_name,
    name: row.name,
    unit: row.unit,
    roles: rolesSchema.parse(JSON.parse(row.roles)),
    rightsVersion: row.rights_version,
    oneTimeUntil: row.one_time_until,
    hasAuthenticator: row.totp !== null,
    ssoSubject: row.sso_subject,
    disabledAt: row.disabled_at,
    createdAt: row.created_at,
  };
}

/** Sign-in names are compared without regard to case and width. */
export function normaliseSignInName(name: string): string {
  return name.normalize('NFKC').trim().toLowerCase();
}

export async function insertStaff(
  executor: Executor,
  account: Pick<Staff, 'signInName' | 'name' | 'unit' | 'roles' | 'oneTimeUntil'> & { readonly password: string },
  now: Date,
): Promise<number> {
  const id = await takeNextNumber(executor, 'staff');
  await executor.db
    .insertInto('staff')
    .values({
      id,
      sign_in_name: account.signInName,
      name: account.name,
      unit: account.unit,
      roles: JSON.stringify(account.roles),
      rights_version: 1,
      password: account.password,
      one_time_until: account.oneTimeUntil,
      totp: null,
      totp_pending: null,
      totp_step: 0,
      sso_subject: null,
      disabled_at: null,
      created_at: now.toISOString(),
    })
    .execute();
  return id;
}

export async function findStaff({ db }: Executor, id: number): Promise<Staff | undefined> {
  const row = await db.selectFrom('staff').select(COLUMNS).where('id', '=', id).executeTakeFirst();
  return row && openStaff(row);
}

export async function findStaffByName({ db }: Executor, signInName: string): Promise<Staff | undefined> {
  const row = await db
    .selectFrom('staff')
    .select(COLUMNS)
    .where('sign_in_name', '=', normaliseSignInName(signInName))
    .executeTakeFirst();
  return row && openStaff(row);
}

/** The account mapped to a value of the sign-in service's claim. */
export async function findStaffBySignOn({ db }: Executor, subject: string): Promise<Staff | undefined> {
  const row = await db.selectFrom('staff').select(COLUMNS).where('sso_subject', '=', subject).executeTakeFirst();
  return row && openStaff(row);
}

/** All accounts, in the order they were made. */
export async function readStaff({ db }: Executor): Promise<readonly Staff[]> {
  return (await db.selectFrom('staff').select(COLUMNS).orderBy('id').execute()).map(openStaff);
}

export async function hasStaff({ db }: Executor): Promise<boolean> {
  return (await db.selectFrom('staff').select('id').limit(1).executeTakeFirst()) !== undefined;
}

export async function readPassword({ db }: Executor, id: number): Promise<string | undefined> {
  const row = await db.selectFrom('staff').select('password').where('id', '=', id).executeTakeFirst();
  return row?.password;
}

/** Stores a password's hash; `until` makes it a one-time one. */
export async function setPassword({ db }: Executor, id: number, hash: string, until: string | null): Promise<void> {
  await db.updateTable('staff').set({ password: hash, one_time_until: until }).where('id', '=', id).execute();
}

/** What of an account can be changed from outside. Every change of it counts as one of rights. */
export interface Rights {
  readonly name?: string | undefined;
  readonly unit?: number | null | undefined;
  readonly roles?: readonly Role[] | undefined;
  readonly ssoSubject?: string | null | undefined;
  readonly disabledAt?: string | null | undefined;
}

export async function setRights({ db }: Executor, id: number, rights: Rights): Promise<void> {
  const { name, unit, roles, ssoSubject, disabledAt } = rights;
  await db
    .updateTable('staff')
    .set((eb) => ({
      rights_version: eb('rights_version', '+', 1),
      ...(name === undefined ? {} : { name }),
      ...(unit === undefined ? {} : { unit }),
      ...(roles === undefined ? {} : { roles: JSON.stringify(roles) }),
      ...(ssoSubject === undefined ? {} : { sso_subject: ssoSubject }),
      ...(disabledAt === undefined ? {} : { disabled_at: disabledAt }),
    }))
    .where('id', '=', id)
    .execute();
}

/** What the record may hold for somebody searched for: what was typed, and the ids of those who are called so or sign in so. */
export async function readIdsNamed({ db }: Executor, typed: string): Promise<readonly string[]> {
  const rows = await db
    .selectFrom('staff')
    .select('id')
    .where((eb) =>
      eb.or([
        eb('name', 'in', [typed.normalize('NFKC').trim(), typed]),
        eb('sign_in_name', '=', normaliseSignInName(typed)),
      ]),
    )
    .execute();
  return [typed.trim(), ...rows.map(({ id }) => `staff:${id}`)];
}
