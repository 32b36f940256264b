import { expect, test } from 'vitest';
import { showRequest } from '../../../src/desk/index.ts';
import type { Role } from '../../../src/roles.ts';
import { findRequest } from '../../../src/store/index.ts';
import { fileRequest } from '../../cases/office.ts';
import { openRelease } from '../../conversation/converse.ts';
import { shippedRules } from '../../requests/lifecycle/shipped-regimes.ts';
import { hire } from '../api/open-office.ts';
import { openStaffRoom } from './open-staff-room.ts';

const release = openRelease();
const USERS: Partial<Record<Role, string>> = {
  registrar: 'U0WANG00001',
  handler: 'U0ZHAO00001',
  approver: 'U0SUN000001',
  chat_agent: 'U0QIAN00001',
};

test('a request is taken through its steps in the room, each by whose step it is, and reminded of', async () => {
  await using room = await openStaffRoom({ release: () => release });
  const { office, fake } = room;
  const number = await fileRequest(office.store);
  for (const [role, user] of Object.entries(USERS)) await room.tie(await hire(office, role, [role as Role]), user);
  // Approvers have an authenticator.
  const enrolled = { totp: new Uint8Array([1]) };
  await office.store.db.updateTable('staff').set(enrolled).where('sign_in_name', '=', 'approver').execute();
  const stateOf = async () => (await findRequest(office.store, number))?.state;
  const step = async (user: string, event: string, fields: Readonly<Record<string, string>> = {}) => {
    await room.tap(user, `act:${number}`);
    const picked = (await room.fill(user, room.opened(), { event })) as { view: ReturnType<typeof room.opened> };
    return JSON.stringify(await room.fill(user, picked.view, fields));
  };
  const [registrar = '', handler = '', approver = '', agent = ''] = Object.values(USERS);

  const [card = ''] = await room.look();
  expect(card).toMatch(new RegExp(`^postMessage 申请 ${number}：[^\\0]*\\[办理\\] \\[催办\\]$`, 'u'));
  expect(await step(registrar, 'received', { receivedOn: '2026-11-23', confirmation: '电话确认' })).toContain('已办理');
  expect((await room.look()).at(-1)).toMatch(/^update 申请 [\s\S]*答复期限：2026-12-21/u);
  await step(registrar, 'registered', { applicantKind: 'person' });
  await step(handler, 'proposed', { jurisdiction: 'own', proposal: '受理' });
  expect(await stateOf()).toBe('proposed');

  // A form filled in for what is another's step is refused where it is decided.
  const forged = { private_metadata: JSON.stringify({ act: 'proposal_approved', number, version: 0 }), blocks: [] };
  await room.fill(handler, forged, {});
  await room.fill(agent, forged, {});
  expect(await stateOf()).toBe('proposed');
  expect(await step(approver, 'proposal_approved')).toContain('已办理');
  expect(await stateOf()).not.toBe('proposed');

  // Referred to the authority that holds it: not without the reason, nor with a contact nobody knows the source of.
  const elsewhere = {
    outcome: 'A5',
    authority: '沈阳市自然资源局',
    contact: '浑南区，024-00000000',
    reason: '不归本局管',
  };
  const source = { contactSource: '该局网站，2026-11-20' };
  expect(await step(handler, 'drafted', elsewhere)).toContain('联系方式的出处和日期');
  expect(await step(handler, 'drafted', { ...elsewhere, ...source, reason: '' })).not.toContain('已办理');
  expect(await stateOf()).toBe('approved');
  expect(await step(handler, 'drafted', { ...elsewhere, ...source })).toContain('已办理');
  const referred = await showRequest(office.store, shippedRules, number, { now: office.now() });
  expect(referred).toMatchObject({ state: 'drafted', outcome: 'A5' });
  expect(referred?.events.at(-1)).toMatchObject({
    kind: 'drafted',
    role: 'handler',
    fields: { authority: elsewhere.authority },
  });

  await room.look();
  await room.tap(registrar, `remind:${number}`);
  expect((await room.look())[0]).toMatch(/^postMessage ↳ registrar 催办：申请/u);

  // Nothing the platform was ever sent says who asked.

  const sent = fake.calls.filter(({ method }) => method !== 'views.open').map(({ body }) => body.blocks ?? '');
  expect(sent.filter((blocks) => ['张三', '@'].some((personal) => blocks.includes(personal)))).toEqual([]);
});
