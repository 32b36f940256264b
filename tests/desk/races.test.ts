import { sql } from 'kysely';
import { beforeEach, expect, test } from 'vitest';
import { claimConversation, findVisits, type Visit } from '../../src/desk/conversations/index.ts';
import { approveAnswer, rejectAnswer } from '../../src/desk/held-answers/index.ts';
import { createHeldReplyJob, HELD_REPLY, insertHeldReply, takeHeldReply } from '../../src/desk/replies/index.ts';
import { type Executor, holdAnswer, readHeldAnswers, readLines, type Store } from '../../src/store/index.ts';
import { messages } from '../adapters/web/project.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { scriptedRelease } from '../delivery/scripted-turn.ts';
import { dose, doseTimeout } from '../dose.ts';
import { ENGINE } from '../store/engine-under-test.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { hire } from './api/open-office.ts';

/** Races of each kind; DESK_TEST_DOSE=10000 is the full dose. */
const RACES = dose(30);
/** Races at the same time: more would wait longer for one of the few connections than they may. */
const AT_ONCE = 20;
const TIMEOUT = doseTimeout(30) * 4;

const key = (each: number) => ({ channel: 'web', conversation: `c${each}` });
let store: Store;
let agents: readonly number[];

beforeEach(async () => {
  store = await openTemporary();
  if (ENGINE === 'sqlite') await sql`pragma synchronous = off`.execute(store.db);
  const hired: number[] = [];
  for (const name of ['wang', 'zhao', 'qian']) {
    hired.push((await hire({ store, now: () => NOW }, name, ['chat_agent'])).id);
  }
  agents = hired;
});

/** Runs every race, some of them at a time; what its parties came to, in their order. */
async function runAll<Subject, Came>(
  subjects: readonly Subject[],
  parties: readonly ((executor: Executor, subject: Subject) => Promise<Came>)[],
): Promise<readonly (readonly Came[])[]> {
  const came: (readonly Came[])[] = [];
  const race = (subject: Subject) =>
    Promise.all(parties.map((party) => store.transaction((executor) => party(executor, subject))));
  for (let start = 0; start < subjects.length; start += AT_ONCE) {
    came.push(...(await Promise.all(subjects.slice(start, start + AT_ONCE).map(race))));
  }
  return came;
}

async function askForStaff(): Promise<readonly Visit[]> {
  const desk = openScripted(store);
  for (let each = 0; each < RACES; each += 1) await desk.receive(message(`m${each}`, 'person', `c${each}`));
  return findVisits(store, { state: 'waiting', most: RACES });
}

test(`of three who claim the same conversation at once one has it, ${RACES} times over`, {
  timeout: TIMEOUT,
}, async () => {
  const waiting = await askForStaff();
  expect(waiting).toHaveLength(RACES);
  const claims = agents.map(
    (by) => (executor: Executor, visit: Visit) => claimConversation({ executor, messages, now: NOW }, visit, by, false),
  );
  const ended = await runAll(waiting, claims);
  const open = new Map((await findVisits(store, { state: 'open', most: RACES })).map((visit) => [visit.id, visit]));
  for (const [index, came] of ended.entries()) {
    const visit = waiting[index];
    const winners = agents.filter((_, each) => came[each]?.kind === 'claimed');
    expect(winners).toHaveLength(1);
    expect(visit && open.get(visit.id)?.claimedBy).toBe(winners[0]);
    // The losers are told who won.
    expect(came.filter((claim) => claim.kind === 'taken' && claim.by === winners[0])).toHaveLength(2);
  }
  const [first] = waiting;
  const lines = first ? await readLines(store, first, { after: 0 }) : [];
  expect(lines.filter(({ message: said }) => said.kind === 'notice')).toHaveLength(1);
});

test(`of three who approve or reject the same answer at once one decides, ${RACES} times over`, {
  timeout: TIMEOUT,
}, async () => {
  const content = { question: '收费吗', replies: [{ kind: 'text', text: '不收费' }], confidence: 1 } as const;
  for (let each = 0; each < RACES; each += 1) {
    const held = { ...content, subject: 'answer/fees', why: 'listed', release: 'x' } as const;
    await store.transaction((executor) => holdAnswer(executor, key(each), held, NOW));
  }
  const waiting = await readHeldAnswers(store, { state: 'waiting', most: RACES });
  const [one = 0, two = 0, three = 0] = agents;
  const deciding = (executor: Executor, by: number) => ({
    executor,
    release: scriptedRelease,
    by,
    version: 1,
    now: NOW,
  });
  const came = await runAll(waiting, [
    (executor, answer) => approveAnswer(deciding(executor, one), answer),
    (executor, answer) => approveAnswer(deciding(executor, two), answer),
    (executor, answer) => rejectAnswer(deciding(executor, three), answer, '另答'),
  ]);
  expect(came.filter((each) => each.filter(Boolean).length !== 1)).toEqual([]);
  for (const [index, each] of came.entries()) {
    const said = (await readLines(store, key(index), { after: 0 })).map(({ message: { text } }) => text);
    expect(said.slice(1)).toEqual([each[2] ? '另答' : '不收费']);
  }
});

test(`a held reply is sent or taken back, never both and never twice, ${RACES} times over`, {
  timeout: TIMEOUT,
}, async () => {
  const [by = 0] = agents;
  const waiting = await askForStaff();
  await runAll(waiting, [(executor, visit) => claimConversation({ executor, messages, now: NOW }, visit, by, false)]);
  const held: { readonly id: number; readonly visit: Visit }[] = [];
  for (const visit of waiting) {
    const reply = { visit: visit.id, heldBy: by, text: '您好', files: [] };
    const { id } = await store.transaction((executor) => insertHeldReply(executor, reply, NOW));
    held.push({ id, visit });
  }
  const job = createHeldReplyJob(() => messages);
  const due = new Date(NOW.getTime() + 10_000);
  const send = async (executor: Executor, { id }: { readonly id: number }) => {
    const timer = { kind: HELD_REPLY, subject: String(id), dueAt: due.toISOString(), failures: 0 };
    await job(executor, timer, due);
    return undefined;
  };
  const came = await runAll(held, [send, async (executor, { id }) => takeHeldReply(executor, id), send]);
  for (const [index, each] of came.entries()) {
    const visit = held[index]?.visit;
    const lines = visit ? await readLines(store, visit, { after: 0 }) : [];
    const sent = lines.filter(({ from }) => from === 'staff').length;
    expect(sent + each.filter((taken) => taken !== undefined).length).toBe(1);
  }
});
