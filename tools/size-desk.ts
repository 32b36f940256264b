/**
 * How many processors a desk needs, by simulation: `node tools/size-desk.ts [DESK_MS] [SERVER_MS]` with the processor
 * time of a message that `./desk bench load` printed, the desk's and the database's. Messages come by chance around the
 * busiest hour's rate, each waits for a free processor of the workers and then for one of the database; the fewest are
 * looked for with which 99 in 100 are answered within two seconds. Prints the tables of docs/scale.md.
 */
import { createRandom } from '../src/chaos/random.ts';

const [deskMs = 18, serverMs = 11] = process.argv.slice(2).map(Number);
/** Assumed, not measured: a conversation a year for each inhabitant, of six messages; one in 2,000 files a request. */
const CONVERSATIONS = 1;
const MESSAGES = 6;
const FILED = 1 / 2000;
const WORKING_DAYS = 250;
/** Of a day's messages in its busiest hour, and how many times that on the worst day of the year. */
const BUSIEST_HOUR = 0.15;
const WORST_DAY = 10;
/** Bytes that stay: a message with its answer, a case with log, documents and indexes. */
const MESSAGE_KB = 3;
const CASE_KB = 40;
const WAIT_MS = 2000;
const SIMULATED = 40_000;
const random = createRandom(8);
const chance = (mean: number) => -Math.log(1 - random.next()) * mean;

/** A message on its way: when it came, and when it left the room it was in last. */
interface Passing {
  readonly came: number;
  readonly left: number;
}

/** Things go through a room with so many places, in the order in which they leave the one before. */
function pass(things: readonly Passing[], places: number, meanMs: number): Passing[] {
  const free = Array.from({ length: places }, () => 0);
  return things
    .toSorted((a, b) => a.left - b.left)
    .map(({ came, left }) => {
      const first = free.indexOf(Math.min(...free));
      const until = Math.max(left, free[first] ?? 0) + chance(meanMs);
      free[first] = until;
      return { came, left: until };
    });
}

/** Milliseconds within which 99 in 100 are answered. */
function simulate(perSecond: number, workers: number, server: number): number {
  let now = 0;
  const arriving = Array.from({ length: SIMULATED }, () => {
    now += chance(1000 / perSecond);
    return { came: now, left: now };
  });
  const waited = pass(pass(arriving, workers, deskMs), server, serverMs).map(({ came, left }) => left - came);
  return waited.toSorted((a, b) => a - b)[Math.floor(SIMULATED * 0.99)] ?? 0;
}

function findFewest(perSecond: number): { workers: number; server: number; p99: number } {
  let [workers, server] = [Math.ceil((perSecond * deskMs) / 1000), Math.ceil((perSecond * serverMs) / 1000)];
  for (;;) {
    const p99 = simulate(perSecond, workers, server);
    if (p99 <= WAIT_MS) return { workers, server, p99 };
    // Whichever is fuller gets one more.
    if (deskMs / workers >= serverMs / server) workers += 1;
    else server += 1;
  }
}

function size(inhabitants: number) {
  const perDay = (inhabitants * CONVERSATIONS * MESSAGES) / WORKING_DAYS;
  const busiest = (perDay * BUSIEST_HOUR) / 3600;
  const stored = (inhabitants * (CONVERSATIONS * MESSAGES * MESSAGE_KB + FILED * CASE_KB)) / 1024 ** 2;
  return { busiest, usual: findFewest(busiest), worst: findFewest(busiest * WORST_DAY), stored };
}

const write = (cells: readonly unknown[]) => process.stdout.write(`| ${cells.join(' | ')} |\n`);
write([
  '',
  'messages a second, busiest hour',
  'workers · database, usual day',
  '… worst day (×10)',
  'p99 then',
  'stored in a year',
]);
write(Array(6).fill('---'));
for (const [name, inhabitants] of [
  ['a county of 500,000', 500_000],
  ['a city of 8 million', 8_000_000],
  ['a province of 60 million', 60_000_000],
  ['the mean of 3,000 desks for 1,400 million', 1_400_000_000 / 3000],
  ['all 1,400 million on one desk', 1_400_000_000],
] as const) {
  const { busiest, usual, worst, stored } = size(inhabitants);
  const of = (fewest: typeof usual) => `${fewest.workers} · ${fewest.server} processors`;
  write([name, busiest.toFixed(1), of(usual), of(worst), `${worst.p99.toFixed(0)} ms`, `${stored.toFixed(0)} GB`]);
}

/** Authorities are of very different size: the n-th largest has 1/n of the largest. Each is kept whole on one shard. */
const AUTHORITIES = 3000;
const sizes = Array.from({ length: AUTHORITIES }, (_, index) => 1 / (index + 1));
const all = sizes.reduce((sum, each) => sum + each, 0);
process.stdout.write('\n');
write(['shards', 'the fullest holds, by chance', 'the fullest holds, largest first onto the emptiest']);
write(Array(3).fill('---'));
for (const shards of [4, 8, 16, 32]) {
  const [byChance, bySize] = [Array<number>(shards).fill(0), Array<number>(shards).fill(0)];
  for (const each of sizes) {
    const hashed = random.between(0, shards - 1);
    byChance[hashed] = (byChance[hashed] ?? 0) + each;
    const emptiest = bySize.indexOf(Math.min(...bySize));
    bySize[emptiest] = (bySize[emptiest] ?? 0) + each;
  }
  const times = (held: readonly number[]) => `${((Math.max(...held) / all) * shards).toFixed(2)} × the mean`;
  write([shards, times(byChance), times(bySize)]);
}
