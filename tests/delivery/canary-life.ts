import { copyFileSync, writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { text } from 'node:stream/consumers';
import { pino } from 'pino';
import { createMetrics } from '../../src/cli/metrics.ts';
import { addDays, dayOf } from '../../src/day.ts';
import { createSpool } from '../../src/delivery/platform/spool.ts';
import { listTables } from '../../src/desk/figures/list-tables.ts';
import { readFigures } from '../../src/desk/figures/read-figures.ts';
import { writeExport } from '../../src/desk/figures/write-export.ts';
import { readReportCases } from '../../src/desk/reports/read-report-cases.ts';
import { listClosedStates, type RetentionOptions, readKeptFields, stepRetention } from '../../src/retention/index.ts';
import { backUp, keepHandOver, recordUnanswered } from '../../src/store/index.ts';
import { actingRules } from '../cases/office.ts';
import { describeStore, openAt } from '../store/open-at.ts';
import { canaryTurn, makeCanary } from './canaries.ts';
import { liveOn } from './canary-case.ts';
import { message, openScripted, seededRandom } from './desk-under-test.ts';

/**
 * A process of its own in which many people file their requests, fail, hand over and are counted, and each request goes
 * its whole way through the office to what is erased in the end, with everything logged at `debug`; it stands still in
 * the middle of one more filing, to be killed there.
 */
const [directory = '', many = '0'] = process.argv.slice(2);
/** After it everything is due that ever will be. */
const CENTURY_MS = 100 * 366 * 86_400_000;
const now = () => new Date();
const logger = pino({ level: 'debug' }, pino.destination({ dest: join(directory, '..', 'debug.log'), sync: true }));
const store = await openAt(directory, { now, logger });
const random = seededRandom();
let standing = false;

function standStill(): never {
  writeSync(1, 'standing\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('should have been killed');
}

const desk = openScripted(store, {
  turn: canaryTurn,
  takesFiles: true,
  logger,
  now,
  random: (count) => (standing ? standStill() : random(count)),
});
const spool = createSpool({
  file: join(directory, 'spool', 'web.spool'),
  channel: 'web',
  sealer: store.sealer,
  logger,
});

for (let index = 1; index <= Number(many); index += 1) {
  const canary = makeCanary(index);
  const said = `file ${index} 我叫${canary.name}，电话${canary.phone}，住${canary.address}，${canary.description}`;
  await desk.receive(message(`m${index}`, said, `c${index}`));
  await desk.receive(message(`f${index}`, `fail ${index} ${canary.documentNumber}`, `c${index}`)).catch(() => {});
  await spool.append([message(`s${index}`, said, `c${index}`)]);
  const asked = `${canary.name}的${canary.description}`;
  await recordUnanswered(store, { question: asked, nearest: null, channel: 'web', why: 'unsettled' }, now());
  const handOver = { token: `t${index}`, draft: canary, expiresAt: now() };
  await keepHandOver(store, { channel: 'web', conversation: `c${index}` }, handOver);
  await liveOn({ store, desk, rules: actingRules, now, logger }, canary, index, index === 1);
}
const metrics = await createMetrics(store).hook.handle(new Request('http://127.0.0.1/metrics'));
writeFileSync(join(directory, '..', 'metrics.txt'), await metrics.text());
const { base, messages } = actingRules.release;
const today = dayOf(now());
const figures = await readFigures(store, base, { from: today, to: today });
const sheet = await writeExport(listTables(figures, messages, 'zh-CN'), 'csv');
writeFileSync(join(directory, '..', 'figures.csv'), await text(sheet));
const cases = await readReportCases(store, base.regimes, addDays(today, 1));
writeFileSync(join(directory, '..', 'report-cases.json'), JSON.stringify(cases));
await backUp(await describeStore(directory, { now }), join(directory, '..', 'backup.db'));
// What is erased below is looked at as it was, too.
copyFileSync(join(directory, 'spool', 'web.spool'), join(directory, '..', 'spool.copy'));
const ages = new Date(now().getTime() + CENTURY_MS);
const retention: RetentionOptions = {
  rules: base.retention,
  closed: listClosedStates(base.regimes),
  isKept: readKeptFields(base.regimes),
  spoolDirectory: join(directory, 'spool'),
  erased: () => '—',
};
for (let left = true; left; )
  left =
    (await store.transaction((executor) => stepRetention(executor, retention, { now: ages, by: 'desk' }))) !== null;
standing = true;
await desk.receive(message('last', `file ${Number(many) + 1}`, 'c0'));
