import { onTestFinished } from 'vitest';
import { openWay as openAnyWay, type Way } from '../../src/chaos/blackhole.ts';

/** A way to a server that can become a black hole, gone after the test. */
export async function openWay(target: URL): Promise<Way> {
  const way = await openAnyWay(target, () => performance.now());
  onTestFinished(way.close);
  return way;
}
