import { userInfo } from 'node:os';
import { type Command, InvalidArgumentError } from 'commander';
import { type Day, parseDay } from '../day.ts';
import { listQueue, listRequests, type ShownRequest, showRequest } from '../desk/index.ts';
import { DeskError } from '../errors.ts';
import type { RequestPage } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { openCaseRules } from './open-case-rules.ts';
import { createLogger } from './open-desk.ts';
import { addRequestActions } from './request-actions.ts';
import { addRequestAttachment } from './request-attachment.ts';
import { addRequestDocument } from './request-document.ts';
import { addFollowUps } from './request-follow-ups.ts';
import { withStore } from './with-store.ts';

interface ShowFlags {
  readonly json?: boolean;
  readonly unmask?: boolean;
  readonly reason?: string;
}

const MOST_ROWS = 500;

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1 || count > MOST_ROWS) throw new InvalidArgumentError(`1–${MOST_ROWS}`);
  return count;
}

function readDay(text: string): Day {
  const day = parseDay(text);
  if (day === undefined) throw new InvalidArgumentError('YYYY-MM-DD');
  return day;
}

function writeRows(context: CliContext, rows: readonly object[], json: boolean | undefined): void {
  if (json) {
    print(context.output, JSON.stringify(rows));
    return;
  }
  if (!rows.length) print(context.output, context.say('cli.requests_none'));
  for (const row of rows) {
    print(
      context.output,
      Object.entries(row)
        .flatMap(([name, value]) => (value === null || value === '' ? [] : [`${name}=${value}`]))
        .join('  '),
    );
  }
}

function writeRequest(context: CliContext, request: ShownRequest): void {
  for (const [name, value] of Object.entries(request)) {
    if (value === null || value === undefined) continue;
    if (typeof value !== 'object') print(context.output, `${name}: ${value}`);
    else
      for (const [key, inner] of Object.entries(value)) {
        print(context.output, `${name}.${key}: ${typeof inner === 'object' ? JSON.stringify(inner) : inner}`);
      }
  }
}

/** `requests list|show|can|act|enter|check`: what was filed, and who waits for a person. Personal data is masked unless a reason is given. */
export function addRequests(program: Command, context: CliContext): void {
  const requests = program.command('requests').description(context.say('cli.requests'));
  addRequestActions(requests, context);
  addFollowUps(requests, context);
  requests
    .command('list')
    .description(context.say('cli.requests_list'))
    .option('--queue', context.say('cli.requests_queue'))
    .option('--state <state>', context.say('cli.requests_state'))
    .option('--owner <name>', context.say('cli.requests_owner'))
    .option('--unit <unit>', context.say('cli.requests_unit'))
    .option('--due-by <date>', context.say('cli.requests_due_by'), readDay)
    .option('--after <number>', context.say('cli.requests_after'))
    .option('--limit <count>', context.say('cli.requests_limit'), readCount)
    .option('--json', context.say('cli.json'))
    .action((options: RequestPage & { queue?: boolean; json?: boolean }) =>
      withStore(context, createLogger(context.config()), async (store) => {
        const rows: readonly object[] = options.queue
          ? await listQueue(store)
          : await listRequests(store, openCaseRules(context.config()).regimes, options);
        writeRows(context, rows, options.json);
      }),
    );
  requests
    .command('show')
    .description(context.say('cli.requests_show'))
    .argument('<number>', context.say('cli.requests_number'))
    .option('--unmask', context.say('cli.requests_unmask'))
    .option('--reason <text>', context.say('cli.requests_reason'))
    .option('--json', context.say('cli.json'))
    .action((number: string, options: ShowFlags) =>
      withStore(context, createLogger(context.config()), async (store) => {
        if (options.unmask && !options.reason?.trim()) {
          throw new DeskError('INPUT_INVALID', context.say('cli.requests_reason_needed'), {
            hint: context.say('cli.requests_reason_needed_hint'),
          });
        }
        const unmask = options.unmask ? { reason: options.reason ?? '', who: userInfo().username } : undefined;
        const request = await showRequest(store, openCaseRules(context.config()), number.trim().toUpperCase(), {
          now: context.now(),
          ...(unmask ? { unmask } : {}),
        });
        if (!request) {
          throw new DeskError('NOT_FOUND', context.say('cli.requests_not_found', { number }), {
            hint: context.say('cli.requests_not_found_hint'),
          });
        }
        if (options.json) print(context.output, JSON.stringify(request));
        else writeRequest(context, request);
      }),
    );
  addRequestDocument(requests, context);
  addRequestAttachment(requests, context);
}
