import { Command } from 'commander';
import type { CliContext } from './context.ts';

type AddCommand = (program: Command, context: CliContext) => void;

/** The commands, each in a file of its own that is only loaded when it is called: `ask` does not pay for a web server. */
const COMMANDS: Readonly<Record<string, () => Promise<AddCommand>>> = {
  serve: async () => (await import('./serve.ts')).addServe,
  prepare: async () => (await import('./prepare.ts')).addPrepare,
  chat: async () => (await import('./chat.ts')).addChat,
  ask: async () => (await import('./ask.ts')).addAsk,
  eval: async () => (await import('./eval.ts')).addEval,
  knowledge: async () => (await import('./knowledge.ts')).addKnowledge,
  deadline: async () => (await import('./deadline.ts')).addDeadline,
  requests: async () => (await import('./requests.ts')).addRequests,
  retention: async () => (await import('./retention.ts')).addRetention,
  staff: async () => (await import('./staff.ts')).addStaff,
  digest: async () => (await import('./digest.ts')).addDigest,
  audit: async () => (await import('./audit.ts')).addAudit,
  channels: async () => (await import('./channels.ts')).addChannels,
  migrate: async () => (await import('./migrate.ts')).addMigrate,
  backup: async () => (await import('./backup.ts')).addBackup,
  restore: async () => (await import('./restore.ts')).addRestore,
  move: async () => (await import('./move.ts')).addMove,
  keys: async () => (await import('./keys.ts')).addKeys,
  doctor: async () => (await import('./doctor.ts')).addDoctor,
  report: async () => (await import('./report.ts')).addReport,
  chaos: async () => (await import('./chaos.ts')).addChaos,
  bench: async () => (await import('./bench.ts')).addBench,
};

/** The command line for a call beginning with `first`; help and unknown names get every command. */
export async function buildProgram(context: CliContext, first: string | undefined): Promise<Command> {
  const program = new Command('desk')
    .description(context.say('cli.about'))
    .configureOutput({
      writeOut: (text) => context.output.write(text),
      writeErr: (text) => context.errors.write(text),
    })
    .showSuggestionAfterError(true)
    .showHelpAfterError(context.say('cli.see_help'))
    .addHelpText('after', `\n${context.say('cli.test_too')}`);
  const named = first !== undefined && Object.hasOwn(COMMANDS, first) ? COMMANDS[first] : undefined;
  for (const load of named ? [named] : Object.values(COMMANDS)) (await load())(program, context);
  return program;
}
