import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import type { TurnFunction } from '../../src/conversation/turn-contract.ts';
import type { Draft } from '../../src/requests/form/draft.ts';
import { readRequests, recordUnanswered } from '../../src/store/index.ts';
import { ENGINE } from '../store/engine-under-test.ts';
import { NOW } from '../store/now.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted } from './desk-under-test.ts';
import { scriptedTurn } from './scripted-turn.ts';

const draft: Required<Draft> = {
  id: 'd1',
  applicant: 'person',
  name: '诸葛鹦鹉',
  documentKind: 'resident_id',
  documentNumber: '210102199003074516',
  contactName: '欧阳金丝雀',
  phone: '13840987654',
  email: 'canary.parrot@example.com',
  address: '沈阳市和平区金丝雀胡同七号',
  description: '金丝雀胡同拆迁补偿标准文件',
  provision: 'paper',
  delivery: 'mail',
};
const canaries = [
  draft.name,
  draft.documentNumber,
  draft.contactName,
  draft.phone,
  draft.email,
  draft.address,
  draft.description,
];

/** A turn that files the draft and keeps it in its state and replies as well, as a form does. */
const filingTurn: TurnFunction = (state, input, ...rest) => {
  if (input.kind === 'event') return scriptedTurn(state, input, ...rest);
  return {
    ...scriptedTurn(state, input, ...rest),
    state: { ...state, form: { draft, step: 'review', paused: false, editing: false } },
    replies: [{ kind: 'card', title: draft.name, rows: canaries.map((value) => ({ label: '您填的', value })) }],
    effects: [{ kind: 'file_request', draft }],
  };
};

/** Ways bytes of a text may stand in a file. */
function spell(text: string): Buffer[] {
  const utf8 = Buffer.from(text, 'utf8');
  const escaped = JSON.stringify(text)
    .slice(1, -1)
    .replaceAll(/[^\x20-\x7e]/gu, (c) => `\\u${c.charCodeAt(0).toString(16)}`);
  // Base64 of a text inside a longer one depends on where it begins; the middle of each of the three does not.
  const base64 = [0, 1, 2].map((shift) =>
    Buffer.concat([Buffer.alloc(shift), utf8])
      .toString('base64')
      .slice(4, -4),
  );
  const words = [
    utf8.toString('hex'),
    utf8.toString('hex').toUpperCase(),
    escaped,
    encodeURIComponent(text),
    ...base64,
  ];
  const swapped = Buffer.from(text, 'utf16le').swap16();
  return [utf8, Buffer.from(text, 'utf16le'), swapped, ...words.map((word) => Buffer.from(word, 'latin1'))];
}

/** Every file of the store, name and content. */
function readFiles(directory: string): { name: string; bytes: Buffer }[] {
  return readdirSync(directory).map((name) => ({ name, bytes: readFileSync(join(directory, name)) }));
}

function findPlain(directory: string, texts: readonly string[]): string[] {
  const files = readFiles(directory);
  return texts.flatMap((text) =>
    files
      .filter(({ bytes }) => spell(text).some((spelling) => bytes.includes(spelling)))
      .map(({ name }) => `${text} in ${name}`),
  );
}

test.runIf(ENGINE === 'sqlite')(
  'nothing personal of a filed request stands readable in any file of the store',
  async () => {
    const directory = makeDirectory();
    const store = await openTemporary(directory);
    const desk = openScripted(store, { turn: filingTurn });
    await desk.receive(message('m1', `我叫${draft.name}，电话${draft.phone}，住${draft.address}`));
    await recordUnanswered(store, `${draft.name}的${draft.description}`, null, NOW);

    expect((await readRequests(store))[0]).toMatchObject({ personal: { name: draft.name, phone: draft.phone } });
    expect(await desk.readTranscript(conversationId('c1'), 0)).toHaveLength(3);
    expect(readFiles(directory).map((file) => file.name)).toContain('desk.db-wal');
    expect(findPlain(directory, canaries)).toEqual([]);
  },
);

test.runIf(ENGINE === 'sqlite')('the search would find what stood there', async () => {
  const directory = makeDirectory();
  const store = await openTemporary(directory);
  const note = Buffer.from(draft.phone).toString('base64');
  await store.db
    .insertInto('access_log')
    .values({
      id: 1,
      at: NOW.toISOString(),
      who: draft.name,
      what: note,
      reason: Buffer.from(draft.address).toString('hex'),
    })
    .execute();
  expect(findPlain(directory, canaries)).toEqual([
    `${draft.name} in desk.db-wal`,
    `${draft.phone} in desk.db-wal`,
    `${draft.address} in desk.db-wal`,
  ]);
});
