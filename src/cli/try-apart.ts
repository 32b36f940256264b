import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { constants, setPriority } from 'node:os';
import { dirname, join } from 'node:path';
import { text } from 'node:stream/consumers';
import type { Config } from '../config.ts';
import type { NamedTree, Trial, TryRelease } from '../desk/drafts/index.ts';
import { DeskError } from '../errors.ts';
import { layOut } from '../knowledge/index.ts';

function folderOf(config: Config, { hash, tree }: NamedTree): string {
  return dirname(layOut(config.cacheDirectory, config.authority, { hash, read: () => tree }).knowledgeDirectory);
}

async function runTrial(config: Config, served: NamedTree, tried: NamedTree): Promise<Trial> {
  const folders = ['--served', folderOf(config, served), '--tried', folderOf(config, tried)];
  const program = [...process.execArgv, join(config.root, 'src/main.ts'), 'knowledge', 'try', ...folders];
  const child = spawn(process.execPath, program, { stdio: ['ignore', 'pipe', 'inherit'] });
  // Citizens first: where processors are short, a trial waits.
  if (child.pid !== undefined) setPriority(child.pid, constants.priority.PRIORITY_BELOW_NORMAL);
  const [written, [code]] = await Promise.all([text(child.stdout), once(child, 'exit')]);
  if (code !== 0) throw new DeskError('KNOWLEDGE_INVALID', `the trial of release ${tried.hash.slice(0, 12)} failed`);
  return JSON.parse(written);
}

/** Tries releases in a process of their own, one after the other. */
export function createTryApart(config: Config): TryRelease {
  let last: Promise<unknown> = Promise.resolve();
  return (served, tried) => {
    const next = last.catch(() => undefined).then(() => runTrial(config, served, tried));
    last = next;
    return next;
  };
}
