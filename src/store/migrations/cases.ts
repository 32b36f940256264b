import { type SchemaModule, sql } from 'kysely';
import type { StorePlatform } from '../platform.ts';

const DERIVED = ['way', 'owner', 'unit', 'drafter', 'outcome', 'answered_on', 'changed_at'] as const;

async function extendRequests(schema: SchemaModule): Promise<void> {
  await schema
    .alterTable('requests')
    .addColumn('regime', 'text', (column) => column.notNull().defaultTo('2019'))
    .execute();
  await schema
    .alterTable('requests')
    .addColumn('version', 'integer', (column) => column.notNull().defaultTo(0))
    .execute();
  for (const name of DERIVED) await schema.alterTable('requests').addColumn(name, 'text').execute();
  await schema
    .alterTable('request_events')
    .addColumn('role', 'text', (column) => column.notNull().defaultTo(''))
    .execute();
  await schema
    .alterTable('request_events')
    .addColumn('data_form', 'text', (column) => column.notNull().defaultTo('text'))
    .execute();
  await schema.createIndex('requests_listed').on('requests').columns(['created_at', 'number']).execute();
  await schema.createIndex('requests_by_state').on('requests').columns(['state', 'due_on', 'number']).execute();
}

/** The lifecycle of requests: what is derived from their events, their clocks, and what is owed after an event. */
export async function createCases(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  await extendRequests(schema);
  await schema
    .createTable('case_clocks')
    .addColumn('number', 'text', (column) => column.notNull().references('requests.number'))
    .addColumn('clock', 'text', (column) => column.notNull())
    .addColumn('spec', 'text', (column) => column.notNull())
    .addColumn('due_on', 'text', (column) => column.notNull())
    .addColumn('provisional', 'integer', (column) => column.notNull())
    .addColumn('stopped_on', 'text')
    .addPrimaryKeyConstraint('case_clocks_key', ['number', 'clock'])
    .execute();
  await schema
    .createIndex('case_clocks_open')
    .on('case_clocks')
    .columns(['due_on', 'number'])
    .where(sql.ref('stopped_on'), 'is', null)
    .execute();
  await schema
    .createTable('case_effects')
    .addColumn('number', 'text', (column) => column.notNull().references('requests.number'))
    .addColumn('seq', 'integer', (column) => column.notNull())
    .addColumn('place', 'integer', (column) => column.notNull())
    .addColumn('kind', 'text', (column) => column.notNull())
    .addColumn('name', 'text', (column) => column.notNull())
    .addColumn('recipient', 'text')
    .addColumn('payload', platform.bytes, (column) => column.notNull())
    .addColumn('created_at', 'text', (column) => column.notNull())
    .addColumn('done_at', 'text')
    .addPrimaryKeyConstraint('case_effects_key', ['number', 'seq', 'place'])
    .execute();
  await schema
    .createIndex('case_effects_owed')
    .on('case_effects')
    .columns(['kind', 'created_at'])
    .where(sql.ref('done_at'), 'is', null)
    .execute();
}
