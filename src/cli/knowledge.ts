import type { Command } from 'commander';
import type { CliContext } from './context.ts';
import { addKnowledgeCheck } from './knowledge/check.ts';
import { addDiff } from './knowledge/diff.ts';
import { addImport } from './knowledge/import.ts';
import { addLinks } from './knowledge/links.ts';
import { addPublish } from './knowledge/publish.ts';
import { addReleases } from './knowledge/releases.ts';
import { addRollback } from './knowledge/rollback.ts';
import { addPull, addPush } from './knowledge/sync.ts';
import { addTry } from './knowledge/try.ts';
import { addUnanswered } from './knowledge/unanswered.ts';

/** `knowledge …`: the knowledge base checked, kept as releases, published, and kept in step with its folder. */
export function addKnowledge(program: Command, context: CliContext): void {
  const knowledge = program.command('knowledge').description(context.say('cli.knowledge'));
  addKnowledgeCheck(knowledge, context);
  addPublish(knowledge, context);
  addRollback(knowledge, context);
  addReleases(knowledge, context);
  addPull(knowledge, context);
  addPush(knowledge, context);
  addDiff(knowledge, context);
  addImport(knowledge, context);
  addUnanswered(knowledge, context);
  addTry(knowledge, context);
  addLinks(knowledge, context);
}
