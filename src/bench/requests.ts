import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { type ActingRules, actOnCase, openCase, reckonCases } from '../cases/index.ts';
import { dayOf } from '../day.ts';
import { listRequests } from '../desk/index.ts';
import { silentLogger } from '../logger.ts';
import { type Actor, REQUESTER } from '../requests/index.ts';
import { appendLines, type Executor, findRequestsBy, openStore, type RandomBytes, type Store } from '../store/index.ts';
import { median, percentile } from './percentile.ts';

export interface BenchRequestsOptions {
  readonly rules: ActingRules;
  /** Tables and another calendar, as if a holiday notice had moved dates. */
  readonly changed: ActingRules;
  /** Whole lives measured. */
  readonly filings: number;
  /** Requests listed and searched among. */
  readonly listed: number;
  /** Running clocks reckoned anew. */
  readonly clocks: number;
  readonly now: () => Date;
  readonly random: RandomBytes;
  /** Milliseconds from any start, such as `performance.now`. */
  readonly clock: () => number;
}

export interface BenchRequestsResult {
  readonly raw: number;
  readonly filings: number;
  readonly events: number;
  readonly lives: number;
  /** Of raw commits a second. */
  readonly share: { readonly filings: number; readonly events: number; readonly lives: number };
  /** Milliseconds. */
  readonly listP95: number;
  readonly searchP95: number;
  readonly reckoned: number;
  /** How many of each were measured: lives, transactions in a life, requests listed among, looks at lists. */
  readonly filed: number;
  readonly steps: number;
  readonly listed: number;
  readonly looks: number;
  /** Milliseconds where no date moved, and where every one did. */
  readonly sameMs: number;
  readonly movedMs: number;
  readonly moved: number;
}

/** What filing needs. */
export type FillOptions = Pick<BenchRequestsOptions, 'rules' | 'now' | 'random'>;

type Step = readonly [role: Actor['roles'][number], event: string, fields?: Readonly<Record<string, string>>];

/** The events of an application that is granted, from arrival to the shelf. */
export function usualLife(day: string): readonly Step[] {
  return [
    ['registrar', 'received', { receivedOn: day, confirmation: 'bench' }],
    ['registrar', 'registered', { applicantKind: 'person' }],
    ['handler', 'proposed', { jurisdiction: 'own', proposal: 'bench' }],
    ['approver', 'proposal_approved'],
    ['handler', 'assigned', { unit: 'bench', matter: 'bench', returnBy: day }],
    ['unit_head', 'unit_replied', { outcome: 'A2', opinion: 'bench' }],
    ['handler', 'drafted', { outcome: 'A2', provided: 'bench' }],
    ['secrecy_reviewer', 'secrecy_cleared', { conclusion: 'bench' }],
    ['approver', 'notice_approved'],
    ['registrar', 'sealed'],
    ['registrar', 'delivered', { deliveredBy: 'email', deliveredOn: day, proof: 'bench' }],
    ['registrar', 'closed'],
    ['registrar', 'archived', { shelf: 'bench' }],
  ];
}

async function timed(clock: () => number, work: () => Promise<unknown>): Promise<number> {
  const started = clock();
  await work();
  return clock() - started;
}

async function fileOne(executor: Executor, options: FillOptions, index: number): Promise<string> {
  const { rules, random, now } = options;
  const draft = {
    id: `bench-${index}`,
    applicant: 'person',
    name: `王${index}`,
    documentKind: 'passport',
    documentNumber: `E${String(index).padStart(8, '0')}`,
    phone: `138${String(index).padStart(8, '0')}`,
    provision: 'electronic',
    delivery: 'email',
  } as const;
  const opened = await openCase(
    { ...rules, executor, now: now() },
    {
      draft: { ...draft, description: `测量用的申请，第${index}件` },
      key: { channel: 'bench', conversation: `c${index}` },
      actor: REQUESTER,
      event: 'filed',
      random,
      numberPrefix: 'BENCH',
    },
  );
  if (!opened.done) throw new Error(`a bench request could not be filed: ${JSON.stringify(opened.refusal)}`);
  return opened.number;
}

async function step(executor: Executor, options: FillOptions, number: string, taken: Step): Promise<void> {
  const [role, event, fields = {}] = taken;
  const actor: Actor = { id: role, roles: [role], unit: 'bench' };
  const acted = await actOnCase({ ...options.rules, executor, now: options.now() }, { number, event, fields, actor });
  if (!acted.done) throw new Error(`a bench request could not take ${event}: ${JSON.stringify(acted.refusal)}`);
}

/** Requests filed together in one transaction while the store is filled. */
const BATCH = 500;

/** Fills the store through the same code, many to a transaction; `steps` are taken with each. Returns the numbers. */
export async function fill(
  store: Store,
  options: FillOptions,
  { from, count, steps }: { readonly from: number; readonly count: number; readonly steps: readonly Step[] },
): Promise<string[]> {
  const numbers: string[] = [];
  for (let done = 0; done < count; done += BATCH) {
    await store.transaction(async (executor) => {
      for (let index = done; index < Math.min(done + BATCH, count); index += 1) {
        const number = await fileOne(executor, options, from + index);
        for (const each of steps) await step(executor, options, number, each);
        numbers.push(number);
      }
    });
  }
  return numbers;
}

/** Lives taken before anything is measured: a desk that serves has long compiled its code. */
const WARM = 100;

/** Whole lives, one step after the other, each with a raw commit beside it. */
async function measureLives(store: Store, options: BenchRequestsOptions) {
  const { clock, now } = options;
  const day = dayOf(now());
  const times = { raw: [] as number[], filings: [] as number[], events: [] as number[], lives: [] as number[] };
  const commit = (conversation: string) =>
    store.transaction((executor) =>
      appendLines(
        executor,
        { channel: 'raw', conversation },
        [{ from: 'desk', message: { kind: 'text', text: 'bench' } }],
        now(),
      ),
    );
  await fill(store, options, { from: -WARM, count: WARM, steps: usualLife(day) });
  for (let index = 0; index < options.filings; index += 1) {
    times.raw.push(await timed(clock, () => commit(`r${index}`)));
    let number = '';
    const filing = await timed(clock, async () => {
      number = await store.transaction((executor) => fileOne(executor, options, index));
    });
    let life = filing;
    for (const each of usualLife(day)) {
      const took = await timed(clock, () => store.transaction((executor) => step(executor, options, number, each)));
      times.events.push(took);
      times.raw.push(await timed(clock, () => commit(`r${index}`)));
      life += took;
    }
    times.filings.push(filing);
    times.lives.push(life);
  }
  const perSecond = (values: readonly number[]) => 1000 / median(values);
  const [raw, filings, events, lives] = [times.raw, times.filings, times.events, times.lives].map(perSecond);
  return { raw: raw ?? 0, filings: filings ?? 0, events: events ?? 0, lives: lives ?? 0 };
}

const LOOKS = 100;

async function measureListing(store: Store, options: BenchRequestsOptions, numbers: readonly string[]) {
  const { clock, rules } = options;
  const pages = [{}, { state: 'filed' }, { state: 'registered' }];
  const lists: number[] = [];
  const searches: number[] = [];
  for (let look = 0; look < LOOKS; look += 1) {
    const page = {
      ...pages[look % pages.length],
      after: look % 2 ? numbers[(look * 997) % numbers.length] : undefined,
    };
    lists.push(await timed(clock, () => listRequests(store, rules.regimes, page)));
    const index = (look * 991) % numbers.length;
    const wanted =
      look % 2 ? { phone: `138${String(options.filings + index).padStart(8, '0')}` } : { number: numbers[index] ?? '' };
    searches.push(await timed(clock, () => findRequestsBy(store, wanted)));
  }
  return { listP95: percentile(lists, 0.95), searchP95: percentile(searches, 0.95) };
}

async function measure(store: Store, options: BenchRequestsOptions): Promise<BenchRequestsResult> {
  const speed = await measureLives(store, options);
  const day = dayOf(options.now());
  // Four clocks run in a case that was just registered.
  const running = Math.ceil(options.clocks / 4);
  const others = Math.max(0, options.listed - running);
  const numbers = [
    ...(await fill(store, options, { from: options.filings, count: running, steps: usualLife(day).slice(0, 2) })),
    ...(await fill(store, options, { from: options.filings + running, count: others, steps: [] })),
  ];
  const listing = await measureListing(store, options, numbers);
  const reckon = (rules: ActingRules) => reckonCases(store, rules, options.now());
  const sameMs = await timed(options.clock, () => reckon(options.rules));
  let moved = 0;
  const movedMs = await timed(options.clock, async () => {
    moved = (await reckon(options.changed)).length;
  });
  const share = {
    filings: speed.filings / speed.raw,
    events: speed.events / speed.raw,
    lives: speed.lives / speed.raw,
  };
  const counts = { filed: options.filings, steps: usualLife(day).length + 1, listed: numbers.length, looks: LOOKS };
  return { ...speed, share, ...listing, ...counts, reckoned: running * 4, sameMs, movedMs, moved };
}

/** Requests through their whole life on a real database file, beside single-row commits through the same storage. */
export async function benchRequests(options: BenchRequestsOptions): Promise<BenchRequestsResult> {
  const directory = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now: options.now });
  try {
    return await measure(store, options);
  } finally {
    await store.close();
    await rm(directory, { recursive: true });
  }
}
