import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { existsSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { areFresh, ensureAssets } from '../build-assets.ts';
import type { Config } from '../config.ts';
import { CONSOLE } from '../desk/console/assets.ts';
import { type CliContext, print } from './context.ts';
import type { ReleaseConfig } from './open-release.ts';
import { fileOfPrepared, fingerprint } from './release-cache.ts';

async function runPrepare(config: Config, options: readonly string[]): Promise<void> {
  const program = [...process.execArgv, join(config.root, 'src/main.ts'), 'prepare', ...options];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'ignore', 'inherit'] });
  await once(child, 'exit');
}

/**
 * Has a child process prepare what has changed since the last start: building and learning take several times the memory
 * that serving does, and a process seldom gives memory back. Whatever goes wrong there is met again, and told, here.
 */
export async function prepareAhead(config: Config, context: CliContext): Promise<void> {
  const fresh = (await context.channels.isPageFresh(config.root)) && areFresh(config.root, CONSOLE);
  if (fresh && existsSync(fileOfPrepared(config, fingerprint(config)))) return;
  print(context.errors, context.say('cli.preparing'));
  await runPrepare(config, []);
  await context.channels.preparePage(config.root);
  await ensureAssets(config.root, CONSOLE);
}

/** Has a child process learn a release laid out in folders, unless that was done before. */
export async function prepareApart(config: ReleaseConfig): Promise<void> {
  if (existsSync(fileOfPrepared(config, fingerprint(config, config.published?.ownMessagesDirectory)))) return;
  await runPrepare(config, ['--folder', dirname(config.knowledgeDirectory)]);
}
