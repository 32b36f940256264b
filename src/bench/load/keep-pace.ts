import { setTimeout as delay } from 'node:timers/promises';

export interface Pace {
  readonly count: number;
  /** So many a second; undefined begins all at once. */
  readonly rate: number | undefined;
  /** Milliseconds from any start. */
  readonly clock: () => number;
}

/** Begins one after the other at a steady pace, however long each takes. Resolves when all are done. */
export async function keepPace({ count, rate, clock }: Pace, begin: (index: number) => Promise<void>): Promise<void> {
  const begun = clock();
  const paced: Promise<void>[] = [];
  for (let index = 0; index < count; index += 1) {
    const early = rate === undefined ? 0 : begun + (index * 1000) / rate - clock();
    if (early > 1) await delay(early);
    paced.push(begin(index));
  }
  await Promise.all(paced);
}
