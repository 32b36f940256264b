import { describe, expect, test } from 'vitest';
import { type RenderJob, renderJob } from '../../../src/documents/index.ts';
import { openRelease } from '../../conversation/converse.ts';
import { readDocx } from '../../documents/read-docx.ts';
import { openKnowledge, post } from './edit-knowledge.ts';
import { type Browser, call, type Office } from './open-office.ts';
import { SHIPPED } from './try-here.ts';

const OWN = 'knowledge/shenyang-petition-bureau';
const REGIME = `${OWN}/regime/2019.yaml`;
const EXTENSION = `${OWN}/documents/extension.yaml`;

// Learning it takes half a minute on a busy machine: longer than a test may.
const release = openRelease();
const open = () => openKnowledge({ release: () => release, knowledge: SHIPPED });

async function openFile(office: Office, browser: Browser, path: string) {
  const { draft } = (await post(office, browser, '/knowledge/drafts', { path, whole: true })).json();
  return (await call(office, browser, 'GET', `/knowledge/drafts/${draft}`)).json();
}

async function save(office: Office, browser: Browser, draft: { id: number; version: number }, data: unknown) {
  const body = { version: draft.version, data };
  return (await call(office, browser, 'PUT', `/knowledge/drafts/${draft.id}`, { body })).json();
}

const preview = async (office: Office, browser: Browser, body: object) =>
  (await post(office, browser, '/knowledge/preview', body)).json().previews;

describe('a file edited as a whole', () => {
  test('is changed where it stands: what is noted in it and all other lines stay', async () => {
    const { office, editor } = await open();
    const draft = await openFile(office, editor, REGIME);
    expect(draft).toMatchObject({ title: '2019年条例', problems: [] });
    const clocks = draft.data.clocks.map((clock: { id: string; periods: { workdays?: number }[] }) =>
      clock.id === 'statutory' ? { ...clock, periods: [{ ...clock.periods[0], workdays: 25 }] } : clock,
    );
    const saved = await save(office, editor, draft, { ...draft.data, clocks });
    expect(saved.problems).toEqual([]);
    expect(saved.text).toBe(draft.text.replace('workdays: 20', 'workdays: 25'));
    await office.app.close();
  });

  test('of terms is seen as the days they come to, by the calendar, in either language', async () => {
    const { office, editor } = await open();
    const { data } = await openFile(office, editor, REGIME);
    const [{ parts }] = await preview(office, editor, { path: REGIME, data });
    const lines = parts[0].text.split('\n');
    expect(lines[0]).toBe('假如2026-11-23起算：');
    // Twenty weekdays without a holiday between them; six months end on a Sunday, and so on the day after.
    expect(lines).toContain('答复期限：20个工作日，到2026-12-21');
    expect(lines).toContain('直接起诉的期限：6个月，到2027-05-24（放假安排还没有公布，可能变动）');
    expect(lines).toContain('申请人补正的期限：由办理时填写');
    const [english] = await preview(office, editor, { path: REGIME, data, locale: 'en' });
    expect(english.parts[0].text).toContain('Time to answer: 20 working days, until 2026-12-21');
    expect(await preview(office, editor, { path: REGIME, data: { ...data, clocks: [] } })).toEqual([]);
    await office.app.close();
  });

  test('of a letter is seen as it is printed under each regulation, with what is filled in named', async () => {
    const { office, editor } = await open();
    const { data } = await openFile(office, editor, EXTENSION);
    const [now, before] = await preview(office, editor, { path: EXTENSION, data });
    expect(now.channel).toBe('按2019年条例');
    expect(now.parts[0].text).toMatch(/^政府信息公开申请延期答复告知书\n〔文号〕\n〔申请人姓名或名称〕：/u);
    expect(now.parts[0].text).toContain(
      '因〔延期理由〕，无法在上述期限内答复。根据《中华人民共和国政府信息公开条例》第三十三条第二款',
    );
    expect(now.parts[0].text).toContain('将于2026年11月23日前');
    expect(before).toMatchObject({ channel: '按2007年条例' });
    await office.app.close();
  });

  test('of a letter is set as PDF in the version asked for, and refused where it cannot be', async () => {
    const set: RenderJob[] = [];
    const render = async (job: RenderJob) => {
      set.push(job);
      return renderJob(job);
    };
    const { office, editor } = await openKnowledge({ release: () => release, knowledge: SHIPPED, render });
    const { text } = await openFile(office, editor, EXTENSION);
    const body = { path: EXTENSION, text, version: '按2007年条例' };
    const file = await post(office, editor, '/knowledge/preview/file', body);
    expect(file.headers['content-type']).toBe('application/pdf');
    expect(file.rawPayload.subarray(0, 5).toString()).toBe('%PDF-');
    expect(JSON.stringify(set)).toContain('第二十四条第二款');
    const word = await post(office, editor, '/knowledge/preview/file', { ...body, format: 'docx' });
    expect(readDocx(word.rawPayload)).toContain('因〔延期理由〕，无法在上述期限内答复。');
    const broken = await post(office, editor, '/knowledge/preview/file', { path: EXTENSION, text: 'title: x' });
    expect(broken.json().error.code).toBe('bad_input');
    await office.app.close();
  });

  test('of every letter and sheet can be put together from its samples', async () => {
    const { office, editor } = await open();
    const { entries } = (await call(office, editor, 'GET', '/knowledge/entries')).json();
    const documents = entries.filter(({ path }: { path: string }) => path.includes('/documents/'));
    expect(documents.length).toBeGreaterThan(10);
    for (const { path } of documents) {
      const { text } = await openFile(office, editor, path);
      for (const { channel, parts } of await preview(office, editor, { path, text }))
        expect(parts[0].text, `${path} ${channel}`).not.toMatch(/出不了文书/u);
    }
    await office.app.close();
  });

  test('of a letter that names what nobody can fill in is told so before it is handed in', async () => {
    const { office, editor } = await open();
    const draft = await openFile(office, editor, EXTENSION);
    const opening = [...draft.data.opening, '经办人{extension.clerk}，{request.number'];
    const saved = await save(office, editor, draft, { ...draft.data, opening });
    expect(saved.problems.map(({ field, message }: Record<string, string>) => `${field}: ${message}`)).toEqual([
      'opening.1: 花括号不成对',
      'opening.1: 没有叫“extension.clerk”的事实',
    ]);
    const refused = await post(office, editor, `/knowledge/drafts/${draft.id}/submit`, { version: saved.version });
    expect(refused.json().error.code).toBe('draft_unsound');
    await office.app.close();
  });
});
