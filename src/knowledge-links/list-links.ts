import type { KnowledgeBase } from '../knowledge/release.ts';

/** An address the knowledge names, and where: 答案 ids, laws, reports, as a path from the base. */
export interface KnownLink {
  readonly url: string;
  readonly places: readonly string[];
}

const ADDRESS = /^https?:\/\/\S+$/u;

function nameOf(value: object, place: string): string {
  const id = 'id' in value ? value.id : 'year' in value ? value.year : undefined;
  return typeof id === 'string' || typeof id === 'number' ? String(id) : place;
}

/** Every address that stands as a value of its own anywhere in the knowledge base, each once, in the order of first use. */
export function listLinks(base: KnowledgeBase): readonly KnownLink[] {
  const places = new Map<string, Set<string>>();
  const walk = (value: unknown, path: string): void => {
    if (typeof value === 'string') {
      if (ADDRESS.test(value)) places.set(value, (places.get(value) ?? new Set()).add(path));
    } else if (Array.isArray(value)) {
      for (const [at, each] of value.entries()) {
        const place = String(at + 1);
        walk(each, typeof each === 'object' && each !== null ? `${path}/${nameOf(each, place)}` : path);
      }
    } else if (typeof value === 'object' && value !== null) {
      for (const [key, each] of Object.entries(value))
        walk(each, typeof each === 'object' ? [path, key].filter(Boolean).join('/') : path);
    }
  };
  // Divisions are a public table without addresses, and by far the largest part.
  const { divisions: _, ...rest } = base;
  walk(rest, '');
  return [...places].map(([url, found]) => ({ url, places: [...found] }));
}
