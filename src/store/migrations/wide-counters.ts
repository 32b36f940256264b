import type { SchemaModule } from 'kysely';
import type { StorePlatform } from '../platform.ts';

/** Columns that count for ever, over all channels and years. */
const COUNTERS = [
  ['sequences', 'value'],
  ['inbox', 'arrival'],
  ['access_log', 'id'],
  ['attempts', 'id'],
  ['queue', 'id'],
] as const;

/** Counters that do not end at two thousand million. */
export async function widenCounters(schema: SchemaModule, platform: StorePlatform): Promise<void> {
  if (!platform.narrowIntegers) return;
  for (const [table, column] of COUNTERS) {
    await schema
      .alterTable(table)
      .alterColumn(column, (alter) => alter.setDataType('bigint'))
      .execute();
  }
}
