import { join } from 'node:path';
import type { PlatformAdapter } from '../../../src/channel/adapter.ts';
import type { Inbound, InboundBody } from '../../../src/channel/message.ts';
import { createPipeline, type DeskOptions, type PipelineOptions } from '../../../src/delivery/index.ts';
import { silentLogger } from '../../../src/logger.ts';
import type { Store } from '../../../src/store/index.ts';
import { NOW } from '../../store/now.ts';
import { makeDirectory } from '../../store/temporary-store.ts';
import { message, openScripted } from '../desk-under-test.ts';

/** A clock that stands until it is moved. */
export function createClock(start = NOW) {
  let at = start.getTime();
  return {
    now: () => new Date(at),
    forward: (milliseconds: number) => {
      at += milliseconds;
    },
  };
}

/** A pipeline over a scripted desk. Nothing moves until `settle` is called. */
export function openPipeline(
  store: Store,
  adapter: PlatformAdapter,
  { desk: deskOptions = {}, ...options }: Partial<Omit<PipelineOptions, 'desk'>> & { desk?: Partial<DeskOptions> } = {},
) {
  const now = options.now ?? (() => NOW);
  const desk = openScripted(store, { channel: adapter.name, now, ...deskOptions });
  const pipeline = createPipeline({
    store,
    desk,
    adapter,
    words: { sources: '依据' },
    holder: 'test',
    spoolDirectory: options.spoolDirectory ?? join(makeDirectory(), 'spool'),
    now,
    logger: silentLogger,
    ...options,
  });
  return { pipeline, desk };
}

export function plainMessage(id: string, body: string | InboundBody, conversation = 'plain:1:a'): Inbound {
  return message(id, body, conversation, 'plain');
}
