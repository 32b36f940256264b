import { setTimeout as delay } from 'node:timers/promises';
import { FAILPOINTS } from '../failpoints.ts';
import type { ChaosOptions, ChaosResult } from './chaos-options.ts';
import { checkHistory } from './check-history.ts';
import { fileRequest, insist, type Street, type Visit } from './citizens.ts';
import { countAckedWhileDown, countBlows } from './count-history.ts';
import { type DeskProcess, startProcess } from './desk-process.ts';
import { startFakePlatform } from './fake-platform.ts';
import type { Operation } from './history.ts';
import { keepCalm } from './keep-calm.ts';
import { LOOP, type LoopDelivery, SECRET_HEADER } from './loop-module.ts';
import { inventAlarm, inventAsker, inventStranger, sendRubbish } from './molest.ts';
import { createNemesis } from './nemesis.ts';
import { createRandom } from './random.ts';

/** Late deliveries at the same time. */
const AT_ONCE = 8;
const DELIVERY_MS = 8000;
/** Clocks of processes differ by so much at most. */
const SKEW_MS = 2000;
/** Between two blows. */
const PAUSE = [100, 600] as const;
const REST_MS = 120_000;
/** Messages delivered again in the end, twice each. */
const LATE = 100;
/** No platform delivers again for longer. */
const WEEK_MS = 7 * 24 * 3_600_000;

/** Files requests through real processes of the desk while a nemesis does its worst, and checks what came of it. */
export async function runChaos(options: ChaosOptions): Promise<ChaosResult> {
  const { seed, filings, kills, people, secret, clock, onProgress } = options;
  const random = createRandom(seed);
  const begun = clock();
  const elapsed = () => Math.round(clock() - begun);
  const history: Operation[] = [];
  const shown = new Map<string, string[]>();
  const sentKeys = new Set<string>();
  const deliveries: LoopDelivery[] = [];
  let ahead = options.ahead;
  let gone = 0;
  let ups = 0;

  const note = (operation: Operation) => void history.push(operation);
  const show = (conversation: string, text: string) => {
    const texts = shown.get(conversation) ?? [];
    shown.set(conversation, texts);
    texts.push(text);
  };
  const platform = await startFakePlatform(({ conversation, key, text }, taken) => {
    note({ kind: 'send', at: elapsed(), conversation, key, text, taken });
    if (!taken || sentKeys.has(key)) return;
    sentKeys.add(key);
    show(conversation, text);
  });

  const processes: DeskProcess[] = options.processes.map(({ name }) =>
    startProcess({
      name,
      ...options.launch(name, platform.url),
      onUp: () => {
        ups += 1;
        note({ kind: 'up', at: elapsed(), process: name });
      },
      onGone: (how) => {
        if (how === 'killed') gone += 1;
        note({ kind: 'nemesis', at: elapsed(), what: `gone: ${how}`, process: name });
      },
    }),
  );
  const skews = processes.map(() => random.between(0, SKEW_MS));
  const setClocks = () => {
    for (const [index, process] of processes.entries())
      process.order({ kind: 'clock', ahead: ahead + (skews[index] ?? 0) });
  };
  setClocks();
  const doors = processes.filter((_, index) => options.processes[index]?.takes);

  async function ask(address: string, delivery: LoopDelivery) {
    const answer = await fetch(`${address}/hooks/${LOOP}`, {
      method: 'POST',
      headers: { [SECRET_HEADER]: secret },
      body: JSON.stringify(delivery),
      signal: AbortSignal.timeout(DELIVERY_MS),
    });
    const body = answer.ok ? ((await answer.json()) as { carried: string[] }) : { carried: [] };
    return { how: answer.ok ? ('acked' as const) : ('refused' as const), carried: body.carried };
  }

  const deliver: Street['deliver'] = async (delivery) => {
    const door = random.pick(doors);
    const address = door.address();
    const { conversation, id } = delivery;
    const unknown = { how: 'unknown' as const, carried: [] as string[] };
    const { how, carried } =
      address === undefined
        ? { ...unknown, how: 'refused' as const }
        : await ask(address, delivery).catch(() => unknown);
    const operation = { kind: 'deliver', at: elapsed(), process: door.name, conversation, id, how, carried } as const;
    note(operation);
    // The same answer again shows nothing new.
    for (const text of carried) if (!shown.get(conversation)?.includes(text)) show(conversation, text);
    deliveries.push(delivery);
    return operation;
  };

  const isUp = () => processes.every((process) => process.address() !== undefined);
  const calm = keepCalm(() => isUp() && !nemesis.isStriking());
  const street: Street = {
    calm: calm.read,
    deliver,
    shown: (conversation) => shown.get(conversation) ?? [],
    note,
    elapsed,
    random,
  };
  const failures: string[] = [];
  const complain = (what: string) => void failures.push(what);
  const now = () => new Date(options.now().getTime() + ahead);
  let blows = 0;
  let strangers = 0;
  let alarms = 0;
  /** Nobody waits for what comes of it, but the platform repeats what was not acknowledged. */
  const knock = (delivery: LoopDelivery) => void insist(street, delivery).catch(() => {});
  async function molest(): Promise<void> {
    strangers += 1;
    knock(inventStranger(random, strangers));
    const address = random.pick(doors).address();
    const wrong = address === undefined ? undefined : await sendRubbish(address, secret, random);
    if (wrong !== undefined) complain(wrong);
  }
  const nemesis = createNemesis({
    processes,
    platform,
    random,
    server: options.server,
    redis: options.redis,
    business: options.business({ random, history, now, elapsed, note, complain }),
    molest: () => void molest(),
    flow() {
      strangers += 1;
      knock(inventAsker(strangers));
    },
    alarm() {
      alarms += 1;
      knock(inventAlarm(alarms));
    },
    jump(milliseconds) {
      ahead += milliseconds;
      setClocks();
    },
    redeliver(many) {
      for (let again = 0; again < many && deliveries.length > 0; again += 1) knock(random.pick(deliveries));
    },
    note: (what, process) => note({ kind: 'nemesis', at: elapsed(), what, process }),
  });

  async function waitUntilUp(): Promise<void> {
    while (!isUp()) await delay(50);
  }

  const visits: Visit[] = [];
  let done = 0;
  let finished = false;
  async function restartAgainAndAgain([least, most]: readonly [number, number]): Promise<void> {
    for (;;) {
      await delay(random.between(least, most));
      if (finished || gone >= kills) return;
      nemesis.restart();
    }
  }
  /** Kills are spread over all filings: none goes through at peace because they were spent on the first. */
  const isAheadOfFilings = () => gone * filings >= (visits.length + failures.length + people) * kills;
  async function torment(): Promise<void> {
    const restarting = options.restartsEvery && restartAgainAndAgain(options.restartsEvery);
    while (!finished && gone < kills) {
      // A desk of which nothing is up proves nothing: each blow falls on one that has come back.
      await waitUntilUp();
      while (isAheadOfFilings() && !finished) await delay(50);
      blows += 1;
      await nemesis.strike();
      await delay(random.between(...PAUSE));
    }
    await restarting;
    await nemesis.relent();
  }

  async function visit(): Promise<void> {
    while (!options.isStopped() && (done < filings || gone < kills)) {
      done += 1;
      const number = done;
      try {
        visits.push(
          await fileRequest(street, { name: `p${number}`, passive: number % 4 === 0, withFile: number % 5 === 0 }),
        );
      } catch (error) {
        complain(error instanceof Error ? error.message : String(error));
      }
      onProgress(`${visits.length}/${filings} filed, ${gone}/${kills} kills, ${failures.length} stuck`);
    }
  }

  async function settle(): Promise<boolean> {
    await waitUntilUp();
    for (const until = calm.read() + REST_MS; calm.read() < until; await delay(200))
      if (await options.isAtRest(now()).catch(() => false)) return true;
    return false;
  }

  try {
    await waitUntilUp();
    const tormenting = torment();
    await Promise.all(Array.from({ length: Math.min(people, filings) }, visit));
    finished = true;
    await tormenting;
    await settle();
    // Almost a week later the platform delivers much of it again, several times, to whichever process.
    ahead += WEEK_MS - 3_600_000;
    setClocks();
    const late = deliveries.slice(0, LATE);
    for (let from = 0; from < late.length; from += AT_ONCE)
      await Promise.all(late.slice(from, from + AT_ONCE).flatMap((delivery) => [deliver(delivery), deliver(delivery)]));
    const rested = await settle();
    const ending = await options.readEnding();
    const findings = checkHistory(history, ending);
    const points = options.readPoints();
    const named = (word: string) =>
      new Set(points.filter((line) => line.startsWith(word)).map((line) => line.slice(word.length)));
    const [passed, killed] = [named('passed '), named('killed ')];
    const unfiled = visits.filter(({ filed }) => !filed).length;
    return {
      ...findings,
      unexpected: [
        ...findings.unexpected,
        ...failures,
        ...(rested ? [] : ['the desk did not come to rest']),
        ...(unfiled > 0 ? [`${unfiled} people got through the form without a number`] : []),
      ],
      seed,
      filed: visits.filter(({ filed }) => filed).length,
      messages: new Set(deliveries.map(({ id }) => id)).size,
      deliveries: deliveries.length,
      kills: { total: gone, atFailpoints: points.filter((line) => line.startsWith('killed ')).length },
      blows,
      struck: countBlows(history),
      ackedWhileDown: countAckedWhileDown(history),
      movedDates: ending.movedDates,
      recovered: { kills: ups - processes.length, slowestMs: Math.max(0, ...visits.map(({ slowestMs }) => slowestMs)) },
      failpoints: {
        all: FAILPOINTS.length,
        passed: passed.size,
        killed: killed.size,
        missed: FAILPOINTS.filter((name) => !passed.has(name)),
      },
      seconds: Math.round(elapsed() / 1000),
      history,
    };
  } finally {
    calm.stop();
    await Promise.all(processes.map((process) => process.stop()));
    await platform.stop();
  }
}
