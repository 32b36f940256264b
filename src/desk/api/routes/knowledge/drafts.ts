import { z } from 'zod';
import { dayOf } from '../../../../day.ts';
import {
  beginFile,
  checkText,
  type FieldProblem,
  listEntries,
  listOf,
  nameFile,
  nameText,
  patchYaml,
  readData,
  readTextNote,
  TEXTS,
} from '../../../../knowledge/edit/index.ts';
import type { KnowledgeTree } from '../../../../knowledge/index.ts';
import type { Locale } from '../../../../messages.ts';
import type { Executor } from '../../../../store/index.ts';
import {
  addDraftComment,
  applyDraft,
  changeDraft,
  type Draft,
  findTrial,
  insertDraft,
  openStanding,
  readCurrent,
  readDraftComments,
  readDrafts,
  sampleValues,
} from '../../../drafts/index.ts';
import { readStaff } from '../../../identity/index.ts';
import { type Endpoint, endpoint } from '../../endpoint.ts';
import { ApiRefusal } from '../../refusal.ts';
import type { DeskServices } from '../../services.ts';
import { idParams } from '../find-conversation.ts';
import { findOwnDraft } from './find-draft.ts';
import { showTrial, trialSchema } from './trial-schema.ts';

const locale = z.enum(['zh-CN', 'en']).default('zh-CN');
const LONGEST = 200_000;

const headSchema = z.object({
  id: z.number().int(),
  title: z.string(),
  path: z.string(),
  list: z.string().nullable(),
  entry: z.string().nullable(),
  state: z.enum(['open', 'review', 'approved', 'published', 'dropped']),
  version: z.number().int(),
  createdBy: z.string(),
  changedBy: z.string(),
  changedAt: z.string(),
  reviewedBy: z.string().nullable(),
  release: z.string().nullable(),
  from: z.string().nullable(),
});
const draftSchema = headSchema.extend({
  text: z.string(),
  base: z.string(),
  /** How it stands in what is served now, when that is not what the draft began from. */
  current: z.string().nullable(),
  /** Whether the reader wrote it, and so cannot be who reviews it. */
  own: z.boolean(),
  /** The text as data, for the form, sound or not; null while it is no YAML. */
  data: z.unknown(),
  /** Of a text: what was noted beside it, and the values the program gives it, with what each may be. */
  words: z.object({ note: z.string(), values: z.array(z.object({ name: z.string(), sample: z.string() })) }).nullable(),
  problems: z.array(z.object({ field: z.string(), line: z.number().int(), message: z.string(), mend: z.string() })),
  comments: z.array(z.object({ id: z.number().int(), by: z.string(), at: z.string(), text: z.string() })),
  trial: trialSchema.nullable(),
});

async function nameStaff(executor: Executor): Promise<(id: number | null) => string> {
  const names = new Map((await readStaff(executor)).map(({ id, name }) => [id, name]));
  return (id) => (id === null ? '' : (names.get(id) ?? String(id)));
}

function showHead(draft: Draft, nameOf: (id: number | null) => string): z.input<typeof headSchema> {
  const { createdBy, changedBy, reviewedBy } = draft;
  const by = reviewedBy === null ? null : nameOf(reviewedBy);
  return { ...draft, createdBy: nameOf(createdBy), changedBy: nameOf(changedBy), reviewedBy: by };
}

function check(draft: Draft, services: DeskServices, reader: Locale) {
  const of = draft.list === null ? 'file' : 'entry';
  const key = draft.list === TEXTS ? (draft.entry ?? undefined) : undefined;
  return checkText(draft.path, of, draft.text, { messages: services.messages, locale: reader, key });
}

const showProblem = ({ field, line, message, mend }: FieldProblem) => ({ field, line, message, mend });

function showWords(draft: Draft, tree: KnowledgeTree, services: DeskServices, reader: Locale) {
  if (draft.list !== TEXTS || draft.entry === null) return null;
  const { messages } = services;
  const spoken = messages[reader][nameText(draft.path, draft.entry)] ?? '';
  const values = sampleValues(services.release(), messages, spoken, reader);
  return { note: readTextNote(tree, draft.path, draft.entry), values };
}

async function show(
  executor: Executor,
  draft: Draft,
  { services, reader, actor, now }: { services: DeskServices; reader: Locale; actor: number; now: Date },
): Promise<z.input<typeof draftSchema>> {
  const nameOf = await nameStaff(executor);
  const checked = check(draft, services, reader);
  const ended = draft.state === 'published' || draft.state === 'dropped';
  const standing = await openStanding(executor, services.knowledge, now);
  const current = ended ? draft.base : readCurrent(standing.tree, draft);
  const tried = ended ? 'conflict' : applyDraft(standing.tree, draft);
  const pair = tried === 'conflict' ? undefined : { served: standing.hash, tried: tried.hash };
  const trial = pair && (await findTrial(executor, pair, dayOf(now)));
  const comments = await readDraftComments(executor, draft.id);
  return {
    ...showHead(draft, nameOf),
    text: draft.text,
    base: draft.base,
    current: current === draft.base ? null : current,
    own: [draft.createdBy, draft.changedBy].includes(actor),
    data: readData(draft.text) ?? null,
    words: showWords(draft, standing.tree, services, reader),
    problems: checked.ok ? [] : checked.problems.map(showProblem),
    comments: comments.map(({ id, by, at, text }) => ({ id, at, text, by: nameOf(by) })),
    trial: trial ? showTrial(trial) : null,
  };
}

/** @throws ApiRefusal changed when somebody else was faster */
async function change(
  executor: Executor,
  draft: Draft,
  version: number,
  set: Parameters<typeof changeDraft>[2],
  now: Date,
) {
  const changed = await changeDraft(executor, { id: draft.id, version }, set, now);
  if (!changed) throw new ApiRefusal('changed');
  return changed;
}

/** Characters of a title: a text is named by how it begins. */
const TITLE = 40;
const shorten = (title: string) => [...(title.split('\n')[0] ?? '')].slice(0, TITLE).join('');

const list = endpoint({
  method: 'GET',
  path: '/knowledge/drafts',
  action: 'draft.list',
  summary: 'Changes to the knowledge under way, or those that ended',
  query: z.object({ ended: z.stringbool().default(false) }),
  response: z.object({ drafts: z.array(headSchema) }),
  handle: async ({ executor, query }) => {
    const nameOf = await nameStaff(executor);
    return { drafts: (await readDrafts(executor, query)).map((draft) => showHead(draft, nameOf)) };
  },
});

const create = endpoint({
  method: 'POST',
  path: '/knowledge/drafts',
  action: 'draft.create',
  summary: 'Begin a draft: of an entry, of a new entry in a file, of a whole file, or of the holidays of another year',
  body: z.object({
    path: z.string().max(200),
    /** Id of the entry; left out for a new one or a whole file. */
    entry: z.string().max(80).optional(),
    whole: z.boolean().default(false),
  }),
  response: z.object({ draft: z.number().int() }),
  handle: async ({ executor, body, actor, now, services }) => {
    const { tree } = await openStanding(executor, services.knowledge, now);
    const entries = listEntries(tree, services.messages).filter(({ path }) => path === body.path);
    const file = entries.find(({ list: of }) => of === null);
    const list = body.whole ? null : (listOf(body.path) ?? null);
    const known = body.whole ? file : entries.find(({ id, list: of }) => of === list && id === body.entry);
    const fresh = file || !body.whole ? undefined : beginFile(body.path);
    // The program says no text it does not know; of everything else a new one may be written.
    const needed = body.entry !== undefined || list === TEXTS;
    if ((!file && fresh === undefined) || (needed && !known)) throw new ApiRefusal('not_found');
    const place = { path: body.path, list, entry: list === null ? null : (body.entry ?? null) };
    const base = readCurrent(tree, place);
    const made = await insertDraft(
      executor,
      { ...place, title: shorten(known?.title ?? file?.title ?? nameFile(body.path)), base, text: fresh ?? base },
      { by: actor.id, now },
    );
    return { draft: made.id };
  },
});

const read = endpoint({
  method: 'GET',
  path: '/knowledge/drafts/:id',
  action: 'draft.read',
  summary: 'A draft with what does not hold in it, what was said about it, and what it does to the test questions',
  params: idParams,
  query: z.object({ locale }),
  response: draftSchema,
  find: findOwnDraft,
  handle: ({ executor, thing, query, services, actor, now }) =>
    show(executor, thing, { services, reader: query.locale, actor: actor.id, now }),
});

const save = endpoint({
  method: 'PUT',
  path: '/knowledge/drafts/:id',
  action: 'draft.change',
  summary: 'Keep a draft as it is written, sound or not; nothing typed is lost',
  params: idParams,
  body: z.object({
    version: z.number().int(),
    title: z.string().trim().min(1).max(80).optional(),
    /** YAML; or the same as data, as the form has it. */
    text: z.string().max(LONGEST).optional(),
    data: z.record(z.string(), z.unknown()).optional(),
    /** Go on from how it stands now: what others published meanwhile has been looked at. */
    rebase: z.boolean().default(false),
    locale,
  }),
  response: draftSchema,
  find: findOwnDraft,
  handle: async ({ executor, thing, body, services, actor, now }) => {
    const text = body.data ? patchYaml(thing.text, body.data) : body.text?.toWellFormed();
    const { tree } = await openStanding(executor, services.knowledge, now);
    const set = {
      ...(text === undefined ? {} : { text }),
      ...(body.title === undefined ? {} : { title: body.title.toWellFormed() }),
      ...(body.rebase ? { base: readCurrent(tree, thing) } : {}),
      changed_by: actor.id,
    };
    const changed = await change(executor, thing, body.version, set, now);
    return show(executor, changed, { services, reader: body.locale, actor: actor.id, now });
  },
});

const comment = endpoint({
  method: 'POST',
  path: '/knowledge/drafts/:id/comments',
  action: 'draft.comment',
  summary: 'Say something about a draft',
  params: idParams,
  body: z.object({ text: z.string().trim().min(1).max(2000) }),
  response: z.object({ kept: z.literal(true) }),
  find: findOwnDraft,
  handle: async ({ executor, thing, body, actor, now }) => {
    await addDraftComment(executor, thing.id, body.text.toWellFormed(), { by: actor.id, now });
    return { kept: true as const };
  },
});

const submit = endpoint({
  method: 'POST',
  path: '/knowledge/drafts/:id/submit',
  action: 'draft.submit',
  summary: 'Hand a draft to a second person; refused while it does not hold',
  params: idParams,
  body: z.object({ version: z.number().int(), locale }),
  response: z.object({ state: z.literal('review') }),
  find: findOwnDraft,
  handle: async ({ executor, thing, body, services, now }) => {
    const checked = check(thing, services, body.locale);
    if (!checked.ok) throw new ApiRefusal('draft_unsound', { values: { what: checked.problems[0]?.message ?? '' } });
    await change(executor, thing, body.version, { state: 'review' }, now);
    return { state: 'review' as const };
  },
});

const drop = endpoint({
  method: 'POST',
  path: '/knowledge/drafts/:id/drop',
  action: 'draft.drop',
  summary: 'Give a draft up, with the reason',
  params: idParams,
  body: z.object({ version: z.number().int(), reason: z.string().trim().min(2).max(500) }),
  response: z.object({ state: z.literal('dropped') }),
  find: findOwnDraft,
  handle: async ({ executor, thing, body, actor, now }) => {
    await change(executor, thing, body.version, { state: 'dropped' }, now);
    await addDraftComment(executor, thing.id, body.reason.toWellFormed(), { by: actor.id, now });
    return { state: 'dropped' as const };
  },
});

export const DRAFT_ENDPOINTS: readonly Endpoint[] = [list, create, read, save, comment, submit, drop];
