import { nameOf, type Say } from '../texts.ts';
import type { Entry } from './queries.ts';

/** An entry by its title; a file by what it is for, where that is known by its name. */
export function nameEdited(say: Say, { list, path, title }: Pick<Entry, 'list' | 'path' | 'title'>): string {
  if (list !== null || !path.startsWith('knowledge/')) return title;
  const name = path.slice(path.lastIndexOf('/') + 1, -'.yaml'.length);
  const known = nameOf(say, 'file', name);
  return known === name ? title : known;
}
