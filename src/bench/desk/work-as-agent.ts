import { spaceOut } from '../../desk/console/live/space-out.ts';
import type { Console } from './open-console.ts';

/** What an agent has before them. */
export type Page = { readonly kind: 'list' } | { readonly kind: 'case'; readonly number: string };

/** The list of requests as the console asks for it. */
export const LIST = '/requests?most=100';

/** What a page asks the desk for, as `src/desk/console` does: when it is opened, and again when what it shows changed. */
function listReads(page: Page, opened: boolean): readonly string[] {
  if (page.kind === 'list') return [LIST];
  const at = `/requests/${page.number}`;
  const always = [at, `${at}/actions`, `${at}/papers`, `${at}/held`];
  return opened ? [...always, `${at}/related`] : always;
}

export interface Agent {
  readonly turnTo: (page: Page) => Promise<void>;
  /** Notes a call on a case; `onAsk` runs at the moment it is asked. */
  readonly noteCall: (number: string, onAsk: () => void) => Promise<void>;
  /** What the console does when something changed: reads what it shows of it again. */
  readonly hear: (subjects: readonly string[]) => void;
  readonly leave: () => void;
}

interface AgentOptions {
  readonly console: Console;
  /** Told how long a list took, in milliseconds. */
  readonly onList: (took: number) => void;
  readonly onFailure: (why: string) => void;
  readonly clock: () => number;
  readonly random: () => number;
}

function waitFor(work: () => void, milliseconds: number): () => void {
  const timer = setTimeout(work, milliseconds);
  return () => clearTimeout(timer);
}

/** Somebody with the console open, who behaves as the console does. */
export function createAgent({ console, onList, onFailure, clock, random }: AgentOptions): Agent {
  let page: Page = { kind: 'list' };
  let left = false;

  async function read(path: string): Promise<void> {
    const asked = clock();
    try {
      await console.call('GET', path);
      if (path === LIST) onList(clock() - asked);
    } catch (error) {
      if (!left) onFailure(String(error));
    }
  }

  const lists = spaceOut(() => void read(LIST), { now: clock, random, wait: waitFor });

  return {
    async turnTo(next) {
      page = next;
      await Promise.all(listReads(next, true).map(read));
    },
    async noteCall(number, onAsk) {
      const at = `/requests/${number}`;
      const { version } = JSON.parse(await console.call('GET', `${at}/actions`)) as { version: number };
      onAsk();
      const fields = { text: '申请人来电询问进度，已答复。' };
      await console.call('POST', `${at}/events`, { event: 'call_noted', fields, version });
    },
    hear(subjects) {
      if (page.kind === 'list' && subjects.some((subject) => subject.startsWith('request:'))) lists.ask(LIST);
      if (page.kind === 'case' && subjects.includes(`request:${page.number}`))
        for (const path of listReads(page, false)) void read(path);
    },
    leave() {
      left = true;
      lists.stop();
    },
  };
}
