import type { ConversationId, Inbound, MessageId } from '../channel/message.ts';
import type { DrainableDesk } from '../delivery/index.ts';
import type { Store } from '../store/index.ts';
import { fillStore } from './growth-store.ts';
import { median } from './percentile.ts';

/** How much is stored beforehand. */
export interface Grown {
  readonly conversations: number;
  readonly cases: number;
}

export interface BenchGrowthOptions {
  readonly small: Grown;
  readonly large: Grown;
  /** A new, empty desk of that name. */
  readonly open: (name: string) => Promise<{ readonly store: Store; readonly desk: DrainableDesk }>;
  /** What a person says to file a request, the first word first. */
  readonly filing: readonly string[];
  readonly questions: readonly string[];
  /** People measured on each. */
  readonly people: number;
  readonly clock: () => number;
  readonly onProgress: (text: string) => void;
}

/** Milliseconds, median. */
interface Cost {
  readonly question: number;
  readonly filing: number;
}
export interface BenchGrowthResult {
  readonly small: Grown & Cost;
  readonly large: Grown & Cost;
  /** What the large one costs, in times of what the small one does. */
  readonly ratio: Cost;
}

const NUMBER = /[A-Z]+-\d{4}-\d{6}/u;

/** What a message and a filing cost where much is stored, beside where little is, in turns in the same run. */
export async function benchGrowth(options: BenchGrowthOptions): Promise<BenchGrowthResult> {
  const { filing, questions, people, clock, onProgress } = options;

  async function prepare(name: 'small' | 'large') {
    const { store, desk } = await options.open(name);
    let sent = 0;
    async function say(conversation: string, text: string): Promise<string> {
      sent += 1;
      const inbound: Inbound = {
        id: `${name}-${sent}` as MessageId,
        channel: 'web',
        conversation: conversation as ConversationId,
        body: { kind: 'text', text },
      };
      return JSON.stringify((await desk.receive(inbound)).lines);
    }
    const file = async (conversation: string) => {
      let last = '';
      for (const text of filing) last = await say(conversation, text);
      return last;
    };
    await say('sample', questions[0] ?? '');
    const number = NUMBER.exec(await file('filed'))?.[0] ?? '';
    await fillStore(store, { conversation: 'sample', number }, options[name]);
    onProgress(`${name}: ${options[name].conversations} conversations, ${options[name].cases} cases`);
    return { say, file, times: { question: [] as number[], filing: [] as number[] } };
  }

  const desks = [await prepare('small'), await prepare('large')] as const;
  for (let person = 0; person < people; person += 1) {
    for (const { say, file, times } of person % 2 === 0 ? desks : desks.toReversed()) {
      const asked = clock();
      await say(`person-${person}`, questions[person % questions.length] ?? '');
      const answered = clock();
      await file(`filer-${person}`);
      // The first ones warm up.
      if (person < people / 10) continue;
      times.question.push(answered - asked);
      times.filing.push((clock() - answered) / filing.length);
    }
  }
  const [small, large] = desks.map(({ times }) => ({
    question: median(times.question),
    filing: median(times.filing),
  })) as [Cost, Cost];
  return {
    small: { ...options.small, ...small },
    large: { ...options.large, ...large },
    ratio: { question: large.question / small.question, filing: large.filing / small.filing },
  };
}
