import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { dayOf } from '../day.ts';
import { type ListedFollowUp, listFollowUps } from '../desk/index.ts';
import { DeskError } from '../errors.ts';
import { closeFollowUp, countRatings, type Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { withStore } from './with-store.ts';

interface FollowUpFlags {
  readonly all?: boolean;
  readonly close?: number;
  readonly note?: string;
  readonly ratings?: boolean;
  readonly json?: boolean;
}

function readId(text: string): number {
  const id = Number(text);
  if (!Number.isInteger(id) || id < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return id;
}

async function close(store: Store, context: CliContext, id: number, note: string): Promise<void> {
  if (note === '') {
    throw new DeskError('INPUT_INVALID', context.say('cli.follow_up_note_needed'), {
      hint: context.say('cli.follow_up_note_hint', { id }),
    });
  }
  const by = userInfo().username;
  const closed = await store.transaction((executor) => closeFollowUp(executor, id, { by, note, at: context.now() }));
  if (!closed) throw new DeskError('NOT_FOUND', context.say('cli.follow_up_none', { id }));
  print(context.output, context.say('cli.follow_up_done', { id }));
}

function writeFollowUp({ say, output }: CliContext, one: ListedFollowUp): void {
  const state = one.closedAt !== null ? 'closed' : one.overdue ? 'overdue' : 'open';
  const level = say(`rating.level_${one.level}`);
  const line = { id: one.id, about: one.about, level, opened: one.openedOn, due: one.dueOn };
  print(output, say(`cli.follow_up_${state}`, line) + (one.note === null ? '' : `\n    ${one.note}`));
}

/** `requests followups`: poor ratings somebody has to look into, and closing them with what came of it. */
export function addFollowUps(requests: Command, context: CliContext): void {
  requests
    .command('followups')
    .description(context.say('cli.follow_ups'))
    .option('--all', context.say('cli.follow_ups_all'))
    .option('--ratings', context.say('cli.follow_ups_ratings'))
    .option('--close <id>', context.say('cli.follow_ups_close'), readId)
    .option('--note <text>', context.say('cli.follow_ups_note'))
    .option('--json', context.say('cli.json'))
    .action((flags: FollowUpFlags) =>
      withStore(context, createLogger(context.config()), async (store) => {
        if (flags.close !== undefined) return close(store, context, flags.close, flags.note?.trim() ?? '');
        if (flags.ratings) return print(context.output, JSON.stringify(await countRatings(store)));
        const listed = await listFollowUps(store, { today: dayOf(context.now()), closed: flags.all ?? false });
        if (flags.json) return print(context.output, JSON.stringify(listed));
        if (listed.length === 0) print(context.output, context.say('cli.requests_none'));
        for (const one of listed) writeFollowUp(context, one);
      }),
    );
}
