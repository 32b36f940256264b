import { actOnCase, openCase } from '../../../src/cases/index.ts';
import { insertNote } from '../../../src/desk/conversations/index.ts';
import {
  addAttachment,
  appendLines,
  type Executor,
  holdAnswer,
  joinQueue,
  keepLeftWords,
  reviseLine,
  type Store,
} from '../../../src/store/index.ts';
import { actingRules, DRAFT, PEOPLE } from '../../cases/office.ts';
import { seededRandom } from '../../delivery/desk-under-test.ts';
import { PAYLOADS } from './payloads.ts';

const now = () => new Date();
/** Lines one conversation shows at once. */
export const LINES = 200;
const FIELDS = 5;
/** Requests that carry all payloads, five each. */
export const REQUESTS = PAYLOADS.length / FIELDS;

/** All payloads in texts of so many each. */
function bundle(size: number): readonly string[] {
  const count = Math.ceil(PAYLOADS.length / size);
  return Array.from({ length: count }, (_, at) => PAYLOADS.slice(at * size, (at + 1) * size).join('\n'));
}

/** Everything a citizen says: 200 payloads in each of two conversations, and what they leave while waiting. */
export async function sayAll(store: Store): Promise<void> {
  for (let start = 0; start < PAYLOADS.length; start += LINES) {
    const key = { channel: 'web', conversation: `c${start}` };
    const lines = PAYLOADS.slice(start, start + LINES).map((text) => {
      return { from: 'citizen', message: { kind: 'text', text } } as const;
    });
    await store.transaction(async (executor) => {
      const { id } = await joinQueue(executor, key, '', now());
      await keepLeftWords(executor, id, { message: PAYLOADS[start] ?? '', contact: PAYLOADS[start + 1] ?? '' });
      await appendLines(executor, key, lines, now());
    });
  }
}

const fileOf = (name: string) => ({ reference: 'reply/x', name, mediaType: 'text/plain', bytes: 9, personal: true });

/** Everything staff write in a conversation: replies, what they said before a correction, names of files, notes. */
export async function replyAll(store: Store, by: number): Promise<void> {
  const key = { channel: 'web', conversation: 'c-staff' };
  const texts = bundle(4);
  await store.transaction(async (executor) => {
    const { id } = await joinQueue(executor, key, '', now());
    const files = texts.map((name) => ({ kind: 'file', text: '', file: fileOf(name), instead: name }) as const);
    const replies = texts.map((text) => ({ kind: 'text', text }) as const);
    const lines = [...replies, ...files].map((message) => ({ from: 'staff', message, writtenBy: by }) as const);
    const stored = await appendLines(executor, key, lines, now());
    for (const [at, { seq }] of stored.slice(0, texts.length).entries())
      await reviseLine(executor, key, { seq, text: texts.at(-at) ?? '', by }, now());
    for (const text of bundle(8)) await insertNote(executor, id, { writtenBy: by, text }, now());
  });
}

/** An answer that waits for somebody's approval: what was asked, and each payload as a reply. */
export async function holdAll(store: Store): Promise<void> {
  const key = { channel: 'web', conversation: 'c-held' };
  const replies = PAYLOADS.map((text) => ({ kind: 'text', text }) as const);
  const held = {
    subject: '',
    why: 'listed',
    confidence: 1,
    release: 'x',
    question: PAYLOADS.join('\n'),
    replies,
  } as const;
  await store.transaction((executor) => holdAnswer(executor, key, held, now()));
}

/** Files a citizen sent with a request, by names no platform would have let through. */
async function attachAll(executor: Executor, number: string): Promise<void> {
  const key = { channel: 'web', conversation: 'c-form' };
  for (const [at, name] of PAYLOADS.entries()) {
    const file = { id: at.toString(16).padStart(32, '0'), number, name, reference: 'x', size: 9 };
    await addAttachment(executor, key, file, now());
  }
  const kept = { state: 'kept', media_type: 'text/plain', scan: 'clean' } as const;
  await executor.db.updateTable('attachments').set(kept).execute();
}

/** What staff write down with a case. */
async function noteAll(executor: Executor, number: string): Promise<void> {
  for (const text of bundle(40)) {
    const command = { number, event: 'call_noted', fields: { text, phone: text }, actor: PEOPLE.registrar };
    const acted = await actOnCase({ ...actingRules, executor, now: now() }, command);
    if (!acted.done) throw new Error('a call was not noted');
  }
}

/** Everything a citizen fills in: each request carries five of them. The last has files and calls as well. */
export async function fileAll(store: Store): Promise<string> {
  const key = { channel: 'web', conversation: 'c-form' };
  let last = '';
  for (let at = 0; at < PAYLOADS.length; at += FIELDS) {
    const [description = '', name, address, email, phone] = PAYLOADS.slice(at, at + FIELDS);
    const draft = { ...DRAFT, id: `d${at}`, description, name, address, email, phone };
    const filed = { draft, key, actor: PEOPLE.requester, event: 'filed', numberPrefix: 'SPB', fields: {} };
    await store.transaction(async (executor) => {
      const random = seededRandom(`d${at}`);
      const opened = await openCase({ ...actingRules, executor, now: now() }, { ...filed, random });
      if (opened.done) last = opened.number;
    });
  }
  await store.transaction(async (executor) => {
    await attachAll(executor, last);
    await noteAll(executor, last);
  });
  return last;
}
