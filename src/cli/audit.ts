import { type Command, InvalidArgumentError } from 'commander';
import { findAudit, readChain, readNames, verifyAudit } from '../desk/audit/index.ts';
import type { Store } from '../store/index.ts';
import { type CliContext, print } from './context.ts';
import { createLogger } from './open-desk.ts';
import { withStore } from './with-store.ts';

/** Rows read at a time for an export. */
const PIECE = 1000;

function readCount(text: string): number {
  const count = Number(text);
  if (!Number.isInteger(count) || count < 1) throw new InvalidArgumentError('1, 2, 3 …');
  return count;
}

async function exportAll(context: CliContext, store: Store): Promise<void> {
  let after = 0;
  for (let rows = await readChain(store, 0, PIECE); rows.length; rows = await readChain(store, after, PIECE)) {
    for (const { detail, ...row } of rows) {
      print(context.output, JSON.stringify({ ...row, detail: JSON.parse(detail) }));
      after = row.seq;
    }
  }
}

/** `audit verify|list|export`: the chained record of what was done. `verify` ends with 1 when the chain does not hold. */
export function addAudit(program: Command, context: CliContext): void {
  const audit = program.command('audit').description(context.say('audit.about'));
  const work = (run: (store: Store) => Promise<void>) => withStore(context, createLogger(context.config()), run);
  audit
    .command('verify')
    .description(context.say('audit.verify'))
    .action(() =>
      work(async (store) => {
        const verdict = await verifyAudit(store);
        if (verdict.holds)
          print(context.output, context.say('audit.holds', { entries: verdict.entries, head: verdict.head }));
        else {
          print(context.output, context.say(`audit.${verdict.why}`, { at: verdict.at }));
          context.setExitCode(1);
        }
      }),
    );
  audit
    .command('list')
    .description(context.say('audit.list'))
    .option('--most <count>', context.say('audit.most'), readCount, 50)
    .action(({ most }: { most: number }) =>
      work(async (store) => {
        const entries = await findAudit(store, {}, { most });
        const names = await readNames(store, entries);
        const who = (id: string) => (names[id] === undefined ? id : `${names[id]} (${id})`);
        for (const { at, event, actor, subject, detail } of entries) {
          const parts = [at, event, who(actor), who(subject), JSON.stringify(detail)];
          print(context.output, parts.filter(Boolean).join('  '));
        }
      }),
    );
  audit
    .command('export')
    .description(context.say('audit.export'))
    .action(() => work((store) => exportAll(context, store)));
}
