import { readFileSync } from 'node:fs';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../src/desk/api/endpoint.ts';
import { ENDPOINTS } from '../../../src/desk/api/endpoints.ts';
import { type Cell, describeMatrix } from '../../../src/desk/rights/describe-matrix.ts';
import { ACTIONS, type Action, MATRIX, PARTIES } from '../../../src/desk/rights/index.ts';
import { ROOT } from '../../architecture/imports.ts';
import { dose } from '../../dose.ts';
import { cells, enter, fillPath, isGranted, isPossible, type Opened, STEPS, useOpened } from './matrix-cells.ts';
import { call } from './open-office.ts';
import { putSubject } from './put-subject.ts';
import { bodyFor } from './sample-bodies.ts';

/** How many of the cells of requests are run: every fourth, or all of the some 6,000 with DESK_TEST_DOSE=6000. */
const EVERY = dose(1) >= 6000 ? 1 : 4;

/** Requests have so many states that their cells are most of all; which are left out changes from party to party. */
function isRun(cell: Cell, index: number): boolean {
  return (
    ACTIONS[cell.action] !== 'request' ||
    (Math.floor(index / PARTIES.length) + PARTIES.indexOf(cell.party)) % EVERY === 0
  );
}

/** Runs one cell over HTTP; says what was wrong with it, if anything. */
async function runCell({ office, other, browsers }: Opened, endpoint: Endpoint, cell: Cell): Promise<string[]> {
  const may = isGranted(cell);
  // What is done may end the session or use up the thing: granted cells get their own.
  const browser = may ? await enter(office, cell.party) : browsers.get(cell.party);
  const params = await putSubject(office, cell, cell.own ? (browser?.staff.id ?? other.id) : other.id);
  const path = fillPath(endpoint, params);
  const body = endpoint.body ? { body: bodyFor(cell.action, other.id) } : {};
  const answer = await call(office, browser, endpoint.method, path, body);
  const known = STEPS.has(cell.party) ? [401] : [403, 404];
  const refused = [401, 403, 404].includes(answer.statusCode) || answer.statusCode >= 500;
  const says = `${JSON.stringify(cell)} → ${answer.statusCode} ${answer.body.slice(0, 120)}`;
  if (may) return refused && !isOwnRefusal(cell.action, answer.statusCode) ? [`should work: ${says}`] : [];
  const silent = Object.keys(answer.json()).join() === 'error' && !('fields' in answer.json().error);
  return known.includes(answer.statusCode) && silent ? [] : [`should be refused: ${says}`];
}

/** Signing in with a wrong code is refused as such; that the question was taken is what counts. */
function isOwnRefusal(action: Action, status: number): boolean {
  return (action === 'session.code' || action === 'session.enrol') && status === 401;
}

describe('every cell of the matrix, over HTTP', () => {
  const opened = useOpened();
  let ran = 0;

  test.each(ENDPOINTS.map((endpoint) => [`${endpoint.method} ${endpoint.path}`, endpoint] as const))(
    '%s',
    async (_, endpoint) => {
      const wrong: string[] = [];
      const its = cells.filter((each) => each.action === endpoint.action && isPossible(each));
      for (const cell of its.filter(isRun)) {
        wrong.push(...(await runCell(opened(), endpoint, cell)));
        ran += 1;
      }
      expect(wrong).toEqual([]);
    },
  );

  test('was asked of enough of them', ({ annotate }) => {
    expect(ran).toBeGreaterThan(EVERY === 1 ? 10_000 : 4000);
    return annotate(`${ran} cells`);
  });
});

describe('the matrix', () => {
  test('has rows for every action, and every action is some route’s', () => {
    const actions = Object.keys(ACTIONS) as Action[];
    expect(actions.filter((action) => !MATRIX.some(({ may }) => may.includes(action)))).toEqual([]);
    const served = new Set<Action>([...ENDPOINTS.map(({ action }) => action), 'api.describe', 'events.follow']);
    expect(actions.filter((action) => !served.has(action))).toEqual([]);
  });

  test('changes only together with the page that people read', () => {
    expect(readFileSync(join(ROOT, 'docs/rights.md'), 'utf8')).toContain(describeMatrix());
  });

  test('lets the administrator at nothing a citizen said or filed', () => {
    const touching = cells.filter(
      ({ action, party }) =>
        party === 'administrator' && /^(?:answer|conversation|request|undelivered|case)\b/u.test(action),
    );
    expect(touching.length).toBeGreaterThan(20);
    expect(touching.filter((cell) => isGranted(cell))).toEqual([]);
  });

  test('lets nobody change their own rights', () => {
    const own = cells.filter(({ action, own }) => own && /^account\.(?:rights|reset|disable|enable)$/u.test(action));
    expect(own.filter((cell) => isGranted(cell))).toEqual([]);
  });

  test('lets those who have not signed in completely at nothing but that', () => {
    const early = cells.filter(({ party }) => STEPS.has(party));
    expect(cells.some(isGranted)).toBe(true);
    const open = early.filter((cell) => isGranted(cell)).map(({ action }) => action);
    expect([...new Set(open)].filter((action) => !/^(?:session\.|api\.describe)/u.test(action))).toEqual([]);
  });
});
