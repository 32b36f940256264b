import { setImmediate as nextTurn } from 'node:timers/promises';

interface Reading {
  running: Promise<unknown> | undefined;
  waiting: Promise<unknown> | undefined;
}

/**
 * Does a read once for all who ask for it at the same moment, as every open console does when something changed.
 * Whoever asks is given what was read after they asked, never what was read before. `owner` is what is read from.
 */
export function createSharedReads<Result>() {
  const owners = new WeakMap<object, Map<string, Reading>>();

  async function start(readings: Map<string, Reading>, key: string, reading: Reading, read: () => Promise<Result>) {
    // Those whose calls have arrived already are let in first.
    await Promise.all([nextTurn(), reading.running?.catch(() => {})]);
    reading.waiting = undefined;
    const running = read();
    reading.running = running;
    try {
      return await running;
    } finally {
      if (reading.waiting === undefined) readings.delete(key);
    }
  }

  return (owner: object, key: string, read: () => Promise<Result>): Promise<Result> => {
    const readings = owners.get(owner) ?? new Map<string, Reading>();
    owners.set(owner, readings);
    const reading: Reading = readings.get(key) ?? { running: undefined, waiting: undefined };
    readings.set(key, reading);
    reading.waiting ??= start(readings, key, reading, read);
    return reading.waiting as Promise<Result>;
  };
}
