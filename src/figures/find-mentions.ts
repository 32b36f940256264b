import { normalise } from '../knowledge/search/index.ts';
import type { Askable } from './rank-metrics.ts';

/**
 * Metrics named in a text, in the order of their names in it. Where names overlap the longest stands, so that 政务微信
 * is not also 微信. A name several metrics share mentions them all: 协办件 are those of two bodies.
 */
export function createMentions(askables: readonly Askable[]): (text: string) => string[] {
  const names = new Map<string, string[]>();
  for (const { id, names: own } of askables) {
    for (const name of own.map(normalise)) if (name.length > 1) names.set(name, [...(names.get(name) ?? []), id]);
  }
  const longestFirst = [...names].sort(([a], [b]) => b.length - a.length || (a < b ? -1 : 1));

  return (text) => {
    let rest = normalise(text);
    const found: { at: number; id: string }[] = [];
    for (const [name, ids] of longestFirst) {
      for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name)) {
        found.push(...ids.map((id) => ({ at, id })));
        rest = rest.slice(0, at) + '\0'.repeat(name.length) + rest.slice(at + name.length);
      }
    }
    return [...new Set(found.sort((a, b) => a.at - b.at).map(({ id }) => id))];
  };
}
