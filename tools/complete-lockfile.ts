/**
 * Completes package-lock.json after `npm install` on a machine whose registry lacks packages of other platforms.
 * npm leaves such optional packages out of the lockfile, and `npm ci` then refuses it everywhere. Each is entered
 * with the exact version its parent pins and the platform its name tells, so that npm passes it over elsewhere.
 */
import { readFileSync, writeFileSync } from 'node:fs';

interface Entry {
  version?: string;
  dev?: boolean;
  optional?: boolean;
  os?: string[];
  cpu?: string[];
  libc?: string[];
  resolved?: string;
  optionalDependencies?: Record<string, string>;
}

const SYSTEMS = ['android', 'darwin', 'freebsd', 'linux', 'openharmony', 'sunos', 'aix', 'netbsd', 'openbsd', 'win32'];
const PROCESSORS = ['arm64', 'x64', 'arm', 'ia32', 'riscv64', 's390x', 'ppc64', 'loong64', 'mips64el', 'wasm32'];

function describe(name: string, version: string, dev: boolean): Entry {
  const words = name.split(/[/-]/u);
  const os = SYSTEMS.filter((system) => words.includes(system));
  const cpu = PROCESSORS.filter((processor) => words.includes(processor));
  const libc = words.includes('musl') ? ['musl'] : words.includes('gnu') ? ['glibc'] : [];
  return {
    version,
    ...(cpu.length ? { cpu } : {}),
    ...(dev ? { dev } : {}),
    ...(libc.length ? { libc } : {}),
    optional: true,
    ...(os.length ? { os } : {}),
  };
}

const file = 'package-lock.json';
const lock = JSON.parse(readFileSync(file, 'utf8')) as { packages: Record<string, Entry> };
const added: string[] = [];
for (const [path, entry] of Object.entries(lock.packages)) {
  delete entry.resolved;
  for (const [name, range] of Object.entries(entry.optionalDependencies ?? {})) {
    const known = `node_modules/${name}` in lock.packages || `${path}/node_modules/${name}` in lock.packages;
    if (known) continue;
    lock.packages[`node_modules/${name}`] = describe(name, range.replace(/^[\^~=]/u, ''), entry.dev ?? false);
    added.push(name);
  }
}
const packages = Object.fromEntries(Object.entries(lock.packages).toSorted(([a], [b]) => (a < b ? -1 : 1)));
writeFileSync(file, `${JSON.stringify({ ...lock, packages }, null, 2)}\n`);
process.stdout.write(`${added.length} packages of other platforms entered\n`);
