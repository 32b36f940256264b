import { createScanner } from '../../src/attachments/index.ts';
import { type ActingRules, actOnCase } from '../../src/cases/index.ts';
import { dayOf } from '../../src/day.ts';
import { type createDesk, createDeskFiles } from '../../src/delivery/index.ts';
import { createRenderer, renderWords } from '../../src/documents/index.ts';
import type { Logger } from '../../src/logger.ts';
import { exportData } from '../../src/own-documents/export-data.ts';
import { listOwnDocuments } from '../../src/own-documents/list-own.ts';
import type { Actor } from '../../src/requests/index.ts';
import {
  correctPersonal,
  findRequest,
  findRequestsOf,
  recordAccess,
  type Store,
  type StoredRequest,
} from '../../src/store/index.ts';
import { PEOPLE, type Step } from '../cases/office.ts';
import { canaryTurn, type makeCanary, makeCorrected } from './canaries.ts';
import { conversationId, message, seededRandom } from './desk-under-test.ts';
import { scriptedRelease } from './scripted-turn.ts';

export interface CaseUnderTest {
  readonly store: Store;
  readonly desk: ReturnType<typeof createDesk>;
  readonly rules: ActingRules;
  readonly now: () => Date;
  readonly logger: Logger;
}

type Canary = ReturnType<typeof makeCanary>;

/** From receipt to the archive with somebody's own words in every field that takes any. */
function listSteps({ name, phone, address, description, email }: Canary, day: string): readonly Step[] {
  return [
    ['registrar', 'received', { receivedOn: day, confirmation: `${phone} ${name}接听` }],
    ['registrar', 'call_noted', { text: `${name}（${phone}）来电问${description}` }],
    ['registrar', 'registered', { applicantKind: 'person' }],
    ['registrar', 'clarification_asked', { unclear: description, supply: `${name}写明${address}`, period: 10 }],
    ['requester', 'clarified', { text: `${name}说明：${address}的${description}` }],
    ['handler', 'proposed', { jurisdiction: 'own', proposal: `受理${name}的${description}` }],
    ['approver', 'proposal_approved'],
    ['handler', 'assigned', { unit: '接访处', matter: `${name}要${description}`, returnBy: day }],
    ['unit_head', 'unit_replied', { outcome: 'A2', opinion: `可以给${name}` }],
    ['handler', 'drafted', { outcome: 'A2', provided: description }],
    ['secrecy_reviewer', 'secrecy_cleared', { conclusion: `${name}要的不涉密` }],
    ['approver', 'notice_approved'],
    ['registrar', 'sealed'],
    ['registrar', 'delivered', { deliveredBy: 'email', deliveredOn: day, proof: `${email} 回执` }],
    ['registrar', 'closed'],
    ['registrar', 'archived', { shelf: '2026-公开-001' }],
  ];
}

/** Each step is tried by who may not take it as well: what is refused must leave no trace either. */
async function walk({ store, rules, now }: CaseUnderTest, number: string, steps: readonly Step[]): Promise<void> {
  for (const [who, event, fields = {}] of steps) {
    const take = (actor: Actor) =>
      store.transaction((executor) => actOnCase({ ...rules, executor, now: now() }, { number, event, fields, actor }));
    const stranger = await take(PEOPLE.system);
    const acted = await take(PEOPLE[who]);
    if (stranger.done || !acted.done) throw new Error(`${event} of ${number} was not decided as it should be`);
  }
}

/** A file with somebody's words in its name and content, sent, looked at and kept. */
async function sendFile(under: CaseUnderTest, { name, address, description }: Canary, index: number): Promise<void> {
  const files = createDeskFiles({
    ...under,
    turn: canaryTurn,
    channel: 'web',
    scan: createScanner('off'),
    release: () => scriptedRelease,
    random: seededRandom(`file ${index}`),
  });
  const bytes = Buffer.from(`${name}，住${address}，要${description}`);
  const id = message(`a${index}`, '').id;
  await files.receive({ id, conversation: conversationId(`c${index}`), name: `${name}的${description}.txt`, bytes });
  await files.run();
}

/** What the requester may take away: as data, and one letter as a file, set by a process of its own. */
async function fetchOwn({ store, rules, now }: CaseUnderTest, request: StoredRequest, sets: boolean): Promise<number> {
  const { base, messages } = rules.release;
  const own = await listOwnDocuments(store, request, base, { secret: 'BCDF2345', now: now(), today: dayOf(now()) });
  const data = await exportData(store, request, own, now());
  const letter = own.at(-1);
  if (!letter || !sets) return data.length;
  const words = renderWords(messages);
  const job = { model: letter.model, at: letter.at, author: base.profile.name, words };
  return (await createRenderer()(job)).length + data.length;
}

/** What comes after somebody has filed from conversation `c{index}`, to the archive. `sets`: a letter is set as a file as well. */
export async function liveOn(under: CaseUnderTest, canary: Canary, index: number, sets: boolean): Promise<void> {
  const { store, now } = under;
  const key = { channel: 'web', conversation: `c${index}` };
  const number = (await findRequestsOf(store, key))[0]?.number ?? '';
  await sendFile(under, canary, index);
  await walk(under, number, listSteps(canary, dayOf(now())));
  const request = await findRequest(store, number);
  if (!request) throw new Error(`${number} is not there`);
  await store.transaction((executor) => correctPersonal(executor, request, makeCorrected(index)));
  const what = `request ${number} phone`;
  await recordAccess(store, { at: now().toISOString(), who: 'r1', what, reason: '送达' });
  const corrected = await findRequest(store, number);
  if (corrected && (await fetchOwn(under, corrected, sets)) === 0) throw new Error('nothing to take away');
}
