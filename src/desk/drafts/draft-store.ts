import { type DraftsTable, type Executor, takeNextNumber } from '../../store/index.ts';

/** A change to the knowledge somebody works on. `path`, `list` and `entry` say what of a release it changes. */
export interface Draft
  extends Pick<DraftsTable, 'id' | 'title' | 'path' | 'list' | 'entry' | 'base' | 'text' | 'state'> {
  readonly version: number;
  readonly createdBy: number;
  readonly changedBy: number;
  readonly createdAt: string;
  readonly changedAt: string;
  readonly reviewedBy: number | null;
  readonly release: string | null;
  readonly from: string | null;
}

export interface DraftComment {
  readonly id: number;
  readonly by: number;
  readonly at: string;
  readonly text: string;
}

function openDraft(row: DraftsTable): Draft {
  const { created_by, changed_by, created_at, changed_at, reviewed_by, from_at, ...same } = row;
  return {
    ...same,
    createdBy: created_by,
    changedBy: changed_by,
    createdAt: created_at,
    changedAt: changed_at,
    reviewedBy: reviewed_by,
    from: from_at,
  };
}

/** Who does something, and when. */
export interface Doing {
  readonly by: number;
  readonly now: Date;
}

export type NewDraft = Pick<Draft, 'title' | 'path' | 'list' | 'entry' | 'base' | 'text'>;

export async function insertDraft(executor: Executor, draft: NewDraft, { by, now }: Doing): Promise<Draft> {
  const id = await takeNextNumber(executor, 'drafts');
  const at = now.toISOString();
  const row: DraftsTable = {
    id,
    ...draft,
    state: 'open',
    version: 1,
    created_by: by,
    changed_by: by,
    created_at: at,
    changed_at: at,
    reviewed_by: null,
    release: null,
    from_at: null,
  };
  await executor.db.insertInto('drafts').values(row).execute();
  return openDraft(row);
}

export async function findDraft({ db }: Executor, id: number): Promise<Draft | undefined> {
  const row = await db.selectFrom('drafts').selectAll().where('id', '=', id).executeTakeFirst();
  return row && openDraft(row);
}

/** Drafts, those changed last before the others; `ended`: those published or dropped instead of those under way. */
export async function readDrafts({ db }: Executor, { ended }: { readonly ended: boolean }): Promise<readonly Draft[]> {
  const rows = await db
    .selectFrom('drafts')
    .selectAll()
    .where('state', 'in', ended ? ['published', 'dropped'] : ['open', 'review', 'approved'])
    .orderBy('changed_at', 'desc')
    .orderBy('id', 'desc')
    .limit(200)
    .execute();
  return rows.map(openDraft);
}

type Change = Partial<
  Pick<DraftsTable, 'title' | 'text' | 'base' | 'state' | 'reviewed_by' | 'release' | 'from_at' | 'changed_by'>
>;

/** Changes a draft; undefined when somebody else has changed it since `version`. */
export async function changeDraft(
  { db }: Executor,
  { id, version }: Pick<Draft, 'id' | 'version'>,
  change: Change,
  now: Date,
): Promise<Draft | undefined> {
  const row = await db
    .updateTable('drafts')
    .set({ ...change, version: version + 1, changed_at: now.toISOString() })
    .where('id', '=', id)
    .where('version', '=', version)
    .returningAll()
    .executeTakeFirst();
  return row && openDraft(row);
}

export async function addDraftComment(
  executor: Executor,
  draft: number,
  text: string,
  { by, now }: Doing,
): Promise<void> {
  const id = await takeNextNumber(executor, 'draft_comments');
  const row = { id, draft, written_by: by, at: now.toISOString(), text };
  await executor.db.insertInto('draft_comments').values(row).execute();
}

/** What was said about a draft, first first. */
export async function readDraftComments({ db }: Executor, draft: number): Promise<readonly DraftComment[]> {
  const rows = await db.selectFrom('draft_comments').selectAll().where('draft', '=', draft).orderBy('id').execute();
  return rows.map(({ id, written_by, at, text }) => ({ id, by: written_by, at, text }));
}
