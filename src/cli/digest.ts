import type { Command } from 'commander';
import { addDays, dayOf, parseDay } from '../day.ts';
import { readDigest, writeDigest } from '../desk/digests/index.ts';
import { DeskError } from '../errors.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { readRelease } from './open-release.ts';
import { withStore } from './with-store.ts';

/** `digest`: 《每日访情》 of a day, yesterday's by default. */
export function addDigest(program: Command, context: CliContext): void {
  const { say, output } = context;
  program
    .command('digest')
    .description(say('digest.about'))
    .option('--day <day>', say('digest.option_day'))
    .option('--json', say('cli.json'))
    .action(({ day: text, json }: { day?: string; json?: boolean }) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const day = text === undefined ? addDays(dayOf(context.now()), -1) : parseDay(text);
        if (!day) throw new DeskError('INPUT_INVALID', say('digest.bad_day', { text: text ?? '' }));
        const digest = await readDigest(store, readRelease(context.config()).base, day);
        print(
          output,
          json ? JSON.stringify(digest) : writeDigest(digest, (key, values) => say(`digest.${key}`, values)),
        );
      }),
    );
}
