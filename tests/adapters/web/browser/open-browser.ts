import { type Browser, chromium } from 'playwright-core';
import { findChromium } from './find-chromium.ts';

/** Containers have neither the rights for Chromium's own sandbox nor much shared memory. */
const ARGUMENTS = ['--no-sandbox', '--disable-dev-shm-usage', '--disable-gpu'];

const found = findChromium();

/** Whether this machine has a Chromium; tests that need one are skipped, visibly, where it has not. */
export const hasChromium = found !== undefined;

export async function openBrowser(): Promise<Browser> {
  if (found === undefined) throw new Error('no Chromium: set CHROMIUM_PATH');
  const launch = (environment: Record<string, string>) =>
    chromium.launch({
      executablePath: found.executable,
      args: ARGUMENTS,
      env: { ...(process.env as Record<string, string>), ...environment },
    });
  try {
    return await launch({});
  } catch (error) {
    if (found.libraries === null) throw error;
    return launch({ LD_LIBRARY_PATH: found.libraries });
  }
}
