import { z } from 'zod';
import { dayOf } from '../../../../day.ts';
import { type ListedEntry, listEntries } from '../../../../knowledge/edit/index.ts';
import { spellUsually } from '../../../../knowledge/search/index.ts';
import type { Executor } from '../../../../store/index.ts';
import { listDue, openStanding } from '../../../drafts/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import type { DeskServices } from '../../services.ts';

/** Phrasings handed to the search of the page, of each entry. */
const PHRASINGS = 8;

/** What stands in a release, listed once for it: reading every file takes some tenths of a second. */
let listed: { readonly hash: string; readonly entries: readonly ListedEntry[] } | undefined;

async function listAll(executor: Executor, services: DeskServices, now: Date): Promise<readonly ListedEntry[]> {
  const { hash, tree } = await openStanding(executor, services.knowledge, now);
  if (listed?.hash !== hash) listed = { hash, entries: listEntries(tree, services.messages) };
  return listed.entries;
}

/** How a title is spelled by sound, whole and by first letters: who types pinyin finds it too. */
function spell(title: string): string {
  const syllables = [...title].map((character) => spellUsually(character) ?? character);
  return `${syllables.join('')} ${syllables.map((syllable) => syllable[0]).join('')}`;
}

const list = endpoint({
  method: 'GET',
  path: '/knowledge/entries',
  action: 'knowledge.read',
  summary: 'Everything of the knowledge that is edited here, as it is served',
  response: z.object({
    entries: z.array(
      z.object({
        path: z.string(),
        list: z.string().nullable(),
        id: z.string(),
        title: z.string(),
        topic: z.string(),
        review: z.string().nullable(),
        until: z.string().nullable(),
        sound: z.string(),
        phrasings: z.array(z.string()),
      }),
    ),
  }),
  handle: async ({ executor, services, now }) => ({
    entries: (await listAll(executor, services, now)).map((entry) => ({
      ...entry,
      sound: spell(entry.title),
      phrasings: entry.phrasings.slice(0, PHRASINGS),
    })),
  }),
});

const due = endpoint({
  method: 'GET',
  path: '/knowledge/due',
  action: 'knowledge.read',
  summary: 'Entries to be looked at soon: by a day set for it, or because their rules end',
  response: z.object({
    due: z.array(
      z.object({
        path: z.string(),
        id: z.string(),
        title: z.string(),
        why: z.enum(['review', 'ends']),
        on: z.string(),
        overdue: z.boolean(),
      }),
    ),
  }),
  handle: async ({ executor, services, now }) => ({
    due: listDue(await listAll(executor, services, now), dayOf(now)).map((each) => ({ ...each })),
  }),
});

export const ENTRY_ENDPOINTS: readonly Endpoint[] = [list, due];
