import { z } from 'zod';
import { dayOf } from '../../../../day.ts';
import {
  checkText,
  type ListedEntry,
  listEntries,
  listOf,
  readData,
  TEXTS,
  writeYaml,
} from '../../../../knowledge/edit/index.ts';
import { spellUsually } from '../../../../knowledge/search/index.ts';
import type { Locale } from '../../../../messages.ts';
import type { Executor } from '../../../../store/index.ts';
import { listDue, openStanding, previewEntry, previewText } from '../../../drafts/index.ts';
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

interface Edited {
  readonly path: string;
  readonly entry: string | undefined;
  /** YAML. */
  readonly text: string;
  readonly locale: Locale;
}

/** A text is shown whatever does not hold in it; an entry once it holds. */
async function previewAny(services: DeskServices, { path, entry, text, locale }: Edited, now: Date) {
  const { messages } = services;
  const [release, channels] = [services.release(), await services.channels()];
  if (listOf(path) === TEXTS && entry !== undefined) {
    const words = String(readData(text)?.[locale] ?? '');
    return words.trim() === '' ? [] : previewText(release, messages, { key: entry, text: words, locale }, channels);
  }
  const checked = checkText(path, 'entry', text, { messages, locale });
  return checked.ok ? previewEntry(release, { path, data: checked.data, locale }, channels, now) : [];
}

const preview = endpoint({
  method: 'POST',
  path: '/knowledge/preview',
  action: 'knowledge.preview',
  summary: 'What citizens would see of an entry on every channel',
  body: z.object({
    path: z.string().max(200),
    /** Which text of its catalogue, of a text. */
    entry: z.string().max(80).optional(),
    /** YAML of the entry; or the same as data, as the form has it. */
    text: z.string().max(100_000).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    locale: z.enum(['zh-CN', 'en']).default('zh-CN'),
  }),
  response: z.object({
    previews: z.array(
      z.object({
        channel: z.string(),
        parts: z.array(z.object({ text: z.string(), buttons: z.array(z.string()) })),
      }),
    ),
  }),
  handle: async ({ body: { path, entry, data, locale, ...body }, services, now }) => {
    const text = data ? writeYaml(data) : (body.text ?? '');
    const previews = await previewAny(services, { path, entry, text, locale }, now);
    return {
      previews: previews.map(({ channel, parts }) => ({
        channel,
        parts: parts.map((part) => ({ ...part, buttons: [...part.buttons] })),
      })),
    };
  },
});

export const ENTRY_ENDPOINTS: readonly Endpoint[] = [list, due, preview];
