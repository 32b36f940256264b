import { sql } from 'kysely';
import { expect, test } from 'vitest';
import { claimConversation, findVisits, type Visit } from '../../src/desk/conversations/index.ts';
import { readLines } from '../../src/store/index.ts';
import { messages } from '../adapters/web/project.ts';
import { message, openScripted } from '../delivery/desk-under-test.ts';
import { dose, doseTimeout } from '../dose.ts';
import { ENGINE } from '../store/engine-under-test.ts';
import { NOW } from '../store/now.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { hire } from './api/open-office.ts';

/** Races run; DESK_TEST_DOSE=1000 is the full dose. */
const RACES = dose(60);
/** Races at the same time: more would wait longer for one of the few connections than they may. */
const AT_ONCE = 20;

test(
  `of three who claim the same conversation at once one has it, ${RACES} times over`,
  async () => {
    const store = await openTemporary();
    if (ENGINE === 'sqlite') await sql`pragma synchronous = off`.execute(store.db);
    const office = { store, now: () => NOW };
    const agents: number[] = [];
    for (const name of ['wang', 'zhao', 'qian']) agents.push((await hire(office, name, ['chat_agent'])).id);
    const desk = openScripted(store);
    for (let each = 0; each < RACES; each += 1) await desk.receive(message(`m${each}`, 'person', `c${each}`));
    const waiting = await findVisits(store, { state: 'waiting', most: RACES });
    expect(waiting).toHaveLength(RACES);

    const race = (visit: Visit) =>
      Promise.all(
        agents.map((by) =>
          store.transaction((executor) => claimConversation({ executor, messages, now: NOW }, visit, by, false)),
        ),
      );
    const ended: Awaited<ReturnType<typeof race>>[] = [];
    for (let start = 0; start < waiting.length; start += AT_ONCE) {
      ended.push(...(await Promise.all(waiting.slice(start, start + AT_ONCE).map(race))));
    }

    const open = new Map((await findVisits(store, { state: 'open', most: RACES })).map((visit) => [visit.id, visit]));
    for (const [index, claims] of ended.entries()) {
      const visit = waiting[index];
      const winners = agents.filter((_, each) => claims[each]?.kind === 'claimed');
      expect(winners).toHaveLength(1);
      expect(visit && open.get(visit.id)?.claimedBy).toBe(winners[0]);
      // The losers are told who won.
      expect(claims.filter((claim) => claim.kind === 'taken' && claim.by === winners[0])).toHaveLength(2);
    }
    const [first] = waiting;
    const lines = first ? await readLines(store, first, { after: 0 }) : [];
    expect(lines.filter(({ message: said }) => said.kind === 'notice')).toHaveLength(1);
  },
  doseTimeout(60) * 4,
);
