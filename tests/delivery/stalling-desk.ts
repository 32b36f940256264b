import { writeSync } from 'node:fs';
import { openAt } from '../store/open-at.ts';
import { conversationId, message, openScripted, seededRandom } from './desk-under-test.ts';

/**
 * A process of its own that files a request and stands still at the moment named, to be killed there:
 * `midway` within the transaction, the request's number already taken; `stored` after it, before anybody is answered.
 */
const [directory = '', moment = ''] = process.argv.slice(2);

function standStill(): never {
  writeSync(1, 'standing\n');
  Atomics.wait(new Int32Array(new SharedArrayBuffer(4)), 0, 0);
  throw new Error('should have been killed');
}

const store = await openAt(directory, { now: () => new Date() });
const random = seededRandom();
const desk = openScripted(store, { random: (count) => (moment === 'midway' ? standStill() : random(count)) });
await desk.receive(message('m1', '你好'));
// Word of the first message may come late: it is the second that is stored when it stands still.
desk.follow(conversationId('c1'), (lines) => JSON.stringify(lines).includes('request_filed') && standStill());
await desk.receive(message('m2', 'file'));
