import { writeFileSync, writeSync } from 'node:fs';
import { join } from 'node:path';
import { pino } from 'pino';
import { createMetrics } from '../../src/cli/metrics.ts';
import { createSpool } from '../../src/delivery/platform/spool.ts';
import { backUp, keepHandOver, recordUnanswered } from '../../src/store/index.ts';
import { describeStore, openAt } from '../store/open-at.ts';
import { canaryTurn, makeCanary } from './canaries.ts';
import { message, openScripted, seededRandom } from './desk-under-test.ts';

/**
 * A process of its own in which many people file their requests, fail, hand over and are counted, with everything
 * logged at `debug`; it stands still in the middle of one more filing, to be killed there.
 */
const [directory = '', many = '0'] = process.argv.slice(2);
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
}
const metrics = await createMetrics(store).hook.handle(new Request('http://127.0.0.1/metrics'));
writeFileSync(join(directory, '..', 'metrics.txt'), await metrics.text());
await backUp(await describeStore(directory, { now }), join(directory, '..', 'backup.db'));
standing = true;
await desk.receive(message('last', `file ${Number(many) + 1}`, 'c0'));
