import { setTimeout as delay } from 'node:timers/promises';
import { type DeskProcess, startProcess } from '../../chaos/desk-process.ts';
import { createRandom } from '../../chaos/random.ts';
import { listRequests } from '../../desk/index.ts';
import type { Store } from '../../store/index.ts';
import { median, percentile } from '../percentile.ts';
import type { FillOptions } from '../requests.ts';
import { fillDesk } from './fill-desk.ts';
import { type Console, openConsole } from './open-console.ts';
import { seatAgents } from './seat-agents.ts';
import { type Agent, createAgent, LIST } from './work-as-agent.ts';

export interface DeskBenchOptions extends FillOptions {
  readonly store: Store;
  /** Starts a process of the desk that serves the console. */
  readonly launch: (name: string) => Pick<Parameters<typeof startProcess>[0], 'command' | 'environment'>;
  /** By name; agents sit at those that serve the console. */
  readonly processes: readonly { readonly name: string; readonly serves: boolean }[];
  readonly agents: number;
  readonly cases: number;
  /** Cases of these that are not answered yet. */
  readonly open: number;
  readonly seconds: number;
  readonly rounds: number;
  /** Seconds in which each agent turns to another page, and in which each changes a case; on average. */
  readonly turnEvery: number;
  readonly changeEvery: number;
  readonly clock: () => number;
  readonly onProgress: (text: string) => void;
}

/** Milliseconds. */
interface Times {
  readonly count: number;
  readonly p50: number;
  readonly p95: number;
}

export interface DeskBenchResult {
  readonly fillMs: number;
  /** A page of the list straight from the store, and over HTTP with nobody else there. */
  readonly store: Times;
  readonly alone: Times;
  /** Of each round, the one in the middle: lists with everybody there; a change until another agent hears of it. */
  readonly list: Times;
  readonly live: Times;
  /** List with everybody there beside alone, by p95. */
  readonly ratio: number;
  /** Changes made that an agent did not hear of, and calls that failed. */
  readonly unheard: number;
  readonly failures: readonly string[];
}

const LOOKS = 30;
/** Milliseconds after the last change in which all have heard of it, or have not. */
const SETTLE_MS = 5000;

function sum(values: readonly number[]): Times {
  return { count: values.length, p50: median(values), p95: percentile(values, 0.95) };
}

function middle(rounds: readonly Times[]): Times {
  return rounds.toSorted((a, b) => a.p95 - b.p95)[Math.floor(rounds.length / 2)] ?? sum([]);
}

async function timeEach(clock: () => number, work: () => Promise<unknown>): Promise<Times> {
  const times: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const asked = clock();
    await work();
    times.push(clock() - asked);
  }
  return sum(times);
}

/** A change somebody made, until everybody else has heard of it. */
interface Change {
  readonly by: number;
  readonly asked: number;
  readonly heard: Set<number>;
}

/** Many agents at their consoles among many cases, over HTTP and with real processes of the desk. */
export async function runDesk(options: DeskBenchOptions): Promise<DeskBenchResult> {
  const { store, clock, onProgress, rules, seconds } = options;
  const random = createRandom(6);
  const filling = clock();
  const numbers = await fillDesk(store, options, options);
  const seats = await seatAgents(store, options.agents, options);
  const fillMs = clock() - filling;
  onProgress(`${options.cases} cases and ${seats.length} agents in ${(fillMs / 1000).toFixed(0)} s`);
  const bare = await timeEach(clock, () => listRequests(store, rules.regimes, { limit: 100 }));

  let broken: string | undefined;
  const processes: readonly DeskProcess[] = options.processes.map(({ name }) =>
    startProcess({ name, ...options.launch(name), onUp() {}, onGone: () => (broken = name) }),
  );
  const failures = new Set<string>();
  const consoles: Console[] = [];
  let agents: readonly Agent[] = [];
  try {
    while (processes.some((process) => process.address() === undefined)) await delay(50);
    const doors = processes.filter((_, index) => options.processes[index]?.serves);
    for (const [index, seat] of seats.entries())
      consoles.push(openConsole(doors[index % doors.length]?.address() ?? '', seat));
    const [first] = consoles;
    if (!first) throw new Error('nobody works here');
    await timeEach(clock, () => first.call('GET', LIST));
    const alone = await timeEach(clock, () => first.call('GET', LIST));
    onProgress(`alone: list p95 ${alone.p95.toFixed(0)} ms, from the store ${bare.p95.toFixed(0)} ms`);

    let lists: number[] = [];
    let changes = new Map<string, Change>();
    let heard: number[] = [];
    agents = consoles.map((console) =>
      createAgent({
        console,
        clock,
        random: random.next,
        onList: (took) => void lists.push(took),
        onFailure: (why) => void failures.add(why),
      }),
    );
    const hear = (who: number, subjects: readonly string[]) => {
      for (const subject of subjects) {
        const change = changes.get(subject);
        if (!change || change.by === who || change.heard.has(who)) continue;
        change.heard.add(who);
        heard.push(clock() - change.asked);
      }
      agents[who]?.hear(subjects);
    };
    await Promise.all(consoles.map((console, who) => console.follow((subjects) => hear(who, subjects))));

    let next = 0;
    function turn(): Promise<void> {
      const page =
        random.next() < 0.5 ? ({ kind: 'list' } as const) : ({ kind: 'case', number: random.pick(numbers) } as const);
      return random.pick(agents).turnTo(page);
    }
    async function change(): Promise<void> {
      const by = random.between(0, agents.length - 1);
      const number = numbers[next++ % numbers.length] ?? '';
      const note = () => changes.set(`request:${number}`, { by, asked: clock(), heard: new Set() });
      await agents[by]?.noteCall(number, note);
    }
    /** Does something at a steady pace, whatever the answers do. */
    async function pace(perSecond: number, work: () => Promise<void>): Promise<void> {
      const begun = clock();
      const done: Promise<void>[] = [];
      for (let index = 0; index < perSecond * seconds; index += 1) {
        await delay(Math.max(0, begun + (index * 1000) / perSecond - clock()));
        done.push(work().catch((error: unknown) => void failures.add(String(error))));
      }
      await Promise.all(done);
    }

    const rounds: { list: Times; live: Times; unheard: number }[] = [];
    for (let round = 0; round <= options.rounds; round += 1) {
      [lists, heard, changes] = [[], [], new Map()];
      await Promise.all([
        pace(agents.length / options.turnEvery, turn),
        pace(agents.length / options.changeEvery, change),
      ]);
      const ended = clock();
      const isHeard = () => [...changes.values()].every((each) => each.heard.size === agents.length - 1);
      while (!isHeard() && clock() - ended < SETTLE_MS) await delay(50);
      const unheard = changes.size * (agents.length - 1) - heard.length;
      const measured = { list: sum(lists), live: sum(heard), unheard };
      // Code that has run is faster than code that has not: the first round counts for nothing.
      if (round > 0) rounds.push(measured);
      onProgress(
        `round ${round}: ${lists.length} lists p95 ${measured.list.p95.toFixed(0)} ms, ${changes.size} changes heard p95 ${measured.live.p95.toFixed(0)} ms`,
      );
    }
    if (broken !== undefined) throw new Error(`${broken} ended under load`);
    const list = middle(rounds.map((each) => each.list));
    return {
      fillMs,
      store: bare,
      alone,
      list,
      live: middle(rounds.map((each) => each.live)),
      ratio: list.p95 / alone.p95,
      unheard: rounds.reduce((all, each) => all + each.unheard, 0),
      failures: [...failures],
    };
  } finally {
    for (const agent of agents) agent.leave();
    for (const console of consoles) console.close();
    await Promise.all(processes.map((process) => process.stop()));
  }
}
