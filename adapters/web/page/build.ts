import { createHash } from 'node:crypto';
import { mkdirSync, readdirSync, readFileSync, renameSync, rmSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { DeskError } from '../../../src/errors.ts';

const STAMP = 'sources.sha256';

/** Every file the built page depends on, in a fixed order. */
function listSources(root: string): string[] {
  const page = join(root, 'adapters/web/page');
  const own = readdirSync(page, { recursive: true, withFileTypes: true })
    .filter((entry) => entry.isFile())
    .map((entry) => join(entry.parentPath, entry.name))
    .sort();
  return [
    ...own,
    ...['zh-CN', 'en'].map((locale) => join(root, 'messages', locale, 'web.yaml')),
    join(root, 'package.json'),
  ];
}

function hashSources(root: string): string {
  const hash = createHash('sha256');
  for (const file of listSources(root)) hash.update(`${file.slice(root.length)}\0`).update(readFileSync(file));
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
    throw new DeskError('CONFIG_INVALID', 'the chat page must be built and vite is not installed', {
      hint: 'npm ci',
      cause,
    });
  }
}

async function buildInto(root: string, outDir: string): Promise<void> {
  const { build } = await loadVite();
  const page = join(root, 'adapters/web/page');
  const configFile = join(page, 'vite.config.ts');
  await build({ configFile, configLoader: 'native', build: { outDir } });
  await build({
    configFile,
    configLoader: 'native',
    build: {
      outDir,
      emptyOutDir: false,
      lib: { entry: join(page, 'widget.ts'), name: 'widget', formats: ['iife'], fileName: () => 'widget.js' },
    },
  });
}

/** Another process may have built the same page meanwhile; then its copy stays. */
function moveIntoPlace(fresh: string, directory: string, stamp: string): void {
  if (readStamp(directory) === stamp) return;
  rmSync(directory, { recursive: true, force: true });
  try {
    renameSync(fresh, directory);
  } catch (error) {
    if (readStamp(directory) !== stamp) throw error;
  }
}

/** Whether `dist/page` was built from the sources as they are now. */
export function isPageFresh(root: string): boolean {
  return readStamp(join(root, 'dist/page')) === hashSources(root);
}

/**
 * Builds `dist/page` when its sources changed since the last time; otherwise only reads and compares them.
 * `onBuild` is called before a build, which takes a second or two.
 */
export async function ensurePage(root: string, onBuild: () => void = () => {}): Promise<void> {
  const directory = join(root, 'dist/page');
  const stamp = hashSources(root);
  if (readStamp(directory) === stamp) return;
  onBuild();
  // Built beside and moved into place, so that a build cut short never leaves half a page to serve.
  const fresh = `${directory}.${process.pid}`;
  mkdirSync(fresh, { recursive: true });
  try {
    await buildInto(root, fresh);
    writeFileSync(join(fresh, STAMP), stamp);
    moveIntoPlace(fresh, directory, stamp);
  } finally {
    rmSync(fresh, { recursive: true, force: true });
  }
}
