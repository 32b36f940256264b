import { userInfo } from 'node:os';
import type { Command } from 'commander';
import { DeskError } from '../errors.ts';
import { type Due, previewRetention, stepRetention } from '../retention/index.ts';
import { retained, type Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { readRelease } from './open-release.ts';
import { readRetention } from './read-retention.ts';
import { withStore } from './with-store.ts';

/** Proofs shown. */
const PROOFS = 50;

function writeDue(context: CliContext, { data, action, keep, before, due, oldest }: Due): string {
  const values = {
    data,
    due,
    keep: keep ?? '',
    before: before?.slice(0, 10) ?? '',
    oldest: oldest?.slice(0, 10) ?? '',
  };
  if (action === 'keep') return context.say('retention.kept', values);
  return context.say(due ? `retention.due_${action}` : 'retention.due_none', values);
}

async function preview(context: CliContext, store: Store, json: boolean | undefined): Promise<void> {
  const config = context.config();
  const due = await previewRetention(store, readRetention(config, readRelease(config)), context.now());
  const holds = await retained.readHolds(store);
  if (json) print(context.output, JSON.stringify({ due, holds }));
  else {
    for (const each of due) print(context.output, writeDue(context, each));
    for (const { number, reason, placedAt } of holds)
      print(context.output, context.say('retention.held', { number, reason, at: placedAt.slice(0, 10) }));
  }
}

async function run(context: CliContext, store: Store, json: boolean | undefined): Promise<void> {
  const config = context.config();
  const options = readRetention(config, readRelease(config));
  const given = { now: context.now(), by: `cli:${userInfo().username}` };
  const done = new Map<string, number>();
  for (;;) {
    const step = await store.transaction((executor) => stepRetention(executor, options, given));
    if (step === null) break;
    done.set(step.data, (done.get(step.data) ?? 0) + step.many);
  }
  if (json) print(context.output, JSON.stringify(Object.fromEntries(done)));
  else if (done.size === 0) print(context.output, context.say('retention.nothing'));
  else for (const [data, many] of done) print(context.output, context.say('retention.done', { data, many }));
}

async function hold(context: CliContext, store: Store, given: string, reason: string): Promise<void> {
  const number = given.trim().toUpperCase();
  const words = reason.trim();
  if (!words) throw new DeskError('INPUT_INVALID', context.say('retention.reason_needed'));
  const by = `cli:${userInfo().username}`;
  const came = await store.transaction((executor) =>
    retained.placeHold(executor, number, { reason: words, by, at: context.now() }),
  );
  if (came === 'unknown') throw new DeskError('NOT_FOUND', context.say('cli.requests_not_found', { number }));
  print(
    context.output,
    context.say(came === 'placed' ? 'retention.hold_placed' : 'retention.hold_already', { number }),
  );
}

async function release(context: CliContext, store: Store, given: string): Promise<void> {
  const number = given.trim().toUpperCase();
  const by = `cli:${userInfo().username}`;
  const was = await store.transaction((executor) => retained.releaseHold(executor, number, { by, at: context.now() }));
  if (!was) throw new DeskError('NOT_FOUND', context.say('retention.not_held', { number }));
  print(context.output, context.say('retention.hold_released', { number }));
}

/** `retention preview|run|proof|hold|release`: what is kept no longer, and cases of which everything is kept. */
export function addRetention(program: Command, context: CliContext): void {
  const retention = program.command('retention').description(context.say('retention.about'));
  const work = (run: (store: Store) => Promise<void>) => withStore(context, createLogger(context.config()), run);
  const json = context.say('cli.json');
  retention
    .command('preview')
    .description(context.say('retention.preview'))
    .option('--json', json)
    .action((options: { json?: boolean }) => work((store) => preview(context, store, options.json)));
  retention
    .command('run')
    .description(context.say('retention.run'))
    .option('--json', json)
    .action((options: { json?: boolean }) => work((store) => run(context, store, options.json)));
  retention
    .command('proof')
    .description(context.say('retention.proof'))
    .action(() =>
      work(async (store) => {
        for (const each of await retained.readErasures(store, PROOFS)) print(context.output, JSON.stringify(each));
      }),
    );
  retention
    .command('hold')
    .description(context.say('retention.hold'))
    .argument('<number>', context.say('cli.requests_number'))
    .requiredOption('--reason <text>', context.say('retention.reason'))
    .action((number: string, { reason }: { reason: string }) => work((store) => hold(context, store, number, reason)));
  retention
    .command('release')
    .description(context.say('retention.release'))
    .argument('<number>', context.say('cli.requests_number'))
    .action((number: string) => work((store) => release(context, store, number)));
}
