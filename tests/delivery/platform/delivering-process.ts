import { appendFileSync, writeSync } from 'node:fs';
import { flushCompileCache } from 'node:module';
import { join } from 'node:path';
import { openAt } from '../../store/open-at.ts';
import { openPipeline, plainMessage } from './pipeline-under-test.ts';
import { createPlainAdapter } from './plain-adapter.ts';

/**
 * A process of its own that takes messages one after another from the given one on, says which it has acknowledged, and
 * sends replies into the file `sent` beside the database, until it is killed.
 */
const [directory = '', first = '1'] = process.argv.slice(2);
const store = await openAt(directory, { now: () => new Date() });
const adapter = createPlainAdapter({ rate: { most: 100_000, perMs: 1000 } });
const writing = {
  ...adapter,
  send: async (dispatch: Parameters<typeof adapter.send>[0]) => {
    appendFileSync(join(directory, 'sent'), `${dispatch.key} ${dispatch.part.text}\n`);
    return { kind: 'sent' as const, platformId: null };
  },
};
const spoolDirectory = join(directory, 'spool');
const { pipeline } = openPipeline(store, writing, { now: () => new Date(), spoolDirectory });
await pipeline.start();
// Those after it start faster; who is killed keeps nothing by itself.
flushCompileCache();
writeSync(1, 'up\n');
for (let index = Number(first); ; index += 1) {
  await pipeline.accept([plainMessage(`m${index}`, `${index}`)]);
  writeSync(1, `${index}\n`);
}
