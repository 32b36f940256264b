import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, statSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { gzipSync } from 'node:zlib';
import { DeskError } from './errors.ts';

const STAMP = 'sources.sha256';

/** What a browser is served, built from sources with Vite when they change. */
export interface Assets {
  /** Name of its folder under `dist`. */
  readonly name: string;
  /** Files and folders it depends on, from the project's root. */
  readonly sources: readonly string[];
  /** Vite configurations run into the same folder, one after the other. */
  readonly builds: readonly { readonly configFile: string; readonly build?: object }[];
}

/** Every file the built assets depend on, in a fixed order. */
function listSources(root: string, sources: readonly string[]): string[] {
  return sources.flatMap((source) => {
    const path = join(root, source);
    if (statSync(path).isFile()) return [path];
    return readdirSync(path, { recursive: true, withFileTypes: true })
      .filter((entry) => entry.isFile())
      .map((entry) => join(entry.parentPath, entry.name))
      .sort();
  });
}

function hashSources(root: string, sources: readonly string[]): string {
  const hash = createHash('sha256');
  for (const file of listSources(root, sources)) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
  return hash.digest('hex');
}

function readStamp(directory: string): string | undefined {
  try {
    return readFileSync(join(directory, STAMP), 'utf8');
  } catch {
    return undefined;
  }
}

async function loadVite(): Promise<typeof import('vite')> {
  try {
    return await import('vite');
  } catch (cause) {
    throw new DeskError('CONFIG_INVALID', 'what browsers are served must be built and vite is not installed', {
      hint: 'npm ci',
      cause,
    });
  }
}

/**
 * Vite builds libraries for whatever `NODE_ENV` says. What is built here is served to people, whoever had it built: a test
 * that came first must not leave the slower builds for developers behind.
 */
const FOR_PEOPLE = {
  mode: 'production',
  define: { 'process.env.NODE_ENV': '"production"' },
} as const;

async function buildInto(root: string, assets: Assets, outDir: string): Promise<void> {
  const vite = await loadVite();
  for (const [index, { configFile, build }] of assets.builds.entries()) {
    const into = { outDir, ...(index > 0 ? { emptyOutDir: false } : {}) };
    await vite.build({
      configFile: join(root, configFile),
      configLoader: 'native',
      ...FOR_PEOPLE,
      build: { ...into, ...build },
    });
  }
}

const COMPRESSED = /\.(?:js|css|svg)$/u;

/** Puts each file's compressed bytes beside it, so that no start spends its time on them. */
function compressAll(directory: string): void {
  for (const name of readdirSync(directory, { recursive: true, encoding: 'utf8' })) {
    const file = join(directory, name);
    if (COMPRESSED.test(name)) writeFileSync(`${file}.gz`, gzipSync(readFileSync(file), { level: 9 }));
  }
}

/** Another process may have built the same meanwhile; then its copy stays. */
function moveIntoPlace(fresh: string, directory: string, stamp: string): void {
  if (readStamp(directory) === stamp) return;
  rmSync(directory, { recursive: true, force: true });
  try {
    renameSync(fresh, directory);
  } catch (error) {
    if (readStamp(directory) !== stamp) throw error;
  }
}

/** Where built assets stand. */
export function folderOf(root: string, { name }: Assets): string {
  return join(root, 'dist', name);
}

/** Whether they were built from the sources as they are now. */
export function areFresh(root: string, assets: Assets): boolean {
  return readStamp(folderOf(root, assets)) === hashSources(root, assets.sources);
}

/**
 * Builds assets when their sources changed since the last time; otherwise only reads and compares those.
 * `onBuild` is called before a build, which takes some seconds.
 */
export async function ensureAssets(root: string, assets: Assets, onBuild: () => void = () => {}): Promise<void> {
  const directory = folderOf(root, assets);
  const stamp = hashSources(root, assets.sources);
  if (readStamp(directory) === stamp) return;
  onBuild();
  // Built beside and moved into place, so that a build cut short never leaves half a page to serve.
  const fresh = `${directory}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await buildInto(root, assets, fresh);
    compressAll(fresh);
    writeFileSync(join(fresh, STAMP), stamp);
    moveIntoPlace(fresh, directory, stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
