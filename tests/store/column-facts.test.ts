import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { COLUMN_FACTS } from '../../src/store/column-facts.ts';
import { TABLE_FACTS, TABLE_NAMES } from '../../src/store/table-order.ts';
import { writeDataInventory } from '../../tools/data-inventory-page.ts';
import { readRetentionRules } from '../../tools/read-retention-rules.ts';
import { readColumns } from './read-columns.ts';
import { openTemporary } from './temporary-store.ts';

test('every column of every table is classified, once', async () => {
  const columns = await readColumns(await openTemporary());
  const found = [...columns].map(([name, names]) => [name, names.toSorted()]);
  const classified = TABLE_NAMES.map((name) => [
    name,
    [...Object.keys(TABLE_FACTS[name].sealed), ...Object.values(COLUMN_FACTS[name]).flat()].toSorted(),
  ]);
  expect(Object.fromEntries(classified)).toEqual(Object.fromEntries(found));
});

test('what says who somebody is stands in sealed columns only', () => {
  const telling = /^(?:name|phone|address|email|id_number|question|description|personal)$/u;
  const open = TABLE_NAMES.filter((name) => TABLE_FACTS[name].kept !== 'staff').flatMap((name) =>
    Object.values(COLUMN_FACTS[name])
      .flat()
      .filter((column) => telling.test(column) && column !== 'name'),
  );
  expect(open).toEqual([]);
});

test('the inventory shows them as they are (if not: node tools/write-data-inventory.ts)', () => {
  const page = readFileSync(join(import.meta.dirname, '../../docs/data-inventory.md'), 'utf8');
  expect(page).toBe(writeDataInventory(readRetentionRules()));
});
