import { globSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { SECTIONS } from '../../../src/desk/console/frame/sections.ts';
import { ROOT } from '../../architecture/imports.ts';

const CONSOLE = join(ROOT, 'src/desk/console');
/** A route as the sections declare theirs: at the section's own address, or below it. */
const ROUTE = /<Route\s+(?:index|path="([^"*]+)")/gu;

/** The folder of a section is named after its address; what stands at `/` is today's. */
function listBelow(path: string): string[] {
  const folder = path === '/' ? 'today' : path.slice(1);
  const code = globSync(`${folder}/*.tsx`, { cwd: CONSOLE }).map((file) => readFileSync(join(CONSOLE, file), 'utf8'));
  return [...code.join('\n').matchAll(ROUTE)].map(([, below]) => (below === undefined ? path : `${path}/${below}`));
}

/** Every address the console's router knows, with its parameters. */
export function listRoutes(): string[] {
  return [...new Set(SECTIONS.flatMap(({ path }) => [path, ...listBelow(path)]))].toSorted();
}
