import { readdirSync, rmSync, statSync } from 'node:fs';
import { join } from 'node:path';
import { retained } from '../store/index.ts';

/** Files of messages taken while the database was away. A channel that is served drains its own at once; others lie. */
export function createSpoolFiles(directory: string): retained.Retained {
  const changed = (name: string) => statSync(join(directory, name), { throwIfNoEntry: false })?.mtime;
  return {
    async find(_executor, before, most) {
      let names: readonly string[];
      try {
        names = readdirSync(directory);
      } catch {
        return [];
      }
      const old = names.flatMap((name) => {
        const at = changed(name);
        return at && at < before ? [retained.makeOverdue([name], at.toISOString())] : [];
      });
      return old.toSorted((a, b) => (a.at < b.at ? -1 : 1)).slice(0, most);
    },
    async erase(_executor, overdue) {
      for (const each of overdue) {
        const [name] = retained.readKey<[string]>(each);
        // Written to since it was found: it is not old any more.
        if (changed(name)?.toISOString() === each.at) rmSync(join(directory, name), { force: true });
      }
    },
  };
}
