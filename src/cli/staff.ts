import { randomBytes } from 'node:crypto';
import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import {
  createAccount,
  createPasswords,
  findStaffByName,
  linkChatAccount,
  makePassword,
  readStaff,
  readUnits,
  resetAccount,
  type Staff,
  setDisabled,
  unlinkChatAccount,
} from '../desk/identity/index.ts';
import { findConflict } from '../desk/rights/index.ts';
import { DeskError } from '../errors.ts';
import { ROLES, type Role } from '../roles.ts';
import type { Executor, Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { withStore } from './with-store.ts';

interface AddFlags {
  readonly name: string;
  readonly roles: readonly Role[];
  readonly unit?: string;
}

function readRoles(text: string): readonly Role[] {
  const words = text.split(',').map((word) => word.trim());
  const roles = ROLES.filter((role) => words.includes(role));
  if (roles.length !== new Set(words).size) throw new InvalidArgumentError(ROLES.join(', '));
  return roles;
}

function readChatName(text: string): string {
  if (!/^slack:[TE][A-Z0-9]+:[UW][A-Z0-9]+$/u.test(text)) throw new InvalidArgumentError('slack:T…:U…');
  return text;
}

const managerOf = (context: CliContext) => ({ actor: `cli:${userInfo().username}`, now: context.now() });

async function findUnitId(context: CliContext, executor: Executor, name: string | undefined): Promise<number | null> {
  if (name === undefined) return null;
  const units = await readUnits(executor);
  const unit = units.find((each) => each.name === name);
  if (unit) return unit.id;
  throw new DeskError('NOT_FOUND', context.say('staff.no_unit', { name }), {
    hint: units.map((each) => each.name).join(', '),
  });
}

async function findAccount(context: CliContext, executor: Executor, name: string): Promise<Staff> {
  const staff = await findStaffByName(executor, name);
  if (staff) return staff;
  throw new DeskError('NOT_FOUND', context.say('staff.not_found', { name }), {
    hint: context.say('staff.not_found_hint'),
  });
}

function writeAccount(context: CliContext, staff: Staff): void {
  const standing = staff.disabledAt === null ? '' : context.say('staff.disabled');
  print(context.output, [staff.signInName, staff.name, staff.roles.join(','), standing].filter(Boolean).join('  '));
}

/** `staff add|list|reset|disable|enable`: accounts of the desk, for who has the machine but no administrator at hand. */
export function addStaff(program: Command, context: CliContext): void {
  const staff = program.command('staff').description(context.say('staff.about'));
  const work = (run: (store: Store) => Promise<void>) => withStore(context, createLogger(context.config()), run);
  const passwords = createPasswords();
  const showPassword = (name: string, password: string) =>
    print(context.output, context.say('staff.password', { name, password }));

  staff
    .command('list')
    .description(context.say('staff.list'))
    .action(() =>
      work(async (store) => {
        for (const each of await readStaff(store)) writeAccount(context, each);
      }),
    );
  staff
    .command('add')
    .description(context.say('staff.add'))
    .argument('<sign-in name>')
    .requiredOption('--name <name>', context.say('staff.name'))
    .requiredOption('--roles <roles>', `${context.say('staff.roles')}: ${ROLES.join(', ')}`, readRoles)
    .option('--unit <unit>', context.say('staff.unit'))
    .action((signInName: string, { name, roles, unit }: AddFlags) =>
      work(async (store) => {
        const alone = findConflict(roles);
        if (alone) throw new DeskError('INPUT_INVALID', context.say('staff.alone', { role: alone }));
        const made = await makePassword(passwords, randomBytes);
        const account = await store.transaction(async (executor) => {
          const unitId = await findUnitId(context, executor, unit);
          return createAccount(executor, { signInName, name, roles, unit: unitId }, made, managerOf(context));
        });
        if (!account) throw new DeskError('INPUT_INVALID', context.say('staff.taken', { name: signInName }));
        showPassword(account.signInName, made.oneTimePassword);
      }),
    );
  staff
    .command('reset')
    .description(context.say('staff.reset'))
    .argument('<sign-in name>')
    .action((signInName: string) =>
      work(async (store) => {
        const made = await makePassword(passwords, randomBytes);
        await store.transaction(async (executor) => {
          const account = await findAccount(context, executor, signInName);
          await resetAccount(executor, account.id, made, managerOf(context));
        });
        showPassword(signInName, made.oneTimePassword);
      }),
    );
  staff
    .command('chat-link')
    .description(context.say('staff.chat_link'))
    .argument('<sign-in name>')
    .argument('<account>', context.say('staff.chat_account'), readChatName)
    .action((signInName: string, account: string) =>
      work((store) =>
        store.transaction(async (executor) => {
          const { id } = await findAccount(context, executor, signInName);
          await linkChatAccount(executor, account, id, managerOf(context));
        }),
      ),
    );
  staff
    .command('chat-unlink')
    .description(context.say('staff.chat_unlink'))
    .argument('<sign-in name>')
    .action((signInName: string) =>
      work((store) =>
        store.transaction(async (executor) => {
          const { id } = await findAccount(context, executor, signInName);
          await unlinkChatAccount(executor, id, managerOf(context));
        }),
      ),
    );
  for (const name of ['disable', 'enable'] as const) {
    staff
      .command(name)
      .description(context.say(`staff.${name}`))
      .argument('<sign-in name>')
      .action((signInName: string) =>
        work((store) =>
          store.transaction(async (executor) => {
            const { id } = await findAccount(context, executor, signInName);
            await setDisabled(executor, id, name === 'disable', managerOf(context));
          }),
        ),
      );
  }
}
