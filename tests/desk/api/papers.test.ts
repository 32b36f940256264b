import { expect, test } from 'vitest';
import type { Day } from '../../../src/day.ts';
import { fileRequest } from '../../cases/office.ts';
import { openRelease } from '../../conversation/converse.ts';
import { call, hire, openOffice, seat } from './open-office.ts';

const release = openRelease();
const DAY = '2026-11-23' as Day;

test('documents are previewed without being written, read with the requester starred, and handed out for a reason', async () => {
  const office = await openOffice({ release: () => release });
  const number = await fileRequest(office.store);
  const registrar = await seat(office, await hire(office, 'registrar', ['registrar']));
  const reviewer = await seat(office, await hire(office, 'reviewer', ['secrecy_reviewer']));
  const act = (event: string, fields: object, version: number) =>
    call(office, registrar, 'POST', `/requests/${number}/events`, { body: { event, fields, version } });
  await act('received', { receivedOn: DAY, confirmation: '电话确认' }, 1);

  const look = async (fields: object) =>
    (
      await call(office, registrar, 'POST', `/requests/${number}/preview`, { body: { event: 'registered', fields } })
    ).json();
  const early = await look({});
  expect(early.documents).toEqual([]);
  expect(early.why['zh-CN']).toContain('申请人类型');
  const previewed = await look({ applicantKind: 'person' });
  expect(previewed.why).toBeNull();
  const [{ text }] = previewed.documents;
  expect(text).not.toContain('张三');
  // The office's own telephone is nobody's secret.
  expect(text).toContain(release.base.profile.phone.value);
  const list = async (browser: typeof registrar) =>
    (await call(office, browser, 'GET', `/requests/${number}/papers`)).json().papers;
  expect(await list(registrar)).toHaveLength(1);

  expect((await act('registered', { applicantKind: 'person' }, 2)).statusCode).toBe(200);
  const papers = await list(reviewer);
  expect(papers.slice(1).map(({ title }: { title: string }) => title)).toEqual(
    previewed.documents.map(({ title }: { title: string }) => title),
  );
  expect(JSON.stringify(papers)).not.toMatch(/张三|1[3-9]\d{9}/u);

  const path = `/requests/${number}/papers/${papers[0].seq}/file`;
  expect((await call(office, reviewer, 'POST', path, { body: { reason: '审查' } })).statusCode).toBe(403);
  expect((await call(office, registrar, 'POST', path, { body: { reason: '' } })).statusCode).toBe(400);
  const file = await call(office, registrar, 'POST', path, { body: { reason: '打印回执' } });
  expect(file.headers['content-type']).toBe('application/pdf');
  expect(file.headers['content-disposition']).toMatch(/^attachment;/u);
  const auditor = await seat(office, await hire(office, 'auditor', ['auditor']));
  const { entries } = (await call(office, auditor, 'GET', '/audit?event=sensitive_read')).json();
  expect(entries).toMatchObject([{ subject: `request:${number}`, detail: { document: papers[0].seq } }]);
  const found = await call(office, auditor, 'GET', `/audit?event=sensitive_read&subject=${number.toLowerCase()}`);
  expect(found.json().entries).toEqual(entries);
  await office.app.close();
});

test('earlier requests like one are shown beside it, and what is published', async () => {
  const office = await openOffice({ release: () => release });
  const [one, other] = [await fileRequest(office.store), await fileRequest(office.store, { id: 'd2' })];
  const registrar = await seat(office, await hire(office, 'registrar', ['registrar']));
  const { earlier } = (await call(office, registrar, 'GET', `/requests/${one}/related`)).json();
  expect(earlier).toMatchObject([{ number: other, alike: 1 }]);
  const { requests } = (await call(office, registrar, 'GET', '/requests')).json();
  expect(requests[0].standing).toEqual({ title: '已提交', en: expect.any(String) });
  await office.app.close();
});
