import { FAILPOINTS, type Failpoint } from '../failpoints.ts';
import type { DeskProcess } from './desk-process.ts';
import type { FakePlatform, Mood } from './fake-platform.ts';
import type { Random } from './random.ts';

/** What the nemesis may do its worst to. */
export interface Field {
  readonly processes: readonly DeskProcess[];
  readonly platform: FakePlatform;
  readonly random: Random;
  /** Moves every clock ahead. */
  readonly jump: (milliseconds: number) => void;
  /** Delivers messages again that were delivered before. */
  readonly redeliver: (many: number) => void;
  /** Ends the database's connections, or makes it refuse them for so long; undefined where there is no server. */
  readonly server:
    | { readonly cut: () => Promise<void>; readonly close: (milliseconds: number) => Promise<void> }
    | undefined;
  readonly note: (what: string, process: string | null) => void;
}

export interface Nemesis {
  /** One blow. */
  readonly strike: () => Promise<void>;
  /** Everything that lasts is taken back. */
  readonly relent: () => void;
}

const HOUR_MS = 3_600_000;
/** Passed only while something else goes wrong. */
const NEEDS: Partial<Record<Failpoint, 'away' | 'bug'>> = {
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
};

/** Strikes by seed: what, whom and when is the same in every run, though what comes of it is not. */
export function createNemesis(field: Field): Nemesis {
  const { processes, platform, random, note } = field;
  let points: Failpoint[] = [];

  /** Every failpoint has its turn before one has it again. */
  function nextPoint(): Failpoint {
    if (points.length === 0)
      points = FAILPOINTS.map((name) => ({ name, at: random.next() }))
        .sort((a, b) => a.at - b.at)
        .map(({ name }) => name);
    return points.pop() ?? 'store.commit.before';
  }

  function killAtPoint(): void {
    const at = nextPoint();
    const needs = NEEDS[at];
    // Whoever passes there first; the others are left armed and die later.
    for (const process of needs ? processes : [random.pick(processes), random.pick(processes)]) {
      if (needs === 'away') process.order({ kind: 'fail', at: 'store.commit.before', times: 3, how: 'away' });
      if (needs === 'bug') process.order({ kind: 'fail', at: 'turn.write.before', times: 8, how: 'bug' });
      process.order({ kind: 'kill', at, nth: random.between(1, 2) });
    }
    note(`armed ${at}`, null);
  }

  function killNow(): void {
    // One that is still starting has nothing to lose.
    const up = processes.filter((each) => each.address() !== undefined);
    if (up.length === 0) return;
    const process = random.pick(up);
    note('kill -9', process.name);
    process.kill();
  }

  /** The power fails: everything is gone at once. */
  function killAll(): void {
    note('kill -9 of all', null);
    for (const process of processes) process.kill();
  }

  function trouble(mood: Mood): void {
    note(`platform ${mood}`, null);
    platform.setMood(mood);
    setTimeout(() => platform.setMood('well'), random.between(300, 1500)).unref();
  }

  const fail = (at: Failpoint, how: 'full' | 'away', times: number) => {
    const process = random.pick(processes);
    note(`${how} at ${at}`, process.name);
    process.order({ kind: 'fail', at, times, how });
  };

  const blows: readonly (readonly [weight: number, blow: () => void | Promise<void>])[] = [
    [6, killAtPoint],
    [4, killNow],
    [1, killAll],
    [2, () => trouble(random.pick(['busy', 'broken', 'silent']))],
    [2, () => field.redeliver(random.between(1, 10))],
    [2, () => fail('store.commit.before', 'away', random.between(1, 5))],
    [1, () => fail('spool.append.before', 'full', 2)],
    [1, () => fail('intake.keep.before', 'away', 3)],
    [1, () => random.pick(processes).order({ kind: 'block', milliseconds: random.between(500, 1500) })],
    [1, () => field.jump(random.between(1, 5) * HOUR_MS)],
    [2, () => field.server?.cut()],
    [1, () => field.server?.close(random.between(500, 3000))],
  ];
  const wheel = blows.flatMap(([weight, blow]) => Array.from({ length: weight }, () => blow));

  return {
    strike: async () => random.pick(wheel)(),
    relent: () => platform.setMood('well'),
  };
}
