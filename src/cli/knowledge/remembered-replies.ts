import { createHash } from 'node:crypto';
import { globSync, mkdirSync, readFileSync, renameSync, writeFileSync } from 'node:fs';
import { dirname, join } from 'node:path';
import { z } from 'zod';
import type { Release } from '../../conversation/release.ts';
import { dayOf } from '../../day.ts';
import { askOne } from '../ask-one.ts';
import type { ReleaseConfig } from '../open-release.ts';
import { fingerprint } from '../release-cache.ts';

/** A reply as far as two releases are compared by it. */
const replySchema = z.object({
  kind: z.string(),
  id: z.string().nullable(),
  confidence: z.number(),
  alternatives: z.array(z.string()),
  reply: z.string(),
});
type Reply = z.infer<typeof replySchema>;
const keptSchema = z.array(z.tuple([z.string(), replySchema]));

/** Everything a reply depends on besides the release and the day. */
const CODE = 'src/{conversation,knowledge,figures,jurisdiction,requests,channel}/**/*.ts';

/** The replies of one release on one day, by question. */
export interface RememberedReplies {
  readonly ask: (question: string) => Reply;
  /** Keeps what was asked for the next trial. */
  readonly keep: () => void;
}

function fileOf(config: ReleaseConfig, now: Date): string {
  const hash = createHash('sha256').update(fingerprint(config, config.published?.ownMessagesDirectory));
  for (const file of globSync(CODE, { cwd: config.root }).toSorted())
    hash.update(readFileSync(join(config.root, file)));
  return join(config.cacheDirectory, 'asked', `${dayOf(now)}-${hash.digest('hex').slice(0, 32)}.json`);
}

function readKept(file: string): Map<string, Reply> {
  try {
    return new Map(keptSchema.parse(JSON.parse(readFileSync(file, 'utf8'))));
  } catch {
    // None yet, or a damaged one: asking again is always right.
    return new Map();
  }
}

/**
 * Asks a release, and remembers. What is served is asked the same before every publishing, and half of a trial's work is
 * saved by asking it once a day.
 */
export function rememberReplies(config: ReleaseConfig, open: () => Release, now: Date): RememberedReplies {
  const file = fileOf(config, now);
  const kept = readKept(file);
  let release: Release | undefined;
  let fresh = 0;
  return {
    ask(question) {
      const known = kept.get(question);
      if (known) return known;
      release ??= open();
      const { kind, id, confidence, alternatives, reply } = askOne(question, release, now, () => 0);
      const given = { kind, id, confidence, alternatives: [...alternatives], reply };
      kept.set(question, given);
      fresh += 1;
      return given;
    },
    keep() {
      if (fresh === 0) return;
      try {
        mkdirSync(dirname(file), { recursive: true });
        writeFileSync(`${file}.${process.pid}`, JSON.stringify([...kept]));
        renameSync(`${file}.${process.pid}`, file);
      } catch {
        // A folder that cannot be written costs speed, nothing else.
      }
    },
  };
}
