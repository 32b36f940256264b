import { FAILPOINTS, type Failpoint } from '../failpoints.ts';
import type { DeskProcess } from './desk-process.ts';
import type { FakePlatform, Mood } from './fake-platform.ts';
import type { OwnPostgres } from './own-postgres.ts';
import type { Random } from './random.ts';
import type { OwnRedis } from './redis-server.ts';
import { type Blow, listRedisBlows, type Strike } from './strike-redis.ts';

/** What can be done to the database: its connections ended, or none taken for so long; more where the server is ours. */
export interface Server extends Partial<Pick<OwnPostgres, 'restart' | 'down' | 'slow'>> {
  readonly cut: () => Promise<void>;
  readonly close: (milliseconds: number) => Promise<void>;
  /** Makes every connection there is a black hole. */
  readonly swallow?: (() => void) | undefined;
}

/** What the nemesis may do its worst to. */
export interface Field {
  readonly processes: readonly DeskProcess[];
  readonly platform: FakePlatform;
  readonly random: Random;
  /** Moves every clock ahead. */
  readonly jump: (milliseconds: number) => void;
  /** Delivers messages again that were delivered before. */
  readonly redeliver: (many: number) => void;
  /** Delivers what no platform should: texts that break programs, and bodies that are no message at all. */
  readonly molest: () => void;
  /** Somebody asks something. */
  readonly flow: () => void;
  /** Somebody writes what a desk tells its people of at once. */
  readonly alarm: () => void;
  /** Undefined where there is no server. */
  readonly server: Server | undefined;
  readonly redis: OwnRedis | undefined;
  /** What else goes on at a desk, done while everything breaks: staff who race, a release published, a copy taken. */
  readonly business: Readonly<Record<string, () => Promise<void>>>;
  readonly note: (what: string, process: string | null) => void;
}

export interface Nemesis {
  /** One blow. */
  readonly strike: () => Promise<void>;
  /** Whether something goes on that others wait for. */
  readonly isStriking: () => boolean;
  /** PostgreSQL is restarted, unless something else goes on with it. */
  readonly restart: () => void;
  /** Everything that lasts is taken back. */
  readonly relent: () => Promise<void>;
}

const HOUR_MS = 3_600_000;
const MINUTE_MS = 60_000;
/** Between two questions while the database is down: those who file wait for their answers then. */
const FLOW_MS = 250;
/** From what somebody wrote until it is told as soon as clocks say that it is time. */
const TOLD_MS = 2000;
/** Clocks say so after this long. */
const LOOK_MS = 11 * MINUTE_MS;
/** Passed only while something else goes wrong, or once somebody wrote what is told at once. */
const NEEDS: Partial<Record<Failpoint, 'away' | 'bug' | 'alarm'>> = {
  'spool.append.before': 'away',
  'spool.append.after': 'away',
  'spool.rename.before': 'away',
  'spool.rename.after': 'away',
  'spool.apply.before': 'away',
  'spool.apply.after': 'away',
  'spool.forget.before': 'away',
  'spool.forget.after': 'away',
  'aside.write.before': 'bug',
  'aside.write.after': 'bug',
  'mail.write.before': 'alarm',
  'mail.write.after': 'alarm',
};

/**
 * Strikes by seed: what, whom and when is the same in every run, though what comes of it is not. Every blow has its turn
 * before one has it again.
 */
export function createNemesis(field: Field): Nemesis {
  const { processes, platform, random, note, server, redis } = field;
  let points: Failpoint[] = [];
  /** What goes on while other blows fall; one at a time. */
  let lasting: Promise<void> | undefined;
  let minuteSpent = false;
  let bag: Strike[] = [];
  /** What fell last found something else of its kind going on. */
  let missed = false;

  const miss = () => {
    missed = true;
  };

  const shuffle = <T>(all: readonly T[]): T[] =>
    all
      .map((each) => ({ each, at: random.next() }))
      .sort((a, b) => a.at - b.at)
      .map(({ each }) => each);

  /** Every failpoint has its turn before one has it again. */
  function nextPoint(): Failpoint {
    if (points.length === 0) points = shuffle(FAILPOINTS);
    return points.pop() ?? 'store.commit.before';
  }

  function killAtPoint(): void {
    const at = nextPoint();
    const needs = NEEDS[at];
    // Whoever passes there first; the others are left armed and die later.
    for (const process of needs ? processes : [random.pick(processes), random.pick(processes)]) {
      if (needs === 'away') process.order({ kind: 'fail', at: 'store.commit.before', times: 3, how: 'away' });
      if (needs === 'bug') process.order({ kind: 'fail', at: 'turn.write.before', times: 8, how: 'bug' });
      process.order({ kind: 'kill', at, nth: needs === 'alarm' ? 1 : random.between(1, 2) });
    }
    note(`armed ${at}`, null);
    if (needs !== 'alarm') return;
    field.alarm();
    setTimeout(field.jump, TOLD_MS, LOOK_MS).unref();
  }

  /** One that is still starting has nothing to lose. */
  function pickUp(): DeskProcess | undefined {
    const up = processes.filter((each) => each.address() !== undefined);
    return up.length === 0 ? undefined : random.pick(up);
  }

  function killNow(): void {
    const process = pickUp();
    if (!process) return;
    note('kill -9', process.name);
    process.kill();
  }

  /** The power fails: everything is gone at once. */
  function killAll(): void {
    note('kill -9 of all', null);
    for (const process of processes) process.kill();
  }

  function hoard(): void {
    const process = pickUp();
    if (!process) return;
    note('out of memory', process.name);
    process.order({ kind: 'hoard' });
  }

  function trouble(mood: Mood): void {
    note(`platform ${mood}`, null);
    platform.setMood(mood);
    setTimeout(() => platform.setMood('well'), random.between(300, 1500)).unref();
  }

  const fail = (at: Failpoint, how: 'full' | 'unwritable' | 'away', times: number) => {
    const process = random.pick(processes);
    note(`${how} at ${at}`, process.name);
    process.order({ kind: 'fail', at, times, how });
  };

  /** The disk takes its time. */
  function slowDown(at: Failpoint): void {
    const process = random.pick(processes);
    note(`slow at ${at}`, process.name);
    process.order({ kind: 'slow', at, times: random.between(5, 20), milliseconds: random.between(50, 300) });
  }

  function block(milliseconds: number): void {
    const process = random.pick(processes);
    note(`does nothing for ${milliseconds} ms`, process.name);
    process.order({ kind: 'block', milliseconds });
  }

  function jump(hours: number): void {
    note(`clocks ahead for ${hours} h`, null);
    field.jump(hours * HOUR_MS);
  }

  function redeliver(many: number): void {
    note(`delivered again for ${many} times`, null);
    field.redeliver(many);
  }

  function molest(): void {
    note('rubbish', null);
    field.molest();
  }

  /** Begins something other blows do not wait for, unless something of the kind goes on. */
  function begin(what: string, work: () => Promise<void>): void {
    missed = lasting !== undefined;
    if (missed) return;
    note(what, null);
    lasting = work()
      .catch((error: unknown) => note(`${what}: ${error instanceof Error ? error.message : ''}`, null))
      .finally(() => {
        lasting = undefined;
      });
  }

  function restart(): void {
    begin('PostgreSQL restarted', async () => server?.restart?.(random.pick(['fast', 'immediate'])));
  }

  function blowsOfServer({ cut, close, down, slow, swallow }: Server): readonly Blow[] {
    return [
      [2, () => begin('connections ended', cut)],
      [1, () => begin('no connections', () => close(random.between(500, 3000)))],
      ...(slow ? ([[1, () => begin('slow disk', () => slow(random.between(1000, 4000)))]] as const) : []),
      ...(swallow ? ([[1, () => begin('black hole', async () => swallow())]] as const) : []),
      ...(down
        ? ([
            [
              1,
              () => {
                const away = minuteSpent ? random.between(1000, 8000) : MINUTE_MS;
                minuteSpent ||= lasting === undefined;
                begin(`PostgreSQL down for ${away} ms`, async () => {
                  const flowing = setInterval(field.flow, FLOW_MS);
                  await down(away).finally(() => clearInterval(flowing));
                });
              },
            ],
          ] as const)
        : []),
    ];
  }

  const blows: readonly Blow[] = [
    [6, killAtPoint],
    [4, killNow],
    [1, killAll],
    [1, hoard],
    [2, () => trouble(random.pick(['busy', 'broken', 'silent']))],
    [2, () => redeliver(random.between(1, 10))],
    [1, molest],
    [2, () => fail('store.commit.before', 'away', random.between(1, 5))],
    [1, () => fail('spool.append.before', random.pick(['full', 'unwritable']), 2)],
    [1, () => fail('intake.keep.before', 'away', 3)],
    [1, () => slowDown(random.pick(['store.commit.before', 'spool.append.before']))],
    [1, () => block(random.between(500, 1500))],
    [1, () => jump(random.between(1, 5))],
    ...(server ? blowsOfServer(server) : []),
    ...(redis ? listRedisBlows({ redis, random, note, onMissed: miss }) : []),
    ...Object.entries(field.business).map(([what, work]) => [1, () => begin(what, work)] as const),
  ];
  const wheel = blows.flatMap(([weight, blow]) => Array.from({ length: weight }, () => blow));

  return {
    strike: async () => {
      if (bag.length === 0) bag = shuffle(wheel);
      const blow = bag.pop() ?? killNow;
      missed = false;
      // A blow at what another has just struck down misses.
      await Promise.resolve(blow()).catch(() => {});
      // It falls again when the rest of the bag has fallen.
      if (missed) bag.unshift(blow);
    },
    isStriking: () => lasting !== undefined,
    restart,
    async relent() {
      platform.setMood('well');
      await lasting;
    },
  };
}
