import { copyFileSync, existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { open } from 'node:fs/promises';
import { dirname, join, resolve } from 'node:path';
import { DeskError } from '../errors.ts';
import { checkKey } from './check-key.ts';
import { type CopiedTable, copyTables, emptyTables, type OnCopied } from './copy-tables.ts';
import { type Engine, using } from './engine.ts';
import { openKeyRing } from './master-key.ts';
import { migrate } from './migrate.ts';
import { createSealer } from './seal.ts';
import { openSqlite } from './sqlite-engine.ts';
import { openEngine, type StoreOptions } from './store.ts';

type Copied = readonly CopiedTable[];

async function syncPath(path: string): Promise<void> {
  const handle = await open(path, 'r');
  try {
    await handle.sync();
  } finally {
    await handle.close();
  }
}

/** Works in a folder of its own beside `place`, for our eyes only, gone afterwards. */
async function besides<T>(place: string, work: (folder: string) => Promise<T>): Promise<T> {
  const folder = mkdtempSync(join(dirname(resolve(place)), '.desk-copy-'));
  try {
    return await work(folder);
  } finally {
    rmSync(folder, { recursive: true, force: true });
  }
}

/** Fills the tables of `engine` from another database, whole or not at all. */
async function fill(engine: Engine, from: Engine['db'], replace: boolean, onCopied?: OnCopied): Promise<Copied> {
  return engine.patiently((db) =>
    db.transaction().execute(async (to) => {
      await emptyTables(to, engine.place, replace);
      return copyTables(from, to, onCopied);
    }),
  );
}

/**
 * Writes everything the desk stores into a new file, while it goes on serving. Whatever the engine, the file is a
 * SQLite database with the same tables; personal data stay sealed in it, and the key is not in it.
 * @throws DeskError INPUT_INVALID when the file exists, STORE_FAILED
 */
export async function backUp(options: StoreOptions, file: string, onCopied?: OnCopied): Promise<Copied> {
  if (existsSync(file)) {
    throw new DeskError('INPUT_INVALID', `${file} exists already`, { hint: 'Name a file that does not exist yet.' });
  }
  return besides(file, async (folder) => {
    const draft = join(folder, 'backup.db');
    const copied = await using(await openEngine(options), async (engine) => {
      await migrate(engine, options.now());
      return using(openSqlite(draft), async (target) => {
        await migrate(target, options.now());
        return engine.snapshot((from) => fill(target, from, false, onCopied));
      });
    });
    await syncPath(draft);
    renameSync(draft, file);
    await syncPath(dirname(resolve(file)));
    return copied;
  });
}

/**
 * Puts back what a backup holds, made by this version or an earlier one: all of it, checked row by row, or nothing.
 * @throws DeskError NOT_FOUND, INPUT_INVALID, KEY_WRONG, STORE_NEWER, STORE_FAILED
 */
export async function restoreFrom(
  options: StoreOptions,
  file: string,
  { replace, onCopied }: { readonly replace: boolean; readonly onCopied?: OnCopied },
): Promise<Copied> {
  if (!existsSync(file)) throw new DeskError('NOT_FOUND', `there is no file ${file}`);
  const { directory, key, oldKey, logger, now } = options;
  return besides(file, async (folder) => {
    // Brought up to date in a copy: the backup itself stays as it is.
    const draft = join(folder, 'restore.db');
    copyFileSync(file, draft);
    return using(openSqlite(draft), async (source) => {
      if (!source.isUsed) throw new DeskError('INPUT_INVALID', `${file} is no backup of a desk`);
      await migrate(source, now());
      const ring = openKeyRing({ directory, given: key, givenOld: oldKey, hasDatabase: true, logger });
      await checkKey(source.db, createSealer(ring));
      return using(await openEngine(options), async (engine) => {
        await migrate(engine, now());
        return source.snapshot((from) => fill(engine, from, replace, onCopied));
      });
    });
  });
}

/**
 * Moves everything into another, empty database. Nobody can write to the old one meanwhile; it stays as it is.
 * @throws DeskError INPUT_INVALID when the other holds data, STORE_FAILED
 */
export async function moveTo(options: StoreOptions, target: StoreOptions, onCopied?: OnCopied): Promise<Copied> {
  return using(await openEngine(options), async (source) => {
    await migrate(source, options.now());
    return using(await openEngine(target), async (engine) => {
      await migrate(engine, options.now());
      return source.transaction((from) => fill(engine, from, false, onCopied));
    });
  });
}

/** How many processes serve from this database now, as far as it knows. @throws DeskError STORE_FAILED */
export async function countServing(options: StoreOptions): Promise<number> {
  return using(await openEngine(options), (engine) => engine.countServing());
}
