import { execFileSync } from 'node:child_process';
import { existsSync, mkdtempSync, renameSync, rmSync } from 'node:fs';
import { createRequire } from 'node:module';
import { tmpdir } from 'node:os';
import { dirname, join } from 'node:path';
import { pathToFileURL } from 'node:url';

/** Where distributions and people keep a Chromium; `CHROMIUM_PATH` goes before all. */
const USUAL_PLACES = [
  '/usr/bin/chromium',
  '/usr/bin/chromium-browser',
  '/usr/bin/google-chrome',
  '/Applications/Google Chrome.app/Contents/MacOS/Google Chrome',
];

export interface Chromium {
  readonly executable: string;
  /** Folder of the libraries the packaged Chromium may lack on a bare machine; null for one of the system. */
  readonly libraries: string | null;
}

/**
 * Unpacks the Chromium of the npm package once, beside and then moved into place, so that test files running at the same
 * time never start half a browser. The package unpacks into the temporary directory of its process: it gets one of its own.
 */
function unpackChromium(): Chromium {
  const require = createRequire(import.meta.url);
  const main = require.resolve('@sparticuz/chromium');
  const { version } = require(join(dirname(main), '../package.json'));
  const place = join(tmpdir(), `disclosure-desk-chromium-${version}`);
  if (!existsSync(place)) {
    const fresh = mkdtempSync(join(tmpdir(), 'chromium-'));
    const libraries = JSON.stringify(join(dirname(main), '../bin/al2023.tar.br'));
    const script = `
      const pack = await import(${JSON.stringify(pathToFileURL(main).href)});
      await pack.default.executablePath();
      await pack.inflate(${libraries});`;
    execFileSync(process.execPath, ['--input-type=module', '--eval', script], {
      env: { ...process.env, TMPDIR: fresh },
    });
    try {
      renameSync(fresh, place);
    } catch {
      // Another test file was faster; its copy is the same.
      rmSync(fresh, { recursive: true, force: true });
    }
  }
  return { executable: join(place, 'chromium'), libraries: join(place, 'al2023/lib') };
}

/** A Chromium to test with, or undefined where there is none: the package has only one for Linux on x64. */
export function findChromium(): Chromium | undefined {
  const given = process.env.CHROMIUM_PATH;
  if (given) return { executable: given, libraries: null };
  if (process.platform === 'linux' && process.arch === 'x64') return unpackChromium();
  const executable = USUAL_PLACES.find((path) => existsSync(path));
  return executable === undefined ? undefined : { executable, libraries: null };
}
