import { existsSync, globSync, readFileSync } from 'node:fs';
import { dirname, join, relative, resolve } from 'node:path';

export const ROOT = resolve(import.meta.dirname, '../..');
const IMPORT = /^\s*(?:import|export)\s(?:[^'"]*?\sfrom\s)?['"]([^'"]+)['"]|import\(\s*['"]([^'"]+)['"]\s*\)/gmu;
const TYPE_ONLY = /^\s*(?:import|export)\s+type\s/u;

export interface Import {
  readonly from: string;
  /** Path within the project, or the package's name. */
  readonly to: string;
  readonly inside: boolean;
  readonly typeOnly: boolean;
}

/** Every TypeScript file of the product, as a path from the root. */
export function listSources(): string[] {
  return globSync(['src/**/*.{ts,tsx}', 'adapters/**/*.{ts,tsx}'], { cwd: ROOT }).toSorted();
}

/** What one file imports, statically and dynamically. */
export function readImports(file: string): Import[] {
  const text = readFileSync(join(ROOT, file), 'utf8');
  return [...text.matchAll(IMPORT)].map((match) => {
    // What follows a question mark tells the bundler how to take a file in.
    const [target = ''] = (match[1] ?? match[2] ?? '').split('?');
    const inside = target.startsWith('.');
    const path = inside ? relative(ROOT, resolve(ROOT, dirname(file), target)) : target;
    return { from: file, to: path, inside, typeOnly: TYPE_ONLY.test(match[0]) };
  });
}

export function fileExists(path: string): boolean {
  return existsSync(join(ROOT, path));
}
