import { readdirSync, readFileSync, statSync } from 'node:fs';

/** What the processes of a desk hold, all of them together, when it was looked. */
export interface Held {
  /** Resident memory, in megabytes. */
  readonly memoryMb: number;
  /** Open files and sockets. */
  readonly handles: number;
  /** The write-ahead log of SQLite, or what PostgreSQL has written to its own since the run began, in megabytes. */
  readonly walMb: number;
  /** Processor time used since they were started, in milliseconds; of PostgreSQL that of the connections there are. */
  readonly deskMs: number;
  readonly serverMs: number;
}

export interface HeldOverTime {
  readonly first: Held;
  readonly last: Held;
  readonly most: Held;
  /** Memory in megabytes at each fifth of the time, to see whether it goes on growing. */
  readonly memoryByFifths: readonly number[];
}

const MB = 1024 * 1024;

/** What stands in Linux's /proc; 0 where there is none, or the process has gone. */
function orZero(read: (pid: number) => number): (pid: number) => number {
  return (pid) => {
    try {
      return read(pid);
    } catch {
      return 0;
    }
  };
}

const readMemory = orZero(
  (pid) => Number(/VmRSS:\s+(\d+)/u.exec(readFileSync(`/proc/${pid}/status`, 'utf8'))?.[1] ?? 0) / 1024,
);

/** Linux counts in hundredths of a second; after the name in parentheses the twelfth and thirteenth are ours. */
const readProcessorMs = orZero((pid) => {
  const stat = readFileSync(`/proc/${pid}/stat`, 'utf8');
  const fields = stat.slice(stat.lastIndexOf(')') + 2).split(' ');
  return (Number(fields[11]) + Number(fields[12])) * 10;
});

const sum = (values: readonly number[]) => values.reduce((all, each) => all + each, 0);

const countHandles = orZero((pid) => readdirSync(`/proc/${pid}/fd`).length);

/** Size of the log beside a SQLite file, in megabytes. */
export function readWalFile(database: string): number {
  return (statSync(`${database}-wal`, { throwIfNoEntry: false })?.size ?? 0) / MB;
}

export interface Watch {
  readonly look: () => Promise<Held>;
  /** Looks now and every second from now on. */
  readonly start: () => Promise<void>;
  readonly read: () => HeldOverTime | undefined;
  readonly stop: () => void;
}

/** What is looked at; `pids` are those of the processes that run now. */
export interface Watched {
  readonly pids: () => readonly number[];
  readonly serverPids: () => Promise<readonly number[]>;
  readonly readWalMb: () => Promise<number>;
}

export function watchResources({ pids, serverPids, readWalMb }: Watched): Watch {
  const seen: Held[] = [];
  async function look(): Promise<Held> {
    const running = pids();
    const held = {
      memoryMb: sum(running.map(readMemory)),
      handles: sum(running.map(countHandles)),
      walMb: await readWalMb().catch(() => 0),
      deskMs: sum(running.map(readProcessorMs)),
      serverMs: sum((await serverPids().catch(() => [])).map(readProcessorMs)),
    };
    seen.push(held);
    return held;
  }
  let timer: NodeJS.Timeout | undefined;
  return {
    look,
    async start() {
      seen.length = 0;
      await look();
      timer = setInterval(() => void look(), 1000);
    },
    read() {
      const [first, last] = [seen[0], seen.at(-1)];
      if (!first || !last) return undefined;
      const most = (name: keyof Held) => Math.max(...seen.map((held) => held[name]));
      return {
        first,
        last,
        most: { ...last, memoryMb: most('memoryMb'), handles: most('handles'), walMb: most('walMb') },
        memoryByFifths: [1, 2, 3, 4, 5].map((fifth) => seen[Math.ceil((seen.length * fifth) / 5) - 1]?.memoryMb ?? 0),
      };
    },
    stop: () => clearInterval(timer),
  };
}
