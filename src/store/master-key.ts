import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  renameSync,
  rmSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '../errors.ts';
import type { Logger } from '../logger.ts';
import { createRing, createWatchingRing, type KeyRing } from './key-ring.ts';

/** The key in use; while a rotation goes on the one before it stands beside. */
const KEY_FILE = 'seal.key';
const OLD_FILE = 'seal.key.old';
const LENGTH = 32;

function parseKey(text: string, where: string): Uint8Array {
  const key = Buffer.from(text.trim(), 'base64');
  if (key.length === LENGTH && key.toString('base64') === text.trim()) return key;
  throw new DeskError('KEY_WRONG', `${where} is not a key of 32 bytes in base64`, {
    hint: `Restore ${where} from a copy.`,
  });
}

/** Written whole under another name and then linked, so that nobody ever reads half a key, nor replaces one. */
function createKeyFile(file: string): void {
  const draft = `${file}.${process.pid}.new`;
  const handle = openSync(draft, 'wx', 0o600);
  try {
    writeSync(handle, `${randomBytes(LENGTH).toString('base64')}\n`);
    fsyncSync(handle);
  } finally {
    closeSync(handle);
  }
  try {
    linkSync(draft, file);
  } catch (error) {
    if ((error as NodeJS.ErrnoException).code !== 'EEXIST') throw error;
  } finally {
    unlinkSync(draft);
  }
}

export interface KeyOptions {
  readonly directory: string;
  /** The key in base64, instead of the key file. */
  readonly given: string | undefined;
  /** The key before it, in base64, until a rotation is done. */
  readonly givenOld?: string | undefined;
  readonly hasDatabase: boolean;
  readonly logger: Logger;
}

function readFileKeys(directory: string): readonly [Uint8Array, ...Uint8Array[]] {
  const [file, old] = [join(directory, KEY_FILE), join(directory, OLD_FILE)];
  const current = parseKey(readFileSync(file, 'utf8'), file);
  return existsSync(old) ? [current, parseKey(readFileSync(old, 'utf8'), old)] : [current];
}

function readStamp(directory: string): string {
  return [KEY_FILE, OLD_FILE]
    .map((name) => statSync(join(directory, name), { bigint: true, throwIfNoEntry: false }))
    .map((stat) => `${stat?.ino} ${stat?.mtimeNs}`)
    .join();
}

/**
 * The master keys: those given, else those of the key files. The first key file is made at the first start with mode
 * 600; once there is a database no key is ever made anew but by a rotation.
 * @throws DeskError KEY_WRONG when one is malformed, or missing although there is a database
 */
export function openKeyRing({ directory, given, givenOld, hasDatabase, logger }: KeyOptions): KeyRing {
  if (given !== undefined) {
    const old = givenOld === undefined ? [] : [parseKey(givenOld, 'DESK_KEY_OLD')];
    return createRing(parseKey(given, 'DESK_KEY'), ...old);
  }
  const file = join(directory, KEY_FILE);
  if (!existsSync(file)) {
    if (hasDatabase) {
      throw new DeskError('KEY_WRONG', `there is a database but its key ${file} is missing`, {
        hint: 'Restore the key file from a copy, or set DESK_KEY to the key used before.',
      });
    }
    createKeyFile(file);
  }
  if (statSync(file).mode & 0o077) logger.warn({ file }, 'the key file can be read by others; run chmod 600 on it');
  return createWatchingRing(
    () => readFileKeys(directory),
    () => readStamp(directory),
  );
}

/**
 * Puts a new key into the key file and keeps the old one beside it. A rotation begun before and not finished goes on
 * with the key it began with. Serving processes notice within `LOOK_AGAIN_MS`.
 */
export function beginKeyFileRotation(directory: string): void {
  const [file, old] = [join(directory, KEY_FILE), join(directory, OLD_FILE)];
  const isBegun = existsSync(old) && readFileSync(old, 'utf8') !== readFileSync(file, 'utf8');
  if (isBegun) return;
  if (!existsSync(old)) linkSync(file, old);
  const next = `${file}.next`;
  rmSync(next, { force: true });
  createKeyFile(next);
  renameSync(next, file);
}

/** Removes the old key: nothing needs it any more. */
export function endKeyFileRotation(directory: string): void {
  rmSync(join(directory, OLD_FILE), { force: true });
}
