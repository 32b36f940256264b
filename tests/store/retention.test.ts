import { mkdirSync, readdirSync, utimesSync, writeFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { checkCase } from '../../src/cases/index.ts';
import { turn } from '../../src/conversation/turn.ts';
import { dayOf } from '../../src/day.ts';
import {
  listClosedStates,
  previewRetention,
  type RetentionOptions,
  readKeptFields,
  stepRetention,
} from '../../src/retention/index.ts';
import {
  addAttachment,
  appendDocument,
  appendRequestEvent,
  closeFollowUp,
  findRequest,
  findRequestsBy,
  holdAnswer,
  keepHandOver,
  openFollowUp,
  readDocuments,
  readRequestEvents,
  recordAccess,
  recordRating,
  recordUnanswered,
  recordWrongAttempt,
  retained,
  type Store,
  TABLE_FACTS,
  TABLE_NAMES,
  type TableName,
  writeContent,
} from '../../src/store/index.ts';
import { fileRequest, go, usualWay } from '../cases/office.ts';
import { openRelease } from '../conversation/converse.ts';
import { message, openScripted, textsOf } from '../delivery/desk-under-test.ts';
import { FILE, FORM } from '../delivery/filing-words.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from './now.ts';
import { readColumns } from './read-columns.ts';
import { makeDirectory, openTemporary } from './temporary-store.ts';

const release = openRelease();
const DAY = 86_400_000;
const later = (days: number) => new Date(NOW.getTime() + days * DAY);
const NUMBER = 'SPB-2026-000001';

async function open() {
  const spoolDirectory = join(makeDirectory(), 'spool');
  const store = await openTemporary();
  const desk = openScripted(store, { turn, release: () => release });
  let count = 0;
  const say = async (text: string, conversation = 'c1') => {
    count += 1;
    return textsOf(await desk.receive(message(`m${count}`, text, conversation))).join('\n');
  };
  const options: RetentionOptions = {
    rules: release.base.retention,
    spoolDirectory,
    closed: listClosedStates(release.base.regimes),
    isKept: readKeptFields(release.base.regimes),
    erased: () => '（已删除）',
  };
  const run = async (now: Date) => {
    const done: Record<string, number> = {};
    for (;;) {
      const step = await store.transaction((executor) => stepRetention(executor, options, { now, by: 'test' }));
      if (step === null) return done;
      done[step.data] = (done[step.data] ?? 0) + step.many;
    }
  };
  return { store, desk, say, run, options, spoolDirectory };
}

async function close(store: Store, at: Date): Promise<void> {
  await store.transaction(async (executor) => {
    const event = {
      seq: 99,
      kind: 'closed',
      on: dayOf(at),
      by: '1',
      role: 'handler' as const,
      fields: { note: '诸葛鹦鹉先生收' },
    };
    await appendRequestEvent(executor, NUMBER, event, at);
    await executor.db.updateTable('requests').set({ state: 'closed' }).execute();
  });
}

const count = async (store: Store, table: 'lines' | 'conversations' | 'inbox' | 'request_index' | 'hand_overs') =>
  (await store.db.selectFrom(table).selectAll().execute()).length;

describe('what is kept no longer', () => {
  test('a draft goes a month after the last message, from the state and from what was said; the rest of the conversation stays', async () => {
    const { desk, say, run } = await open();
    for (const text of FORM) await say(text);
    expect(await run(later(29))).toEqual({});
    expect(await run(later(31))).toMatchObject({ drafts: 1 });
    const said = JSON.stringify(await desk.readTranscript('c1' as never, 0));
    expect(said).toContain('我要申请');

    expect(said).not.toMatch(/诸葛|1381234|"沈信发/u);
    expect(await say('继续')).toContain('没有正在填');
  });

  test('a conversation goes two years after the last message with all that hangs on it, and its erasing is proved without saying whose it was', async () => {
    const { store, say, run } = await open();
    for (const text of FORM) await say(text);
    await say('找人工', 'c1');
    await keepHandOver(
      store,
      { channel: 'web', conversation: 'c1' },
      { token: 't', draft: { id: 'd' }, expiresAt: later(1) },
    );
    await run(later(400));
    expect(await count(store, 'lines')).toBeGreaterThan(0);
    expect(await run(later(735))).toEqual({ conversations: 1 });
    for (const table of ['lines', 'conversations', 'inbox', 'hand_overs'] as const)
      expect(await count(store, table)).toBe(0);
    const [proof] = await retained.readErasures(store, 1);
    expect(proof).toMatchObject({
      data: 'conversations',
      action: 'erase',
      many: 1,
      by: 'test',
      oldest: NOW.toISOString(),
    });
    expect(proof?.keysHash).toBe(store.sealer.hash('erasure', JSON.stringify(['["web","c1"]'])));
    expect(JSON.stringify(proof)).not.toContain('"c1"');
  });

  test('a conversation stays while a request filed in it waits for its answer', async () => {
    const { store, say, run } = await open();
    for (const text of FILE) await say(text);
    await run(later(4000));
    expect(await count(store, 'conversations')).toBe(1);
    await close(store, later(4000));
    expect(await run(later(4001))).toMatchObject({ conversations: 1 });
    expect(await findRequest(store, NUMBER)).toMatchObject({ personal: { name: '诸葛鹦鹉' } });
  });

  test('ten years after its end a case says nothing of its requester and counts on: no name, no text, no letter, no index, no code', async () => {
    const { store, say, run } = await open();
    for (const text of FILE) await say(text);
    await store.transaction((executor) =>
      appendDocument(executor, {
        request: NUMBER,
        kind: 'decision',
        documentNumber: '沈信公开告〔2026〕1号',
        model: '{"to":"诸葛鹦鹉"}',
        contentHash: 'x',
        release: 'r',
        madeAt: NOW.toISOString(),
        madeBy: 'staff:1',
        releasedAt: null,
      }),
    );
    await close(store, NOW);
    await run(later(3650));
    expect(await readDocuments(store, NUMBER)).toHaveLength(2);
    expect(await run(later(3654))).toMatchObject({ documents: 2, requests: 1 });
    expect(await readDocuments(store, NUMBER)).toEqual([]);
    expect(await count(store, 'request_index')).toBe(0);
    expect(await findRequest(store, NUMBER)).toMatchObject({
      state: 'closed',
      filedOn: '2026-11-23',
      applicant: 'person',
      personal: {},
      description: '',
      conversation: '',
      secretHash: '',
    });
    expect((await readRequestEvents(store, NUMBER)).map(({ kind, fields }) => [kind, fields])).toEqual([
      ['filed', {}],
      ['closed', {}],
    ]);
    expect(await findRequestsBy(store, { name: '诸葛鹦鹉' })).toEqual([]);
    expect(await run(later(3655))).toEqual({});
  });

  test('looks into the access log are kept three years, handled messages a month', async () => {
    const { store, say, run } = await open();
    await say('2017年收到多少件申请');
    await store.transaction((executor) =>
      recordAccess(executor, { at: NOW.toISOString(), who: 'a', what: 'request X', reason: 'b' }),
    );
    expect(await run(later(31))).toEqual({ inbox: 1 });
    expect(await run(later(700))).toEqual({});
    expect(await run(later(1100))).toMatchObject({ accessLog: 1 });
  });

  test('a file of messages that never came into the database goes after a month, one still written to stays', async () => {
    const { run, spoolDirectory } = await open();
    mkdirSync(spoolDirectory, { recursive: true });
    for (const [name, at] of [
      ['old.spool', NOW],
      ['new.spool', later(20)],
    ] as const) {
      writeFileSync(join(spoolDirectory, name), 'x');
      utimesSync(join(spoolDirectory, name), at, at);
    }
    expect(await run(later(31))).toEqual({ spool: 1 });
    expect(readdirSync(spoolDirectory)).toEqual(['new.spool']);
  });
});

/** Rows in every table the desk keeps something of a person in. */
async function fillTables(store: Store, say: (text: string) => Promise<string>): Promise<void> {
  for (const text of [...FILE, '找人工']) await say(text);
  const key = { channel: 'web', conversation: 'c1' };
  await go(store, NUMBER, usualWay('2026-11-23'));
  const at = NOW.toISOString();
  await store.transaction(async (executor) => {
    const visit = await executor.db.selectFrom('queue').select('id').executeTakeFirstOrThrow();
    await executor.db.updateTable('queue').set({ left_at: at }).execute();
    const staff = { unit: null, roles: '[]', rights_version: 1, password: '', one_time_until: null, totp: null };
    const rest = { totp_pending: null, totp_step: 0, sso_subject: null, disabled_at: null, created_at: at };
    await executor.db
      .insertInto('staff')
      .values({ id: 1, sign_in_name: 'a', name: 'a', ...staff, ...rest })
      .execute();
    const text = executor.sealer.seal({ table: 'notes', column: 'text', key: [1] }, '诸葛鹦鹉');
    await executor.db.insertInto('notes').values({ id: 1, visit: visit.id, written_by: 1, text, at }).execute();
    const body = executor.sealer.seal({ table: 'line_versions', column: 'body', key: ['web', 'c1', 1, 1] }, '{}');
    const version = { channel: 'web', conversation: 'c1', seq: 1, version: 1, body, replaced_at: at };
    await executor.db.insertInto('line_versions').values(version).execute();
    await addAttachment(executor, key, { id: 'f1', number: NUMBER, name: '鹦鹉.pdf', reference: 'r', size: 1 }, NOW);
    await writeContent(executor, 'f1', Buffer.from('鹦鹉'));
    const held = { subject: 'answer/fees', why: 'listed', confidence: 1, question: '鹦鹉要钱吗' } as const;
    await holdAnswer(executor, key, { ...held, replies: [], release: 'x' }, NOW);
    await recordUnanswered(
      executor,
      { question: '鹦鹉几点下班', nearest: null, channel: 'web', why: 'unsettled' },
      NOW,
    );
    await recordAccess(executor, { at, who: 'a', what: `request ${NUMBER}`, reason: 'b' });
    await keepHandOver(executor, key, { token: 't', draft: { id: 'd' }, expiresAt: later(1) });
    await recordWrongAttempt(executor, key, NUMBER, NOW);
    const about = { of: 'case', subject: 'A2', level: 1, release: null, on: dayOf(NOW) } as const;
    const token = await recordRating(executor, key, NUMBER, about);
    const days = { openedOn: dayOf(NOW), dueOn: dayOf(NOW) };
    await openFollowUp(executor, token, { of: 'case', about: NUMBER, level: 1, ...days });
    await closeFollowUp(executor, 1, { by: 'a', note: '诸葛鹦鹉已谅解', at: NOW });
    await retained.placeHold(executor, NUMBER, { reason: '诸葛鹦鹉诉讼', by: 'a', at: NOW });
    await retained.releaseHold(executor, NUMBER, { by: 'a', at: NOW });
  });
}

describe('every table', () => {
  const sealedOf = (name: TableName) => Object.keys(TABLE_FACTS[name].sealed);
  const withoutClass = new Set<string>(['workings', 'public', 'staff', 'brief']);

  test('of the database has a class, and one with anything sealed in it has one that ends, or is about staff', async () => {
    const { store } = await open();
    const found = [...(await readColumns(store)).keys()];
    expect(found.toSorted()).toEqual(TABLE_NAMES.toSorted());
    const lasting = TABLE_NAMES.filter((name) => sealedOf(name).length > 0 && withoutClass.has(TABLE_FACTS[name].kept));
    // A platform's token says nothing of anybody; a step or reply that was held is gone after a week at most.
    expect(lasting.toSorted()).toEqual(['held_replies', 'held_steps', 'key_check', 'platform_tokens', 'staff']);
    const ruled = new Set<string>(release.base.retention.map(({ data }) => data));
    expect(
      TABLE_NAMES.filter((name) => !withoutClass.has(TABLE_FACTS[name].kept) && !ruled.has(TABLE_FACTS[name].kept)),
    ).toEqual([]);
  });

  test('is empty when the time of its class is over, or says nothing of anybody', async () => {
    const { store, say, run } = await open();
    await fillTables(store, say);
    const classed = TABLE_NAMES.filter((name) => !withoutClass.has(TABLE_FACTS[name].kept));
    const size = async (name: TableName) => (await store.db.selectFrom(name).selectAll().execute()).length;
    for (const name of classed)
      if (!['audit', 'erasures'].includes(name)) expect([name, await size(name)]).not.toEqual([name, 0]);
    await run(later(8000));
    const left = [];
    for (const name of classed) if (await size(name)) left.push(name);
    expect(left).toEqual(['requests', 'request_events', 'case_clocks', 'erasures', 'ratings']);
    expect(await findRequest(store, NUMBER)).toMatchObject({ personal: {}, description: '', conversation: '' });
    expect(JSON.stringify(await store.db.selectFrom('ratings').selectAll().execute())).toContain('erased:1');
  });

  test('of a case is still what its log says, and counts as it did, when its time is over', async () => {
    const { store, run } = await open();
    const number = await fileRequest(store);
    await go(store, number, usualWay('2026-11-23'));
    await run(later(8000));
    expect(await checkCase(store, shippedRules, number)).toEqual([]);
    const fields = (await readRequestEvents(store, number)).map((event) => event.fields);
    expect(fields).toContainEqual({ outcome: 'A2' });
    expect(JSON.stringify(fields)).not.toMatch(/补偿|电话|邮件回执/u);
  });
});

describe('a case that is held', () => {
  test('keeps everything of it and of the conversations it was begun and filed in, until it is released', async () => {
    const { store, say, run } = await open();
    for (const text of FILE) await say(text);
    await say('在吗', 'c2');
    await close(store, NOW);
    const hold = { reason: '行政复议，申请人电话13812341234', by: 'test', at: NOW };
    const place = () => store.transaction((executor) => retained.placeHold(executor, NUMBER, hold));
    expect([await place(), await place()]).toEqual(['placed', 'held already']);
    expect((await retained.readHolds(store))[0]?.reason).not.toContain('13812341234');
    const before = await count(store, 'lines');
    expect(await run(later(4000))).toEqual({ conversations: 1 });
    expect(before - (await count(store, 'lines'))).toBeLessThan(5);
    expect(await findRequest(store, NUMBER)).toMatchObject({ personal: { name: '诸葛鹦鹉' } });
    expect(await retained.releaseHold(store, NUMBER, { by: 'test', at: NOW })).toBe(true);
    expect(await run(later(4001))).toMatchObject({ conversations: 1, requests: 1 });
  });

  test('is not deleted by its requester either, who is told why', async () => {
    const { store, say } = await open();
    for (const text of FILE) await say(text);
    await store.transaction((executor) =>
      retained.placeHold(executor, NUMBER, { reason: '诉讼', by: 'test', at: NOW }),
    );
    await say('删除我的信息');
    expect(await say('确认删除')).toContain(`现在不能删除：${NUMBER}`);
    expect(await count(store, 'lines')).toBeGreaterThan(10);
  });

  test('must exist', async () => {
    const { store } = await open();
    const hold = { reason: 'x', by: 'test', at: NOW };
    expect(await store.transaction((executor) => retained.placeHold(executor, 'SPB-2026-9', hold))).toBe('unknown');
    expect(await retained.releaseHold(store, 'SPB-2026-9', { by: 'test', at: NOW })).toBe(false);
  });
});

describe('rules', () => {
  test('a preview says what is due and changes nothing; a class without a rule for today is left alone', async () => {
    const { store, say, options, run } = await open();
    for (const text of FORM) await say(text);
    const due = await previewRetention(store, options, later(800));
    expect(due.find(({ data }) => data === 'conversations')).toEqual({
      data: 'conversations',
      action: 'erase',
      keep: '2 years',
      before: later(800 - 731).toISOString(),
      due: 1,
      oldest: NOW.toISOString(),
    });
    expect(due.find(({ data }) => data === 'audit')).toMatchObject({ action: 'keep', before: null, due: 0 });
    expect(await retained.readErasures(store, 9)).toEqual([]);
    const past = options.rules.map((rule) => ({ ...rule, to: '2026-12-01' }));
    expect(await previewRetention(store, { ...options, rules: past }, later(800))).toEqual([]);
    expect(await run(later(800))).toMatchObject({ conversations: 1 });
  });

  test('a person who writes while it is being erased keeps the conversation', async () => {
    const { store, say, options } = await open();
    await say('在吗');
    const old = await retained.createConversations([]).find(store, later(1));
    expect(old).toHaveLength(1);
    await store.db
      .updateTable('conversations')
      .set({ updated_at: later(800).toISOString() })
      .execute();
    expect(
      await store.transaction((executor) => stepRetention(executor, options, { now: later(800), by: 'test' })),
    ).toMatchObject({ data: 'inbox' });
    expect(await count(store, 'conversations')).toBe(1);
  });
});
