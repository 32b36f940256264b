import { setTimeout as delay } from 'node:timers/promises';
import { type DeskProcess, startProcess } from '../../chaos/desk-process.ts';
import { startFakePlatform } from '../../chaos/fake-platform.ts';
import { LOOP, type LoopDelivery, SECRET_HEADER } from '../../chaos/loop-module.ts';
import { median, percentile } from '../percentile.ts';
import type { Launch, LoadOptions, LoadResult, Spread } from './load-options.ts';
import { type Offered, offer } from './offer.ts';
import { openReaders } from './open-readers.ts';
import { startFlood } from './start-flood.ts';
import { watchResources } from './watch-resources.ts';

const REST_MS = 180_000;
/** Acknowledged within this long counts as usable. */
const USABLE_MS = 150;
const PEOPLE = 200;
/** Five times too much for so long, in seconds: long enough that not all of it can be kept. */
const OVERLOAD_SECONDS = 12;
/** One who writes two hundred times a second, for longer than others are timed. */
const FLOOD = { rate: 200, count: 1400 };
const ABUSE_TURNS = 3;
/** A long run needs no long echo. */
const ECHO_SECONDS = 30;

function spread(values: readonly number[]): Spread {
  return { min: percentile(values, 0), median: median(values), max: percentile(values, 1) };
}

/** Loads real processes of the desk over HTTP, and a bare echo beside them in the same run. */
export async function runLoad(options: LoadOptions): Promise<LoadResult> {
  const { clock, questions, secret, rate, seconds, onProgress } = options;
  const answered = new Map<string, (at: number) => void>();
  const platform = await startFakePlatform(({ conversation }) => answered.get(conversation)?.(clock()));
  let broken: string | undefined;
  const start = (name: string, launch: Launch): DeskProcess =>
    startProcess({
      name,
      ...launch,
      onUp() {},
      onGone: () => {
        broken = name;
      },
    });
  const processes = options.processes.map(({ name }) => start(name, options.launch(name, platform.url)));
  const echo = start('echo', options.launchEcho());
  const doors = processes.filter((_, index) => options.processes[index]?.takes);
  let number = 0;
  const watch = watchResources({ ...options, pids: () => processes.flatMap((process) => process.pid() ?? []) });

  async function post(process: DeskProcess, path: string, delivery: LoopDelivery): Promise<Response> {
    return fetch(`${process.address() ?? ''}${path}`, {
      method: 'POST',
      headers: { [SECRET_HEADER]: secret },
      body: JSON.stringify(delivery),
    });
  }
  function write(conversation: string): LoopDelivery {
    number += 1;
    return { id: `m${number}`, conversation, passive: false, text: questions[number % questions.length] ?? '' };
  }
  const deliver = (conversation: string) => {
    const door = doors[number % doors.length];
    if (!door) throw new Error('no process takes messages in');
    return post(door, `/hooks/${LOOP}`, write(conversation));
  };
  const person = () => `loop:${number % PEOPLE}`;

  async function rest(): Promise<number> {
    const begun = clock();
    while (!(await options.isAtRest().catch(() => false))) {
      if (clock() - begun > REST_MS) throw new Error('the desk does not come to rest');
      await delay(50);
    }
    return clock() - begun;
  }

  async function sustain() {
    const results: { desk: Offered; echo: Offered; drained: number }[] = [];
    for (let round = 0; round < options.rounds; round += 1) {
      const bare = await offer({
        count: rate * Math.min(seconds, ECHO_SECONDS),
        rate,
        clock,
        deliver: () => post(echo, '/', write('loop:echo')),
      });
      const desk = await offer({ count: rate * seconds, rate, clock, deliver: () => deliver(person()) });
      results.push({ desk, echo: bare, drained: await rest() });
      onProgress(
        `sustained ${round + 1}: ${desk.perSecond.toFixed(0)}/s, ack p99 ${desk.ack.p99.toFixed(0)} ms; echo p99 ${bare.ack.p99.toFixed(0)} ms`,
      );
    }
    const refused = results.reduce((sum, { desk }) => sum + desk.sent - (desk.statuses['200'] ?? 0), 0);
    return {
      sustained: {
        rate,
        acked: spread(results.map(({ desk }) => desk.perSecond)),
        ackP99: spread(results.map(({ desk }) => desk.ack.p99)),
        drainMs: spread(results.map(({ drained }) => drained)),
        refused,
      },
      echo: {
        perSecond: spread(results.map((each) => each.echo.perSecond)),
        ackP99: spread(results.map((each) => each.echo.ack.p99)),
      },
    };
  }

  async function burst(count: number) {
    const { statuses, ack } = await offer({ count, rate: undefined, clock, deliver: () => deliver(person()) });
    onProgress(`burst of ${count}: slowest ack ${ack.most.toFixed(0)} ms`);
    return { count, acked: statuses['200'] ?? 0, most: ack.most, drainMs: await rest() };
  }

  async function overload() {
    const hard = rate * 5;
    const { sent, statuses, withRetryAfter } = await offer({
      count: hard * OVERLOAD_SECONDS,
      rate: hard,
      clock,
      deliver: () => deliver(person()),
    });
    const begun = clock();
    for (;;) {
      const { ack, statuses: probe } = await offer({ count: 20, rate: 20, clock, deliver: () => deliver(person()) });
      if (probe['200'] === 20 && ack.p99 <= USABLE_MS) break;
      if (clock() - begun > REST_MS) throw new Error('the desk does not recover');
    }
    const recoveredMs = clock() - begun;
    onProgress(`overload: ${JSON.stringify(statuses)}, recovered in ${recoveredMs.toFixed(0)} ms`);
    await rest();
    return { sent, statuses, withRetryAfter, recoveredMs, restedMs: clock() - begun };
  }

  /** Median time from message to answer of people who write one message each. */
  async function timeAnswers(): Promise<number> {
    const times: number[] = [];
    await offer({
      count: 100,
      rate: 20,
      clock,
      deliver: async () => {
        const conversation = `loop:other-${number}`;
        const { promise, resolve } = Promise.withResolvers<number>();
        answered.set(conversation, resolve);
        const asked = clock();
        const answer = await deliver(conversation);
        if (answer.ok) times.push((await promise) - asked);
        return answer;
      },
    });
    return median(times);
  }

  /** What others wait for while one writes much to these addresses. */
  async function timeBesideFlood(urls: readonly string[]): Promise<number> {
    number += 1;
    const conversation = `loop:flood-${number}`;
    const [time] = await Promise.all([
      // Who only begins to write is not noticed yet.
      delay(1000).then(timeAnswers),
      startFlood({ urls, secret, conversation, texts: questions, ...FLOOD }),
    ]);
    await rest();
    return time;
  }

  /** Quiet, one who writes to the echo and one who writes to the desk take turns: the machine is not the same all the time. */
  async function abuse() {
    const times: { without: number; beside: number; with: number }[] = [];
    for (let turn = 0; turn < ABUSE_TURNS; turn += 1)
      times.push({
        without: await timeAnswers(),
        beside: await timeBesideFlood([echo.address() ?? '']),
        with: await timeBesideFlood(doors.map((door) => `${door.address() ?? ''}/hooks/${LOOP}`)),
      });
    const of = (key: 'without' | 'beside' | 'with') => median(times.map((each) => each[key]));
    const result = { without: of('without'), beside: of('beside'), with: of('with') };
    const texts = times.map(
      (each) => `${each.without.toFixed(1)} · ${each.beside.toFixed(1)} · ${each.with.toFixed(1)}`,
    );
    onProgress(`others wait (quiet · one floods the echo · one floods the desk) ${texts.join(', ')} ms`);
    return { ...result, costs: result.with / result.without - 1, costsBeside: result.with / result.beside - 1 };
  }

  async function readIdly() {
    const before = await watch.look();
    const readers = await openReaders(doors[0]?.address() ?? '', options.readers);
    const during = await watch.look();
    const perReaderKb = ((during.memoryMb - before.memoryMb) * 1024) / Math.max(1, readers.open);
    const { ack } = await offer({ count: 200, rate: 50, clock, deliver: () => deliver(person()) });
    await readers.close();
    const { open } = readers;
    onProgress(`${open} idle readers: ack p99 ${ack.p99.toFixed(0)} ms`);
    await rest();
    return { open, ackP99: ack.p99, perReaderKb };
  }

  try {
    while ([...processes, echo].some((process) => process.address() === undefined)) await delay(50);
    // Code that has run is faster than code that has not.
    options.pinGenerator();
    await offer({ count: rate, rate: rate / 2, clock, deliver: () => deliver(person()) });
    await offer({ count: rate, rate, clock, deliver: () => post(echo, '/', write('loop:echo')) });
    await rest();
    await watch.start();
    const { sustained, echo: bare } = await sustain();
    await watch.look();
    const held = watch.read();
    const messages = rate * options.seconds * options.rounds;
    const used = (of: 'deskMs' | 'serverMs') => (held ? (held.last[of] - held.first[of]) / messages : 0);
    const runs = (stretch: (typeof options.stretches)[number]) => options.stretches.includes(stretch);
    const bursts = [];
    if (runs('bursts')) for (const count of options.bursts) bursts.push(await burst(count));
    const result = {
      sustained,
      held,
      processorMs: { desk: used('deskMs'), server: used('serverMs') },
      echo: bare,
      bursts,
      overload: runs('overload') ? await overload() : undefined,
      abuser: runs('abuser') ? await abuse() : undefined,
      readers: runs('readers') ? await readIdly() : undefined,
    };
    if (broken !== undefined) throw new Error(`${broken} ended under load`);
    return result;
  } finally {
    watch.stop();
    await Promise.all([...processes, echo].map((process) => process.stop()));
    await platform.stop();
  }
}
