import type { CopiedTable, OnCopied } from '../store/index.ts';
import { type CliContext, print } from './context.ts';

/** How many rows go by between two lines of progress. */
const STEP = 10_000;

/** Says on the error stream how far a long copy is. */
export function writeProgress(context: CliContext): OnCopied {
  const said = new Map<string, number>();
  return (table, rows) => {
    if (rows - (said.get(table) ?? 0) < STEP) return;
    said.set(table, rows);
    print(context.errors, context.say('store.progress', { table, rows }));
  };
}

/** Every table with its rows and the hash over them, which the copy was checked by. */
export function writeCopied(context: CliContext, copied: readonly CopiedTable[], json: boolean | undefined): void {
  for (const table of copied) {
    const text = json
      ? JSON.stringify(table)
      : `${table.table.padEnd(20)} ${String(table.rows).padStart(9)}  ${table.hash}`;
    print(context.output, text);
  }
}
