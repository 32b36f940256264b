import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { createInterface } from 'node:readline';

export interface Readers {
  readonly open: number;
  readonly close: () => Promise<void>;
}

/** Opens idle readers of events from a process of its own, so that what holds them is not counted with who serves them. */
export async function openReaders(address: string, count: number): Promise<Readers> {
  const program = new URL('./read-idly.ts', import.meta.url).pathname;
  const child = spawn(process.execPath, [program, address, String(count)], { stdio: ['pipe', 'pipe', 'inherit'] });
  const [line] = (await once(createInterface({ input: child.stdout }), 'line')) as [string];
  return {
    open: Number(line),
    async close() {
      const gone = once(child, 'exit');
      child.kill();
      await gone;
    },
  };
}
