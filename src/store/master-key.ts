import { randomBytes } from 'node:crypto';
import {
  closeSync,
  existsSync,
  fsyncSync,
  linkSync,
  openSync,
  readFileSync,
  statSync,
  unlinkSync,
  writeSync,
} from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '../errors.ts';
import type { Logger } from '../logger.ts';

const KEY_FILE = 'seal.key';
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

/**
 * The master key: the given one (base64), else that of the key file, which is made at the first start with mode 600.
 * Once there is a database no key is ever made anew.
 * @throws DeskError KEY_WRONG when it is malformed, or missing although there is a database
 */
export function readMasterKey(options: {
  readonly directory: string;
  readonly given: string | undefined;
  readonly hasDatabase: boolean;
  readonly logger: Logger;
}): Uint8Array {
  if (options.given !== undefined) return parseKey(options.given, 'DESK_KEY');
  const file = join(options.directory, KEY_FILE);
  if (!existsSync(file)) {
    if (options.hasDatabase) {
      throw new DeskError('KEY_WRONG', `there is a database but its key ${file} is missing`, {
        hint: 'Restore the key file from a copy, or set DESK_KEY to the key used before.',
      });
    }
    createKeyFile(file);
  }
  if (statSync(file).mode & 0o077) {
    options.logger.warn({ file }, 'the key file can be read by others; run chmod 600 on it');
  }
  return parseKey(readFileSync(file, 'utf8'), file);
}
