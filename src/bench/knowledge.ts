import { mkdtemp, rm } from 'node:fs/promises';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { buildRelease, listSearchEntries } from '../conversation/build-release.ts';
import { publishRelease } from '../desk/releases/index.ts';
import { writeYaml } from '../knowledge/edit/index.ts';
import {
  hashTree,
  type KnowledgeTree,
  layOut,
  loadRelease,
  packTree,
  readTree,
  type TreeLocation,
} from '../knowledge/index.ts';
import { learnIndex } from '../knowledge/search/index.ts';
import { silentLogger } from '../logger.ts';
import { insertRelease, openStore } from '../store/index.ts';
import { median, percentile } from './percentile.ts';

export interface BenchKnowledgeOptions {
  /** The knowledge everything but the answers is taken from. */
  readonly location: TreeLocation;
  readonly entries: number;
  readonly perEntry: number;
  readonly queries: number;
  readonly now: () => Date;
  /** Milliseconds from any start, such as `performance.now`. */
  readonly clock: () => number;
  /** Bytes the process has. */
  readonly memory: () => number;
  /** Share of the learning done, from 0 to 1. */
  readonly onProgress: (share: number) => void;
}

export interface BenchKnowledgeResult {
  readonly entries: number;
  readonly phrasings: number;
  /** From the files to a release that answers: kept, published, laid out, read, learned, opened. */
  readonly publishMs: number;
  readonly learnMs: number;
  /** At its highest, sampled at every step and every report of progress. */
  readonly memoryMb: number;
  readonly p50: number;
  readonly p99: number;
  /** Share of questions whose entry came first. */
  readonly top1: number;
}

const CHARACTERS =
  '户口房屋土地税费学校医院道路车辆保险养老低保残疾军人就业工资合同企业执照商标食品药品环境噪音垃圾供水供电燃气暖气物业拆迁补偿规划建设消防安全生产矿山森林河道水库农田种子粮食牲畜渔船旅游文物图书体育彩票慈善社团婚姻收养殡葬档案公证律师法院监狱边防护照签证银行贷款证券审计统计价格计量标准专利广告电视网络电信邮政铁路航空港口公交出租停车';
const WAYS = [
  '怎么办',
  '在哪办',
  '要什么材料',
  '多久能办好',
  '找哪个部门',
  '能公开吗',
  '怎么申请',
  '谁负责',
  '有什么规定',
  '要多少钱',
];
const FILE_SIZE = 500;
const MEGABYTE = 1024 * 1024;

/** The same numbers in every run. */
function createDice(seed: number): (sides: number) => number {
  let state = seed;
  return (sides) => {
    state = (Math.imul(state, 1_664_525) + 1_013_904_223) >>> 0;
    return Math.floor((state / 2 ** 32) * sides);
  };
}

interface Made {
  readonly id: string;
  readonly phrasings: readonly string[];
}

/** Entries each about three words of its own, put in as many ways as asked for. */
function makeEntries(many: number, perEntry: number): Made[] {
  const roll = createDice(7);
  const word = () => `${CHARACTERS[roll(CHARACTERS.length)]}${CHARACTERS[roll(CHARACTERS.length)]}`;
  return Array.from({ length: many }, (_, index) => {
    const [first, second, third] = [word(), word(), word()];
    const phrasings = Array.from({ length: perEntry }, (_each, way) => {
      const subject = way % 2 ? `${second}的${first}${third}` : `${first}${second}${third}`;
      return `${subject}${WAYS[way % WAYS.length]}${way >= WAYS.length ? way : ''}`;
    });
    return { id: `entry-${index}`, phrasings };
  });
}

function makeTree(location: TreeLocation, made: readonly Made[]): KnowledgeTree {
  const files = new Map([...readTree(location)].filter(([path]) => !path.includes('/answers/')));
  for (let start = 0; start < made.length; start += FILE_SIZE) {
    const answers = made.slice(start, start + FILE_SIZE).map(({ id, phrasings }) => ({
      id,
      title: phrasings[0],
      phrasings,
      versions: [{ from: '2019-05-15', answer: '依照规定办理。', sources: [{ title: '测量' }] }],
      review: '2099-01-01',
    }));
    const topic = `bench-${start / FILE_SIZE}`;
    const text = writeYaml({ topic, title: topic, answers });
    files.set(`knowledge/${location.authority}/answers/${topic}.yaml`, Buffer.from(text, 'utf8'));
  }
  return new Map([...files].toSorted(([a], [b]) => (a < b ? -1 : 1)));
}

/** Publishes a knowledge base of this size in a store of its own, and asks it. */
export async function benchKnowledge(options: BenchKnowledgeOptions): Promise<BenchKnowledgeResult> {
  const { location, entries, perEntry, queries, now, clock, memory, onProgress } = options;
  const directory = await mkdtemp(join(tmpdir(), 'desk-bench-'));
  let peak = memory();
  const sample = () => {
    peak = Math.max(peak, memory());
  };
  const store = await openStore({ directory, key: undefined, logger: silentLogger, now });
  try {
    const made = makeEntries(entries, perEntry);
    const tree = makeTree(location, made);
    sample();
    const started = clock();
    const hash = hashTree(tree);
    await store.transaction(async (executor) => {
      const release = { hash, content: packTree(tree), madeAt: now().toISOString(), madeBy: 'bench', note: null };
      await insertRelease(executor, release);
      await publishRelease(executor, { release: hash, by: 'bench', now: now() });
    });
    const place = layOut(join(directory, 'cache'), location.authority, { hash, read: () => tree });
    const loaded = loadRelease(place);
    if (!('release' in loaded)) throw new Error(loaded.problems[0]?.message);
    sample();
    const { base } = loaded.release;
    const learning = clock();
    const learned = learnIndex(listSearchEntries(base), {
      synonyms: base.synonyms,
      onProgress: (share) => {
        sample();
        onProgress(share);
      },
    });
    const learnMs = clock() - learning;
    const release = buildRelease(loaded.release, learned);
    sample();
    const publishMs = clock() - started;
    const roll = createDice(11);
    const times: number[] = [];
    let first = 0;
    for (let asked = 0; asked < queries; asked++) {
      const entry = made[roll(made.length)];
      const question = `请问${entry?.phrasings[roll(perEntry)]}呢`;
      const before = clock();
      const [found] = release.search.search(question);
      times.push(clock() - before);
      if (found?.id === `answer/${entry?.id}`) first += 1;
    }
    sample();
    return {
      entries,
      phrasings: made.reduce((sum, each) => sum + each.phrasings.length, 0),
      publishMs,
      learnMs,
      memoryMb: peak / MEGABYTE,
      p50: median(times),
      p99: percentile(times, 0.99),
      top1: first / Math.max(1, queries),
    };
  } finally {
    await store.close();
    await rm(directory, { recursive: true, force: true });
  }
}
