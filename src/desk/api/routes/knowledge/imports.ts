import { z } from 'zod';
import { type FileProblem, readRows, refuseFile, sniffFile } from '../../../../imports/index.ts';
import {
  type Article,
  CITING_KINDS,
  compareArticles,
  findCiting,
  readArticles,
  readList,
} from '../../../../knowledge/import/index.ts';
import { say } from '../../../../messages.ts';
import { insertDraft, openStanding, readCurrent } from '../../../drafts/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { decode, fileSchema, localeSchema, MOST_BYTES, tell, toldSchema } from './told.ts';

const PATHS = { authorities: 'jurisdiction/authorities.yaml', matters: 'jurisdiction/matters.yaml' } as const;

const importTable = endpoint({
  method: 'POST',
  path: '/knowledge/import/table',
  action: 'knowledge.import',
  summary:
    'Authorities or matters from a table become a draft; with one bad row nothing does, and every bad one is told',
  bodyLimit: 2 * MOST_BYTES,
  body: z.object({ of: z.enum(['authorities', 'matters']), content: fileSchema, locale: localeSchema }),
  response: z.object({
    /** null when the file was refused or a row is bad. */
    draft: z.number().int().nullable(),
    refused: toldSchema.nullable(),
    notes: z.array(toldSchema),
    rows: z.array(
      toldSchema.extend({ row: z.number().int(), column: z.number().int().nullable(), heading: z.string() }),
    ),
    added: z.number().int(),
    changed: z.number().int(),
    same: z.number().int(),
    ignored: z.array(z.string()),
  }),
  handle: async ({ executor, body, actor, now, services }) => {
    const nothing = { draft: null, refused: null, notes: [], rows: [], added: 0, changed: 0, same: 0, ignored: [] };
    const read = await readRows(decode(body.content));
    if (!read.ok) return { ...nothing, refused: tell(services, body.locale, read.fault) };
    const place = { path: `knowledge/${services.knowledge.authority}/${PATHS[body.of]}`, list: null, entry: null };
    const { tree } = await openStanding(executor, services.knowledge, now);
    const base = readCurrent(tree, place);
    const { messages } = services;
    const options = { path: place.path, text: base || `${body.of}: []\n`, messages, locale: body.locale };
    const found = readList(body.of, read.rows, options);
    if (!found.ok) return { ...nothing, rows: found.problems.map((problem) => ({ ...problem })) };
    const counts = { added: found.added.length, changed: found.changed.length, same: found.same };
    const notes = read.problems.map((problem) => tell(services, body.locale, problem));
    const title = say(messages, body.locale, 'import.draft_title', counts);
    const made = await insertDraft(executor, { ...place, title, base, text: found.text }, { by: actor.id, now });
    return { ...nothing, ...counts, draft: made.id, notes, ignored: [...found.ignored] };
  },
});

async function readLaw(content: string): Promise<readonly Article[] | FileProblem> {
  const sniffed = await sniffFile(decode(content));
  if (!sniffed.ok) return sniffed.fault;
  const articles = sniffed.kind === 'text' ? readArticles(sniffed.text) : [];
  return articles.length > 0 ? articles : refuseFile('fault_no_articles').fault;
}

const isFault = (read: readonly Article[] | FileProblem): read is FileProblem => 'code' in read;

const compareLaw = endpoint({
  method: 'POST',
  path: '/knowledge/import/law',
  action: 'knowledge.import',
  summary:
    'The articles of a law’s text and what cites them; beside an earlier text, which articles changed or moved and what cites those',
  bodyLimit: 4 * MOST_BYTES,
  body: z.object({
    content: fileSchema,
    was: fileSchema.optional(),
    law: z.string().max(80).optional(),
    locale: localeSchema,
  }),
  response: z.object({
    refused: toldSchema.nullable(),
    articles: z.array(z.object({ article: z.number().int(), text: z.string() })),
    changes: z.array(
      z.object({
        article: z.number().int(),
        change: z.enum(['added', 'removed', 'changed', 'moved']),
        to: z.number().int().optional(),
      }),
    ),
    citing: z.array(
      z.object({ kind: z.enum(CITING_KINDS), id: z.string(), title: z.string(), article: z.number().int() }),
    ),
  }),
  handle: async ({ body, services }) => {
    const nothing = { refused: null, articles: [], changes: [], citing: [] };
    const articles = await readLaw(body.content);
    if (isFault(articles)) return { ...nothing, refused: tell(services, body.locale, articles) };
    const before = body.was === undefined ? undefined : await readLaw(body.was);
    if (before && isFault(before)) return { ...nothing, refused: tell(services, body.locale, before) };
    const changes = before ? compareArticles(before, articles) : [];
    // Without an earlier text every article is looked at.
    const moved = new Set((before ? changes : articles).map(({ article }) => article));
    const citing = body.law === undefined ? [] : findCiting(services.release().base, body.law, moved);
    return {
      refused: null,
      articles: [...articles],
      changes: changes.map((each) => ({ ...each })),
      citing: [...citing],
    };
  },
});

const laws = endpoint({
  method: 'GET',
  path: '/knowledge/laws',
  action: 'knowledge.read',
  summary: 'The laws the knowledge names, to cite and to compare',
  response: z.object({ laws: z.array(z.object({ id: z.string(), title: z.string(), from: z.string() })) }),
  handle: async ({ services }) => ({
    laws: services.release().base.laws.map(({ id, title, from }) => ({ id, title, from })),
  }),
});

export const IMPORT_ENDPOINTS: readonly Endpoint[] = [laws, importTable, compareLaw];
