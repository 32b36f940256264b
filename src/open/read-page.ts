import type { z } from 'zod';
import type { listQuerySchema } from './schema.ts';

/** One page of a list, and where the next begins. */
export interface Page<T> {
  readonly total: number;
  readonly next: string | null;
  readonly items: readonly T[];
}

/** Cuts a page out of a list. `address` is the one asked, with its query; only its page number changes. */
export function readPage<T>(all: readonly T[], { page, size }: z.infer<typeof listQuerySchema>, address: URL): Page<T> {
  const end = page * size;
  const next = new URL(address);
  next.searchParams.set('page', String(page + 1));
  return {
    total: all.length,
    next: end < all.length ? `${next.pathname}${next.search}` : null,
    items: all.slice(end - size, end),
  };
}
