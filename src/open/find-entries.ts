import type { Published } from './publish.ts';
import type { OpenEntry } from './schema.ts';

/** Below this a candidate says nothing; the chat would not offer it either. */
const LEAST = 0.05;
const MOST = 10;

/** Entries of a topic, or those that answer a question in plain words, best first. */
export function findEntries(
  { release, entries }: Published,
  { q, topic }: { readonly q?: string | undefined; readonly topic?: string | undefined },
): readonly OpenEntry[] {
  const kept = topic === undefined ? entries : entries.filter((entry) => entry.topic === topic);
  if (q === undefined) return kept;
  const byId = new Map(kept.map((entry) => [`answer/${entry.id}`, entry]));
  return release.search
    .search(q, 40)
    .filter(({ probability }) => probability >= LEAST)
    .flatMap(({ id }) => byId.get(id) ?? [])
    .slice(0, MOST);
}
