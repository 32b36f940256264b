import type { Pulled } from '../../desk/releases/index.ts';
import type { FileChange } from '../../knowledge/index.ts';
import { type CliContext, print } from '../context.ts';

const MARKS = { added: '+', removed: '-', changed: '~' } as const;

export function writeChanges(context: CliContext, changes: readonly FileChange[]): void {
  for (const { path, change } of changes) print(context.output, `  ${MARKS[change]} ${path}`);
}

/** Says that folder and database have both changed, and what each is to do about it. Exit 65. */
export function writeDiverged(context: CliContext, found: Extract<Pulled, { kind: 'diverged' }>): void {
  print(context.output, context.say('knowledge.diverged'));
  writeChanges(context, found.theirs);
  for (const path of found.conflicts) print(context.output, `  ! ${path}`);
  print(context.output, `→ ${context.say(found.conflicts.length ? 'knowledge.decide' : 'knowledge.pull_first')}`);
  context.setExitCode(65);
}
