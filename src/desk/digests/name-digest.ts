import { yearOf } from '../../day.ts';
import type { Executor } from '../../store/index.ts';
import { listMisses } from '../drafts/index.ts';
import type { Digest, DigestKey, IssuedDigest } from './digest.ts';

const EXAMPLES = 10;

/** What a digest is called in files and links: `daily-2026-12`. */
export function nameDigest({ kind, year, number }: DigestKey): string {
  return `${kind}-${year}-${number}`;
}

export function keyOf({ digest: { kind, day }, number }: Pick<IssuedDigest, 'digest' | 'number'>): DigestKey {
  return { kind, year: yearOf(day), number };
}

/** Back from the name. */
export function readDigestName(name: string): DigestKey | undefined {
  const [, kind, year, number] = /^(daily|important|due)-(\d{4})-(\d+)$/u.exec(name) ?? [];
  return kind === undefined
    ? undefined
    : { kind: kind as DigestKey['kind'], year: Number(year), number: Number(number) };
}

/** Questions of a digest's day that nothing answered, masked, as long as they are kept. */
export async function readExamples(executor: Executor, { kind, day }: Digest) {
  if (kind !== 'daily') return [];
  const { clusters } = await listMisses(executor, { from: day, to: day, settled: false });
  return clusters.slice(0, EXAMPLES).map(({ example, times }) => ({ example, times }));
}
