import { readdirSync, readFileSync, statSync } from 'node:fs';

/** What the processes of a desk hold, all of them together, when it was looked. */
export interface Held {
  /** Resident memory, in megabytes. */
  readonly memoryMb: number;
  /** Open files and sockets. */
  readonly handles: number;
  /** The write-ahead log of SQLite, or what PostgreSQL has written to its own since the run began, in megabytes. */
  readonly walMb: number;
}

export interface HeldOverTime {
  readonly first: Held;
  readonly last: Held;
  readonly most: Held;
}

const MB = 1024 * 1024;

/** From Linux's /proc; 0 where there is none, or the process has gone. */
function readMemory(pid: number): number {
  try {
    return Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024;
  } catch {
    return 0;
  }
}

function countHandles(pid: number): number {
  try {
    return readdirSync(`/proc/${pid}/fd`).length;
  } catch {
    return 0;
  }
}

/** Size of the log beside a SQLite file, in megabytes. */
export function readWalFile(database: string): number {
  return (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) / MB;
}

export interface Watch {
  readonly look: () => Promise<Held>;
  /** Looks every second from now on. */
  readonly start: () => void;
  readonly read: () => HeldOverTime | undefined;
  readonly stop: () => void;
}

/** `pids` are those of the processes that run now. */
export function watchResources(pids: () => readonly number[], readWalMb: () => Promise<number>): Watch {
  const seen: Held[] = [];
  async function look(): Promise<Held> {
    const running = pids();
    const held = {
      memoryMb: running.map(readMemory).reduce((sum, each) => sum + each, 0),
      handles: running.map(countHandles).reduce((sum, each) => sum + each, 0),
      walMb: await readWalMb().catch(() => 0),
    };
    seen.push(held);
    return held;
  }
  let timer: NodeJS.Timeout | undefined;
  return {
    look,
    start() {
      seen.length = 0;
      timer = setInterval(() => void look(), 1000);
    },
    read() {
      const [first, last] = [seen[0], seen.at(-1)];
      if (!first || !last) return undefined;
      const most = (name: keyof Held) => Math.max(...seen.map((held) => held[name]));
      return { first, last, most: { memoryMb: most('memoryMb'), handles: most('handles'), walMb: most('walMb') } };
    },
    stop: () => clearInterval(timer),
  };
}
