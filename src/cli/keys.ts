import { setTimeout as delay } from 'node:timers/promises';
import type { Command } from 'commander';
import { DeskError } from '../errors.ts';
import {
  beginKeyFileRotation,
  endKeyFileRotation,
  LOOK_AGAIN_MS,
  readKeyStandings,
  resealAll,
} from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { holdsSpooled, openKeys } from './open-keys.ts';
import { withStore } from './with-store.ts';

/** How many values go by between two lines of progress. */
const STEP = 5000;

async function listKeys(context: CliContext, json: boolean | undefined): Promise<void> {
  const config = context.config();
  const logger = createLogger(config);
  const known = openKeys(config, logger).list();
  for (const row of await withStore(context, logger, (store) => readKeyStandings(store, known))) {
    const { id, state, values } = row;
    print(
      context.output,
      json ? JSON.stringify(row) : `${id.padEnd(18)} ${context.say(`store.key_${state}`, { values })}`,
    );
  }
}

async function reseal(context: CliContext): Promise<{ readonly sealed: number; readonly broken: number }> {
  const said = new Map<string, number>();
  return withStore(context, createLogger(context.config()), (store) =>
    resealAll(store, (table, rows) => {
      if (rows - (said.get(table) ?? 0) < STEP) return;
      said.set(table, rows);
      print(context.errors, context.say('store.progress', { table, rows }));
    }),
  );
}

async function rotateKeys(context: CliContext): Promise<void> {
  const { dataDirectory, key, oldKey } = context.config();
  if (key !== undefined && oldKey === undefined) {
    throw new DeskError('INPUT_INVALID', context.say('store.rotate_no_old'), {
      hint: context.say('store.rotate_no_old_hint'),
    });
  }
  // Opened once before: a key that does not fit must not be taken for one to rotate away from.
  await withStore(context, createLogger(context.config()), async () => {});
  if (key === undefined) beginKeyFileRotation(dataDirectory);
  let total = 0;
  for (;;) {
    // Serving processes go over to the new key in this time; what they sealed just before is found by the next pass.
    await delay(LOOK_AGAIN_MS * 2);
    const { sealed, broken } = await reseal(context);
    total += sealed;
    if (broken > 0) print(context.errors, context.say('store.rotate_broken', { broken }));
    if (sealed === 0) break;
  }
  if (holdsSpooled(dataDirectory)) {
    throw new DeskError('INPUT_INVALID', context.say('store.rotate_spooled'), {
      hint: context.say('store.rotate_spooled_hint'),
    });
  }
  if (key === undefined) endKeyFileRotation(dataDirectory);
  print(context.output, context.say(key === undefined ? 'store.rotated' : 'store.rotated_given', { total }));
}

/** `keys list|rotate`: which keys seal what is stored, and a new one in their place while the desk serves. */
export function addKeys(program: Command, context: CliContext): void {
  const keys = program.command('keys').description(context.say('store.keys'));
  keys
    .command('list')
    .description(context.say('store.keys_list'))
    .option('--json', context.say('cli.json'))
    .action((options: { json?: boolean }) => listKeys(context, options.json));
  keys
    .command('rotate')
    .description(context.say('store.keys_rotate'))
    .action(() => rotateKeys(context));
}
