import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

async function createAccounts(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('units')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('name', 'text', (column) => column.notNull().unique())
    .execute();
  await schema
    .createTable('staff')
    .addColumn('id', 'integer', (column) => column.primaryKey())
    .addColumn('sign_in_name', 'text', (column) => column.notNull().unique())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('unit', 'integer', (column) => column.references('units.id'))
    .addColumn('roles', 'text', (column) => column.notNull())
    .addColumn('rights_version', 'integer', (column) => column.notNull())
    .addColumn('password', 'text', (column) => column.notNull())
    .addColumn('one_time_until', 'text')
    .addColumn('totp', platform.bytes)
    .addColumn('totp_pending', platform.bytes)
    .addColumn('totp_step', 'integer', (column) => column.notNull().defaultTo(0))
    .addColumn('sso_subject', 'text', (column) => column.unique())
    .addColumn('disabled_at', 'text')
    .addColumn('created_at', 'text', (column) => column.notNull())
    .execute();
  await schema
    .createTable('recovery_codes')
    .addColumn('staff', 'integer', (column) => column.notNull().references('staff.id'))
    .addColumn('code_hash', 'text', (column) => column.notNull())
    .addPrimaryKeyConstraint('recovery_codes_key', ['staff', 'code_hash'])
    .execute();
}

async function createSessions(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await schema
    .createTable('sessions')
    .addColumn('id_hash', 'text', (column) => column.primaryKey())
    .addColumn('staff', 'integer', (column) => column.notNull().references('staff.id'))
    .addColumn('stage', 'text', (column) => column.notNull())
    .addColumn('rights_version', 'integer', (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('seen_at', 'text', (column) => column.notNull())
    .addColumn('replaced_by', 'text')
    .addColumn('replaced_at', 'text')
    .execute();
  await schema.createIndex('sessions_staff').on('sessions').column('staff').execute();
  await schema
    .createTable('sign_in_failures')
    .addColumn('id', platform.narrowIntegers ? 'bigint' : 'integer', (column) => column.primaryKey())
    .addColumn('key', 'text', (column) => column.notNull())
    .addColumn('at', 'text', (column) => column.notNull())
    .execute();
  await schema.createIndex('sign_in_failures_key').on('sign_in_failures').columns(['key', 'at']).execute();
}

/** 8: staff accounts, their sessions, and the chained record of what was done. */
export async function createStaff(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await createAccounts(schema, platform);
  await createSessions(schema, platform);
  await schema
    .createTable('audit')
    .addColumn('seq', platform.narrowIntegers ? 'bigint' : 'integer', (column) => column.primaryKey())
    .addColumn('at', 'text', (column) => column.notNull())
    .addColumn('event', 'text', (column) => column.notNull())
    .addColumn('actor', 'text', (column) => column.notNull())
    .addColumn('subject', 'text', (column) => column.notNull())
    .addColumn('detail', 'text', (column) => column.notNull())
    .addColumn('hash', 'text', (column) => column.notNull())
    .execute();
}
