import { type Acted, actOnCase, openCase } from '../../src/cases/index.ts';
import type { Draft } from '../../src/requests/form/draft.ts';
import type { Actor } from '../../src/requests/index.ts';
import type { ConversationKey, Store } from '../../src/store/index.ts';
import { seededRandom } from '../delivery/desk-under-test.ts';
import { readRelease } from '../documents/filed.ts';
import { shippedRules } from '../requests/lifecycle/shipped-regimes.ts';
import { NOW } from '../store/now.ts';

/** The shipped tables, texts and calendar. */
export const actingRules = { ...shippedRules, release: readRelease() };

/** One person for each part, so that nobody reviews their own work. */
export const PEOPLE = {
  registrar: { id: 'r1', roles: ['registrar'], unit: null },
  handler: { id: 'h1', roles: ['handler'], unit: null },
  unit_head: { id: 'u1', roles: ['unit_head'], unit: '接访处' },
  secrecy_reviewer: { id: 's1', roles: ['secrecy_reviewer'], unit: null },
  approver: { id: 'a1', roles: ['approver'], unit: null },
  requester: { id: 'requester', roles: ['requester'], unit: null },
  system: { id: 'system', roles: ['system'], unit: null },
} as const satisfies Record<string, Actor>;

export type Part = keyof typeof PEOPLE;
export type Step = readonly [who: Part, event: string, fields?: Readonly<Record<string, string | number>>];

/** What somebody made up asks for, complete. */
export const DRAFT: Draft = {
  id: 'd1',
  applicant: 'person',
  name: '张三',
  documentKind: 'resident_id',
  documentNumber: '210102199001011234',
  phone: '13840987654',
  description: '补偿方案',
  provision: 'electronic',
  delivery: 'email',
};

/** Files it from a conversation on the web page; its number. */
export async function fileRequest(
  store: Store,
  {
    id = 'd1',
    now = NOW,
    key = { channel: 'web', conversation: 'c1' },
    delivery = 'email',
  }: {
    readonly id?: string;
    readonly now?: Date;
    readonly key?: ConversationKey;
    readonly delivery?: Draft['delivery'];
  } = {},
): Promise<string> {
  const opened = await store.transaction((executor) =>
    openCase(
      { ...actingRules, executor, now },
      {
        draft: { ...DRAFT, id, delivery },
        key,
        actor: PEOPLE.requester,
        event: 'filed',
        random: seededRandom(id),
        numberPrefix: 'SPB',
      },
    ),
  );
  if (!opened.done) throw new Error(JSON.stringify(opened.refusal));
  return opened.number;
}

/** The usual way from receipt to the archive, all on one day. */
export function usualWay(day: string): readonly Step[] {
  return [
    ['registrar', 'received', { receivedOn: day, confirmation: '电话确认' }],
    ['registrar', 'registered', { applicantKind: 'person' }],
    ['handler', 'proposed', { jurisdiction: 'own', proposal: '受理' }],
    ['approver', 'proposal_approved'],
    ['handler', 'assigned', { unit: '接访处', matter: '提供材料', returnBy: day }],
    ['unit_head', 'unit_replied', { outcome: 'A2', opinion: '可以公开' }],
    ['handler', 'drafted', { outcome: 'A2', provided: '补偿方案' }],
    ['secrecy_reviewer', 'secrecy_cleared', { conclusion: '不涉密' }],
    ['approver', 'notice_approved'],
    ['registrar', 'sealed'],
    ['registrar', 'delivered', { deliveredBy: 'email', deliveredOn: day, proof: '邮件回执' }],
    ['registrar', 'closed'],
    ['registrar', 'archived', { shelf: '2026-公开-001' }],
  ];
}

/** One step of the office; what became of it. */
export function take(store: Store, number: string, [who, event, fields = {}]: Step, now = NOW): Promise<Acted> {
  return store.transaction((executor) =>
    actOnCase({ ...actingRules, executor, now }, { number, event, fields, actor: PEOPLE[who] }),
  );
}

/** Several steps, each of which must be allowed. */
export async function go(store: Store, number: string, steps: readonly Step[], now = NOW): Promise<void> {
  for (const step of steps) {
    const acted = await take(store, number, step, now);
    if (!acted.done) throw new Error(`${step[1]}: ${JSON.stringify(acted.refusal)}`);
  }
}

/** The office answers a request just filed, up to delivery. */
export function answer(store: Store, number: string): Promise<void> {
  return go(store, number, usualWay('2026-11-23').slice(0, -2));
}
