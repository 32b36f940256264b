import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { PLAIN_CAPABILITIES } from '../../../src/channel/capabilities.ts';
import { listEntries, TEXTS } from '../../../src/knowledge/edit/index.ts';
import { readTree } from '../../../src/knowledge/index.ts';
import { messages } from '../../adapters/web/project.ts';
import { ROOT } from '../../architecture/imports.ts';
import { openRelease } from '../../conversation/converse.ts';
import { approve, openKnowledge, post, readServed } from './edit-knowledge.ts';
import { type Browser, call, type Office } from './open-office.ts';
import { SOUND } from './try-here.ts';

const NOTICE = 'messages/zh-CN/notice.yaml';
const ENGLISH = 'messages/en/notice.yaml';
const FILE = 'messages/zh-CN/file.yaml';

async function openText(office: Office, browser: Browser, path: string, entry: string) {
  const { draft } = (await post(office, browser, '/knowledge/drafts', { path, entry })).json();
  return (await call(office, browser, 'GET', `/knowledge/drafts/${draft}`)).json();
}

async function save(office: Office, browser: Browser, draft: { id: number; version: number }, data: unknown) {
  const body = { version: draft.version, data };
  return (await call(office, browser, 'PUT', `/knowledge/drafts/${draft.id}`, { body })).json();
}

// Learning it takes half a minute on a busy machine: longer than a test may.
const release = openRelease();
const open = () => openKnowledge({ release: () => release });

describe('a text citizens read', () => {
  test('is listed by what it says in either language, with where it is said', async () => {
    const { office, editor } = await open();
    const { entries } = (await call(office, editor, 'GET', '/knowledge/entries')).json();
    expect(
      entries.find(
        ({ list, id, topic }: Record<string, string>) => list === TEXTS && topic === 'notice' && id === 'received',
      ),
    ).toMatchObject({
      path: NOTICE,
      title: messages['zh-CN']['notice.received'],
      phrasings: [messages.en['notice.received']],
    });
    await office.app.close();
  });

  test('of the program itself is not: it changes with the program', () => {
    const texts = listEntries(readTree(SOUND), messages).filter(({ list }) => list === TEXTS);
    expect(texts.length).toBeGreaterThan(500);
    const topics = new Set(texts.map(({ topic }) => topic));
    for (const own of ['console', 'cli', 'check', 'sample']) expect(topics).not.toContain(own);
    // By its own code a language writes its dates.
    expect(texts.map(({ title }) => title)).not.toContain('zh-CN');
  });

  test('is changed in both languages at once, everything else in its files staying byte for byte', async () => {
    const { office, editor, colleague, publisher } = await open();
    const draft = await openText(office, editor, FILE, 'question_check');
    expect(draft).toMatchObject({ list: TEXTS, problems: [], words: { values: [] } });
    const fresh = { 'zh-CN': '要接着在这里申请吗？\n不急，想好再说。', en: 'Go on with it here?' };
    const saved = await save(office, editor, draft, fresh);
    expect(saved.problems).toEqual([]);
    const version = await approve(office, saved, editor, colleague);
    const published = await post(office, publisher, `/knowledge/drafts/${draft.id}/publish`, { version });
    expect(published.statusCode).toBe(200);
    for (const [path, before, after] of [
      [FILE, '要在这里接着申请吗？', '|\n  要接着在这里申请吗？\n  不急，想好再说。'],
      [FILE.replace('zh-CN', 'en'), messages.en['file.question_check'] ?? '', 'Go on with it here?'],
    ] as const) {
      const own = readFileSync(join(ROOT, path), 'utf8');
      expect(await readServed(office, path)).toBe(own.replace(`question_check: ${before}`, `question_check: ${after}`));
    }
    await office.app.close();
  });

  test('keeps every value the program gives it, has no other, and says which in words', async () => {
    const { office, editor } = await open();
    const draft = await openText(office, editor, NOTICE, 'received');
    expect(draft.words.values.map(({ name }: { name: string }) => name)).toEqual(['number', 'receivedOn', 'due']);
    const { data } = draft;
    const wrong = await save(office, editor, draft, {
      'zh-CN': '您的申请{number}已经收到，最晚{ due }答复，问{someone}。',
      en: data.en,
    });
    expect(wrong.problems.map(({ field, message }: Record<string, string>) => `${field}: ${message}`)).toEqual([
      'zh-CN: 少了变量 {receivedOn} {due}',
      'zh-CN: 不认识变量 {someone}',
      'zh-CN: 花括号不成对或写成了全角：{ due }',
    ]);
    expect(wrong.data['zh-CN']).toContain('{someone}');
    const refused = await post(office, editor, `/knowledge/drafts/${draft.id}/submit`, { version: wrong.version });
    expect(refused.json().error.code).toBe('draft_unsound');
    const right = await save(office, editor, wrong, { ...data, 'zh-CN': '{receivedOn}收到{number}，{due}前答复。' });
    expect(right.problems).toEqual([]);
    await office.app.close();
  });

  test('is refused while it is empty, longer than messages may be, or too long for its button', async () => {
    const { office, editor } = await open();
    const draft = await openText(office, editor, 'messages/zh-CN/track.yaml', 'choice_track');
    const long = await save(office, editor, draft, { 'zh-CN': '查'.repeat(41), en: 'x'.repeat(2001) });
    expect(long.problems.map(({ field, message }: Record<string, string>) => `${field}: ${message}`)).toEqual([
      'en: “en”太长或太大，最多 2000',
    ]);
    const button = await save(office, editor, long, { 'zh-CN': '查'.repeat(41), en: 'Track' });
    expect(button.problems).toMatchObject([{ field: 'zh-CN', message: '按钮上的字太长：41个，最多40个' }]);
    const empty = await save(office, editor, button, { 'zh-CN': ' ', en: 'Track' });
    expect(empty.problems).toMatchObject([{ field: 'zh-CN' }]);
    await office.app.close();
  });

  test('comes with what was noted beside it', async () => {
    const { office, editor } = await open();
    expect((await openText(office, editor, FILE, 'question_consent')).words.note).toContain('notice_version');
    await office.app.close();
  });

  test('is never begun anew: the program would not say it', async () => {
    const { office, editor } = await open();
    for (const body of [{ path: NOTICE }, { path: NOTICE, entry: 'of_nothing' }, { path: ENGLISH, entry: 'received' }])
      expect((await post(office, editor, '/knowledge/drafts', body)).statusCode).toBe(404);
    await office.app.close();
  });

  test('others published meanwhile is not overwritten, in whichever language they changed it', async () => {
    const { office, editor, colleague, publisher } = await open();
    const text = await openText(office, editor, NOTICE, 'received');
    const saved = await save(office, editor, text, {
      ...text.data,
      'zh-CN': '{number}：{receivedOn}收到，{due}前答复。',
    });
    const { draft } = (await post(office, colleague, '/knowledge/drafts', { path: ENGLISH, whole: true })).json();
    const whole = (await call(office, colleague, 'GET', `/knowledge/drafts/${draft}`)).json();
    const english = whole.text.replace(/^received: .*$/mu, 'received: "{number} came on {receivedOn}, due {due}."');
    const body = { version: whole.version, text: english };
    const changed = (await call(office, colleague, 'PUT', `/knowledge/drafts/${draft}`, { body })).json();
    const version = await approve(office, changed, colleague, editor);
    expect((await post(office, publisher, `/knowledge/drafts/${draft}/publish`, { version })).statusCode).toBe(200);
    office.wait(1);
    const later = await approve(office, saved, editor, colleague);
    const refused = await post(office, publisher, `/knowledge/drafts/${text.id}/publish`, { version: later });
    expect(refused.json().error.code).toBe('draft_outdated');
    await office.app.close();
  });

  test('is judged in its whole catalogue too', async () => {
    const { office, editor } = await open();
    const { draft } = (await post(office, editor, '/knowledge/drafts', { path: NOTICE, whole: true })).json();
    const opened = (await call(office, editor, 'GET', `/knowledge/drafts/${draft}`)).json();
    expect(opened.problems).toEqual([]);
    const body = { version: opened.version, text: opened.text.replace('{receivedOn}', '') };
    const changed = (await call(office, editor, 'PUT', `/knowledge/drafts/${draft}`, { body })).json();
    expect(changed.problems).toMatchObject([{ field: 'received', message: '少了变量 {receivedOn}' }]);
    await office.app.close();
  });

  test('is seen on every channel with its values filled, as a button where it is one, in parts where it is long', async () => {
    const narrow = { ...PLAIN_CAPABILITIES, text: { most: 60, unit: 'characters' } } as const;
    const buttons = { ...PLAIN_CAPABILITIES, choices: { most: 3, label: { most: 20, unit: 'characters' } } } as const;
    const { office, editor } = await openKnowledge({
      release: () => release,
      channels: async () => [
        { name: 'narrow', capabilities: narrow },
        { name: 'buttons', capabilities: buttons },
      ],
    });
    const show = async (path: string, entry: string, words: string) =>
      (await post(office, editor, '/knowledge/preview', { path, entry, data: { 'zh-CN': words } })).json().previews;
    const [first] = await show(NOTICE, 'received', '{authority}收到{number}。'.repeat(6));
    expect(first.parts.length).toBeGreaterThan(1);
    expect(first.parts[0].text).toContain('沈阳市信访局收到SPB-2026-000012。');
    const track = 'messages/zh-CN/track.yaml';
    const [list, button] = await show(track, 'choice_track', '看看办到哪了');
    expect(list.parts[0]).toMatchObject({ text: expect.stringContaining('1. 看看办到哪了'), buttons: [] });
    expect(button.parts[0].buttons).toEqual(['看看办到哪了']);
    expect(await show(NOTICE, 'received', '')).toEqual([]);
    await office.app.close();
  });
});
