import { z } from 'zod';
import { ROLES } from '../../../roles.ts';
import type { Executor } from '../../../store/index.ts';
import {
  changeRights,
  createAccount,
  findStaff,
  findUnit,
  makePassword,
  readStaff,
  resetAccount,
  type Staff,
  setDisabled,
} from '../../identity/index.ts';
import { type Actor, findConflict, type Subject } from '../../rights/index.ts';
import { type Call, type Endpoint, endpoint } from '../endpoint.ts';
import { ApiRefusal } from '../refusal.ts';

const nameField = z.string().trim().min(1).max(60);
const rolesField = z
  .array(z.enum(ROLES))
  .max(ROLES.length)
  .transform((roles) => [...new Set(roles)]);
const idParams = z.object({ id: z.coerce.number().int().positive() });

export const accountSchema = z.object({
  id: z.number().int(),
  signInName: z.string(),
  name: z.string(),
  unit: z.number().int().nullable(),
  roles: z.array(z.enum(ROLES)),
  hasAuthenticator: z.boolean(),
  /** The one-time password was not changed yet; it is good until then (ISO 8601). */
  oneTimeUntil: z.string().nullable(),
  ssoSubject: z.string().nullable(),
  disabledAt: z.string().nullable(),
});
const issuedSchema = z.object({ account: accountSchema, oneTimePassword: z.string() });

function showAccount(staff: Staff): z.input<typeof accountSchema> {
  return { ...staff, roles: [...staff.roles] };
}

async function findAccount(
  executor: Executor,
  { id }: z.output<typeof idParams>,
  actor: Actor,
): Promise<{ subject: Subject; thing: Staff } | undefined> {
  const staff = await findStaff(executor, id);
  const state = staff?.disabledAt === null ? 'active' : 'disabled';
  return staff && { subject: { state, own: staff.id === actor.id }, thing: staff };
}

type AnyCall = Call<unknown, unknown, unknown, unknown>;
const managerOf = ({ actor, now }: AnyCall) => ({ actor: `staff:${actor.id}`, now });

async function readBack({ executor }: AnyCall, id: number) {
  const staff = await findStaff(executor, id);
  if (!staff) throw new ApiRefusal('not_found');
  return showAccount(staff);
}

/** @throws ApiRefusal bad_input when there is no such unit, roles_conflict when these roles cannot stand together */
async function checkRights(call: AnyCall, unit: number | null | undefined, roles: Staff['roles'] = []): Promise<void> {
  if (typeof unit === 'number' && !(await findUnit(call.executor, unit))) throw new ApiRefusal('bad_input');
  const role = findConflict(roles);
  if (role) throw new ApiRefusal('roles_conflict', { values: { role } });
}

const list = endpoint({
  method: 'GET',
  path: '/accounts',
  action: 'account.list',
  summary: 'All accounts',
  response: z.object({ accounts: z.array(accountSchema) }),
  handle: async ({ executor }) => ({ accounts: (await readStaff(executor)).map(showAccount) }),
});

const read = endpoint({
  method: 'GET',
  path: '/accounts/:id',
  action: 'account.read',
  summary: 'One account',
  params: idParams,
  find: findAccount,
  response: accountSchema,
  handle: async ({ thing }) => showAccount(thing),
});

const create = endpoint({
  method: 'POST',
  path: '/accounts',
  action: 'account.create',
  summary: 'Make an account; the one-time password is shown this once',
  body: z.object({
    signInName: z.string().trim().min(2).max(60),
    name: nameField,
    unit: z.number().int().nullable().default(null),
    roles: rolesField,
  }),
  response: issuedSchema,
  handle: async (call) => {
    await checkRights(call, call.body.unit, call.body.roles);
    const password = await makePassword(call.services.passwords, call.services.random);
    const made = await createAccount(call.executor, call.body, password, managerOf(call));
    if (!made) throw new ApiRefusal('name_taken');
    return { account: showAccount(made), oneTimePassword: password.oneTimePassword };
  },
});

const rights = endpoint({
  method: 'PATCH',
  path: '/accounts/:id',
  action: 'account.rights',
  summary: 'Change name, unit, roles or the single sign-on mapping; it holds from the next request on',
  params: idParams,
  find: findAccount,
  body: z.object({
    name: nameField.optional(),
    unit: z.number().int().nullable().optional(),
    roles: rolesField.optional(),
    ssoSubject: z.string().trim().min(1).max(500).nullable().optional(),
  }),
  response: accountSchema,
  handle: async (call) => {
    await checkRights(call, call.body.unit, call.body.roles);
    await changeRights(call.executor, call.thing.id, call.body, managerOf(call));
    return readBack(call, call.thing.id);
  },
});

const reset = endpoint({
  method: 'POST',
  path: '/accounts/:id/reset',
  action: 'account.reset',
  summary: 'Give a new one-time password, forget the authenticator, end every session',
  params: idParams,
  find: findAccount,
  response: issuedSchema,
  handle: async (call) => {
    const password = await makePassword(call.services.passwords, call.services.random);
    await resetAccount(call.executor, call.thing.id, password, managerOf(call));
    return { account: await readBack(call, call.thing.id), oneTimePassword: password.oneTimePassword };
  },
});

const shutting = (name: 'disable' | 'enable', summary: string): Endpoint =>
  endpoint({
    method: 'POST',
    path: `/accounts/:id/${name}`,
    action: `account.${name}`,
    summary,
    params: idParams,
    find: findAccount,
    response: accountSchema,
    handle: async (call) => {
      await setDisabled(call.executor, call.thing.id, name === 'disable', managerOf(call));
      return readBack(call, call.thing.id);
    },
  });

export const ACCOUNT_ENDPOINTS: readonly Endpoint[] = [
  list,
  read,
  create,
  rights,
  reset,
  shutting('disable', 'Shut an account; its sessions end'),
  shutting('enable', 'Open an account again'),
];
