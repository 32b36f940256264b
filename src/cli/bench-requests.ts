import { randomBytes } from 'node:crypto';
import type { Command } from 'commander';
import { type BenchRequestsResult, benchRequests } from '../bench/requests.ts';
import { addDays, dayOf, yearOf } from '../day.ts';
import { buildCalendar, layCalendars } from '../requests/index.ts';
import { type CliContext, print } from './context.ts';
import { openActingRules } from './open-case-rules.ts';
import { readCount } from './read-count.ts';

const FILINGS = 50;
const LISTED = 100_000;
const CLOCKS = 10_000;

/** A notice that makes the Monday to come a holiday, so that every running clock moves. */
function moveHolidays(now: Date) {
  const today = dayOf(now);
  const off = Array.from({ length: 7 }, (_, index) => addDays(today, index + 1)).filter(
    (day) => new Date(`${day}T00:00:00Z`).getUTCDay() === 1,
  );
  const days = off.map((day) => ({ name: '测量', from: day }));
  return buildCalendar(layCalendars([{ year: yearOf(today), title: 'bench', off: days, worked: [] }]));
}

/** One line a measurement: the figure, then what was measured and how. */
function write({ output }: CliContext, result: BenchRequestsResult): void {
  const line = (name: string, figure: string, what: string) =>
    print(output, `${name.padEnd(8)} ${figure.padEnd(22)} ${what}`);
  const rate = (perSecond: number, share?: number) =>
    `${perSecond.toFixed(0)}/s${share === undefined ? '' : `, ${(share * 100).toFixed(0)} % of raw`}`;
  const { filings, raw, events, lives, share, steps, listed, looks } = result;
  line('raw', rate(raw), `one row committed; median of ${result.filed * steps}`);
  line('filing', rate(filings, share.filings), `a request filed whole, in one transaction; median of ${result.filed}`);
  line('event', rate(events, share.events), `a step of the office; median of ${result.filed * (steps - 1)}`);
  line('life', rate(lives, share.lives), `from filing to archive, ${steps} transactions; median of ${result.filed}`);
  line('list', `${result.listP95.toFixed(1)} ms`, `a page of 50 among ${listed}; p95 of ${looks}`);
  line('search', `${result.searchP95.toFixed(1)} ms`, `by number or phone among ${listed}; p95 of ${looks}`);
  const { reckoned, sameMs, movedMs, moved } = result;
  line('reckon', `${sameMs.toFixed(0)} ms`, `${reckoned} clocks, no date moves; once`);
  line('', `${movedMs.toFixed(0)} ms`, `${moved} dates move: events, messages, rows; once`);
}

/** `bench requests`: whole lives beside raw commits, listings and searches among many, clocks reckoned anew. */
export function addBenchRequests(bench: Command, context: CliContext): void {
  bench
    .command('requests')
    .description(context.say('cli.bench_requests'))
    .option('--filings <count>', context.say('cli.bench_requests_filings'), readCount, FILINGS)
    .option('--listed <count>', context.say('cli.bench_requests_listed'), readCount, LISTED)
    .option('--clocks <count>', context.say('cli.bench_requests_clocks'), readCount, CLOCKS)
    .option('--json', context.say('cli.json'))
    .action(async (options: { filings: number; listed: number; clocks: number; json?: boolean }) => {
      const rules = openActingRules(context.config());
      const result = await benchRequests({
        ...options,
        rules,
        changed: { ...rules, calendar: moveHolidays(context.now()) },
        now: context.now,
        random: randomBytes,
        clock: () => performance.now(),
      });
      if (options.json) print(context.output, JSON.stringify(result));
      else write(context, result);
    });
}
