import { join } from 'node:path';
import type { Config } from '../config.ts';
import type { ReleaseData } from '../knowledge/release.ts';
import { say } from '../messages.ts';
import { listClosedStates, type RetentionOptions, readKeptFields } from '../retention/index.ts';

/** How long what is kept, as the release has it. */
export function readRetention(config: Config, { base, messages }: ReleaseData): RetentionOptions {
  return {
    rules: base.retention,
    closed: listClosedStates(base.regimes),
    isKept: readKeptFields(base.regimes),
    spoolDirectory: join(config.dataDirectory, 'spool'),
    erased: (locale) => say(messages, locale, 'delivery.erased'),
  };
}
