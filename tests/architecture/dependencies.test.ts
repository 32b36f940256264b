import { execFileSync } from 'node:child_process';
import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { z } from 'zod';

const ROOT = join(import.meta.dirname, '../..');

/** Licences that let the product be used, changed and handed on. Of two to choose from, one must be among them. */
const ALLOWED = new Set([
  '0BSD',
  'Apache-2.0',
  'BSD',
  'BSD-2-Clause',
  'BSD-3-Clause',
  'BlueOak-1.0.0',
  'ISC',
  'MIT',
  'MIT-0',
  'MPL-2.0',
  'OFL-1.1',
  'PSF-2.0',
  'Python-2.0',
  'Zlib',
]);

/** Names no licence in its manifest; its LICENSE file is the MIT one. */
const BY_FILE: Readonly<Record<string, string>> = { 'node_modules/png-js': 'MIT' };

/** What runs at install: protobufjs compares version numbers. Nothing is compiled. */
const INSTALL_SCRIPTS = ['node_modules/protobufjs'];

const lockSchema = z.object({
  packages: z.record(
    z.string(),
    z.object({
      version: z.string().optional(),
      license: z.string().optional(),
      hasInstallScript: z.boolean().optional(),
      resolved: z.string().optional(),
      integrity: z.string().optional(),
      optional: z.boolean().optional(),
      dev: z.boolean().optional(),
      devOptional: z.boolean().optional(),
      peer: z.boolean().optional(),
    }),
  ),
});
const billSchema = z.object({
  bomFormat: z.literal('CycloneDX'),
  components: z.array(z.object({ name: z.string(), version: z.string(), hashes: z.array(z.unknown()).min(1) })),
});
const manifestSchema = z.object({
  dependencies: z.record(z.string(), z.string()),
  devDependencies: z.record(z.string(), z.string()),
  optionalDependencies: z.record(z.string(), z.string()),
});

const read = (file: string): unknown => JSON.parse(readFileSync(join(ROOT, file), 'utf8'));
const packages = Object.entries(lockSchema.parse(read('package-lock.json')).packages).filter(([path]) => path !== '');

function isAllowed(license: string): boolean {
  const words = license.replaceAll(/[()]/gu, '');
  return words.includes(' OR ')
    ? words.split(' OR ').some((each) => ALLOWED.has(each))
    : words.split(' AND ').every((each) => ALLOWED.has(each));
}

test('every package has a licence that is on the list; builds for other platforms have that of their package', () => {
  const unclear = packages.filter(([path, { license = BY_FILE[path], optional }]) =>
    license === undefined ? optional !== true : !isAllowed(license),
  );
  expect(unclear.map(([path, { license }]) => `${path}: ${license}`)).toEqual([]);
});

test('no package runs anything at install but those looked at', () => {
  const running = packages.filter(([, { hasInstallScript }]) => hasInstallScript).map(([path]) => path);
  expect(running).toEqual(INSTALL_SCRIPTS);
});

test('what is installed is pinned: exact versions, and hashes for what this platform takes', () => {
  const { dependencies, devDependencies, optionalDependencies } = manifestSchema.parse(read('package.json'));
  const ranges = Object.entries({ ...dependencies, ...devDependencies, ...optionalDependencies });
  expect(ranges.filter(([, version]) => !/^\d+\.\d+\.\d+$/u.test(version))).toEqual([]);
  expect(packages.filter(([, { integrity, optional }]) => !integrity && !optional).map(([path]) => path)).toEqual([]);
});

test('the lock names no address: whichever registry is set serves', () => {
  expect(packages.filter(([, { resolved }]) => resolved !== undefined)).toEqual([]);
});

test('the bill of materials names every package the product runs on, with its version and hash', () => {
  const bill = billSchema.parse(
    JSON.parse(execFileSync('npm', ['run', '--silent', 'sbom'], { cwd: ROOT, encoding: 'utf8' })),
  );
  const named = new Set(bill.components.map(({ name, version }) => `${name}@${version}`));
  const needed = packages
    .filter(([, { dev, devOptional, optional, peer }]) => !dev && !devOptional && !optional && !peer)
    .map(
      ([path, { version }]) => `${path.slice(path.lastIndexOf('node_modules/') + 'node_modules/'.length)}@${version}`,
    );
  expect(needed.length).toBeGreaterThan(100);
  expect(needed.filter((name) => !named.has(name))).toEqual([]);
});
