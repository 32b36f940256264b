import { writeFileSync } from 'node:fs';
import { resolve } from 'node:path';
import type { Command } from 'commander';
import { addDays, dayOf, parseDay } from '../day.ts';
import {
  type Digest,
  findDailyDigest,
  findDigest,
  keyOf,
  layDigest,
  nameDigest,
  readDigest,
  readDigestName,
  readDigests,
  readExamples,
  writeMail,
  writeText,
} from '../desk/digests/index.ts';
import { DeskError } from '../errors.ts';
import type { Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { readRelease } from './open-release.ts';
import { withStore } from './with-store.ts';

interface Options {
  readonly day?: string;
  readonly issue?: string;
  readonly list?: boolean;
  readonly mail?: string;
  readonly json?: boolean;
}

/** A digest to be shown; `number` is null where none was made of that day. */
interface Found {
  readonly digest: Digest;
  readonly number: number | null;
  readonly madeAt: string | null;
}

const MOST_LISTED = 100;

async function findOne({ say, now, config }: CliContext, store: Store, { day: text, issue }: Options): Promise<Found> {
  if (issue !== undefined) {
    const key = readDigestName(issue);
    const found = key && (await findDigest(store, key));
    if (!found) throw new DeskError('NOT_FOUND', say('digest.unknown', { name: issue }));
    return found;
  }
  const day = text === undefined ? addDays(dayOf(now()), -1) : parseDay(text);
  if (!day) throw new DeskError('INPUT_INVALID', say('digest.bad_day', { text: text ?? '' }));
  const made = await findDailyDigest(store, day);
  return made ?? { digest: await readDigest(store, readRelease(config()).base, day), number: null, madeAt: null };
}

async function listMade({ say, output }: CliContext, store: Store, json: boolean): Promise<void> {
  const made = await readDigests(store, { most: MOST_LISTED });
  if (json) return print(output, JSON.stringify(made));
  if (made.length === 0) return print(output, say('digest.none_made'));
  const title = { daily: 'digest.title', important: 'digest.important_title', due: 'digest.due_title' } as const;
  for (const { year, number, digest, madeAt } of made) {
    const issue = say('digest.number', { year, number });
    const { kind, day } = digest;
    print(output, `${nameDigest({ kind, year, number })}  ${say(title[kind], { issue, day })}  ${madeAt}`);
  }
}

async function show(context: CliContext, store: Store, options: Options): Promise<void> {
  const { output, say } = context;
  const { base, messages } = readRelease(context.config());
  const { locale } = context.config();
  const { digest, number, madeAt } = await findOne(context, store, options);
  const examples = await readExamples(store, digest);
  const laid = layDigest(digest, { messages, locale, number, examples });
  if (options.mail !== undefined) {
    const file = resolve(options.mail);
    const date = madeAt === null ? context.now() : new Date(madeAt);
    const id = number === null ? `draft-${digest.day}` : nameDigest(keyOf({ digest, number }));
    writeFileSync(file, await writeMail(laid, { head: base.digest?.mail ?? { to: [] }, locale, date, id }));
    return print(output, say('digest.mail_written', { file }));
  }
  print(output, options.json ? JSON.stringify({ ...digest, number, madeAt, examples }) : writeText(laid));
}

/** `digest`: 《每日访情》 of a day, yesterday's by default, as it was made or as its counts stand now. */
export function addDigest(program: Command, context: CliContext): void {
  const { say } = context;
  program
    .command('digest')
    .description(say('digest.about'))
    .option('--day <day>', say('digest.option_day'))
    .option('--issue <name>', say('digest.option_issue'))
    .option('--list', say('digest.option_list'))
    .option('--mail <file>', say('digest.option_mail'))
    .option('--json', say('cli.json'))
    .action((options: Options) =>
      withStore(context, createLogger(context.config()), (store) =>
        options.list ? listMade(context, store, options.json ?? false) : show(context, store, options),
      ),
    );
}
