import { expect } from 'vitest';
import { unpackTree } from '../../../src/knowledge/index.ts';
import { findReleaseContent, readStanding } from '../../../src/store/index.ts';
import { type Browser, call, hire, type Office, openOffice, seat } from './open-office.ts';

/** An office with two who edit the knowledge and one who publishes it. */
export async function openKnowledge(options: Parameters<typeof openOffice>[0] = {}) {
  const office = await openOffice(options);
  const enter = async (name: string, role: 'knowledge_editor' | 'knowledge_publisher') =>
    seat(office, await hire(office, name, [role]));
  const [editor, colleague, publisher] = [
    await enter('editor', 'knowledge_editor'),
    await enter('colleague', 'knowledge_editor'),
    await enter('publisher', 'knowledge_publisher'),
  ];
  return { office, editor, colleague, publisher };
}

export const post = async (office: Office, browser: Browser, path: string, body: unknown = {}) =>
  call(office, browser, 'POST', path, { body });

/** Hands a draft in and has a colleague approve it; gives its version. */
export async function approve(office: Office, draft: { id: number; version: number }, by: Browser, colleague: Browser) {
  await post(office, by, `/knowledge/drafts/${draft.id}/submit`, { version: draft.version });
  const body = { version: draft.version + 1, approve: true };
  expect((await post(office, colleague, `/knowledge/drafts/${draft.id}/review`, body)).json()).toEqual({
    state: 'approved',
  });
  return draft.version + 2;
}

/** A file as it is served a minute from now; empty while nothing is published. */
export async function readServed({ store, now }: Office, path: string): Promise<string> {
  const [publication] = await readStanding(store, new Date(now().getTime() + 60_000));
  if (!publication) return '';
  const content = (await findReleaseContent(store, publication.release)) ?? '';
  return Buffer.from(unpackTree(content, publication.release).get(path) ?? []).toString('utf8');
}
