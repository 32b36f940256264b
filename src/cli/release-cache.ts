import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { Deserializer, Serializer } from 'node:v8';
import type { Config } from '../config.ts';
import type { ReleaseData } from '../knowledge/release.ts';
import type { Learned } from '../knowledge/search/index.ts';

/** A release as loaded and learned: what a start would otherwise work out again. */
export interface PreparedRelease {
  readonly data: ReleaseData;
  readonly learned: Learned;
}

/** Everything a prepared release depends on: the files it was read from, and the code that read them. */
const CODE = ['src/knowledge/**/*.ts', 'src/conversation/build-release.ts', 'src/messages.ts'];
/** Of the folder, of what is served, and of those before it. */
const KEPT = 6;

/**
 * Fingerprint of the files a release is made from, names and bytes. Whatever changes in them, or in the code that reads
 * them, changes it: a cache found under it cannot be stale.
 */
export function fingerprint(config: Config, ownMessagesDirectory?: string): string {
  const hash = createHash('sha256').update(process.version);
  const take = (directory: string, patterns: readonly string[]) => {
    for (const file of globSync([...patterns], { cwd: directory }).toSorted()) {
      hash
        .update(file)
        .update('\0')
        .update(readFileSync(join(directory, file)))
        .update('\0');
    }
  };
  take(config.knowledgeDirectory, [`${config.authority}/**/*.yaml`, 'national/**/*.{yaml,json}']);
  take(config.messagesDirectory, ['*/*.yaml']);
  if (ownMessagesDirectory) take(ownMessagesDirectory, ['*/*.yaml']);
  take(config.root, CODE);
  return hash.digest('hex');
}

/**
 * V8's own format. `v8.serialize` would do, but what `v8.deserialize` gives back may look into the file's bytes, and then
 * all of them stay in memory for one array's sake.
 */
function encode(prepared: PreparedRelease): Uint8Array {
  const serializer = new Serializer();
  serializer.writeHeader();
  serializer.writeValue(prepared);
  return serializer.releaseBuffer();
}

function decode(bytes: Uint8Array): PreparedRelease {
  const deserializer = new Deserializer(bytes);
  deserializer.readHeader();
  return deserializer.readValue() as PreparedRelease;
}

/** Where a prepared release of this fingerprint is kept. */
export function fileOfPrepared(config: Config, key: string): string {
  return join(config.cacheDirectory, `release-${key.slice(0, 32)}.bin`);
}

/** What was prepared under this fingerprint; undefined when there is none or it cannot be read. */
export function readPrepared(config: Config, key: string): PreparedRelease | undefined {
  try {
    return decode(readFileSync(fileOfPrepared(config, key)));
  } catch {
    // No cache, or a damaged one: working it out again is always right.
    return undefined;
  }
}

function dropOld(config: Config): void {
  const files = readdirSync(config.cacheDirectory)
    .filter((name) => name.startsWith('release-'))
    .map((name) => join(config.cacheDirectory, name))
    .map((file) => ({ file, at: statSync(file, { throwIfNoEntry: false })?.mtimeMs ?? 0 }))
    .toSorted((a, b) => b.at - a.at);
  for (const { file } of files.slice(KEPT)) rmSync(file, { force: true });
}

/** Keeps a prepared release for the next start. A folder that cannot be written costs speed, nothing else. */
export function keepPrepared(config: Config, key: string, prepared: PreparedRelease): void {
  try {
    mkdirSync(config.cacheDirectory, { recursive: true });
    dropOld(config);
    const file = fileOfPrepared(config, key);
    const fresh = `${file}.${process.pid}`;
    writeFileSync(fresh, encode(prepared));
    renameSync(fresh, file);
  } catch {
    // Read-only installations start a little slower.
  }
}
