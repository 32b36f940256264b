import { describe, expect, test } from 'vitest';
import type { Endpoint } from '../../../src/desk/api/endpoint.ts';
import { ENDPOINTS } from '../../../src/desk/api/endpoints.ts';
import type { Cell } from '../../../src/desk/rights/describe-matrix.ts';
import { doseTimeout } from '../../dose.ts';
import { pickNaughtyStrings } from '../../naughty-strings.ts';
import { cells, enter, fillPath, isGranted, isPossible, type Opened, STEPS, useOpened } from './matrix-cells.ts';
import { call } from './open-office.ts';
import { putSubject } from './put-subject.ts';
import { bodyFor } from './sample-bodies.ts';

/** Each field is given every so many of the strings picked, unless a dose is asked for. */
const EVERY = process.env.DESK_TEST_DOSE ? 1 : 20;
/** What no list of strings holds in a file: a zero, which PostgreSQL keeps in no text, and half a character. */
const UNWRITABLE = ['nul \u0000 here', 'half \ud800 here'];
const strings = [...pickNaughtyStrings(), 'a\nb\r\nc', ''];

type Path = readonly (string | number)[];

/** Where texts stand in a body. */
function findTexts(value: unknown, at: Path = []): Path[] {
  if (typeof value === 'string') return [at];
  if (typeof value !== 'object' || value === null) return [];
  return Object.entries(value).flatMap(([name, inner]) => findTexts(inner, [...at, name]));
}

function replaceAt(value: unknown, [name, ...rest]: Path, text: string): unknown {
  if (name === undefined) return text;
  const copy: Record<string, unknown> | unknown[] = Array.isArray(value) ? [...value] : { ...(value as object) };
  (copy as Record<string, unknown>)[name] = replaceAt((copy as Record<string, unknown>)[name], rest, text);
  return copy;
}

/** Somebody and something with which the endpoint works. */
function findCell({ action }: Endpoint): Cell {
  const all = cells.filter((cell) => cell.action === action && isPossible(cell) && isGranted(cell));
  const [first] = all.toSorted((one, other) => Number(STEPS.has(one.party)) - Number(STEPS.has(other.party)));
  if (!first) throw new Error(`nobody may ${action}`);
  return first;
}

interface Said {
  readonly body?: unknown;
  readonly query?: string;
  readonly params?: Readonly<Record<string, string>>;
}

async function say({ office, other }: Opened, endpoint: Endpoint, cell: Cell, { body, query = '', params }: Said) {
  const browser = await enter(office, cell.party);
  const found = await putSubject(office, cell, cell.own ? (browser?.staff.id ?? other.id) : other.id);
  const path = fillPath(endpoint, { ...found, ...params });
  return call(office, browser, endpoint.method, path + query, body === undefined ? {} : { body });
}

/** Everything the texts of an endpoint can be said with: one of them naughty, the others as they should be. */
function listSaid(endpoint: Endpoint, colleague: number, at: number): [where: string, said: Said][] {
  const texts = (skip: number) => [...strings.filter((_, index) => (index + skip + at) % EVERY === 0), ...UNWRITABLE];
  const body = endpoint.body ? bodyFor(endpoint.action, colleague) : undefined;
  const shape = (schema: Endpoint['params']) => Object.keys(schema?.shape ?? {});
  return [
    ...findTexts(body).flatMap((path, skip) =>
      texts(skip).map((text): [string, Said] => [path.join('.'), { body: replaceAt(body, path, text) }]),
    ),
    ...shape(endpoint.query).flatMap((name, skip) =>
      texts(skip).map((text): [string, Said] => [name, { body, query: `?${new URLSearchParams({ [name]: text })}` }]),
    ),
    ...shape(endpoint.params).flatMap((name, skip) =>
      texts(skip)
        // Half a character cannot be written in a path, and dots lead elsewhere in it.
        .filter((text) => text.isWellFormed() && !/^\.{0,2}$/u.test(text))
        .map((text): [string, Said] => [name, { body, params: { [name]: text } }]),
    ),
  ];
}

describe('texts known to break programs, in every field staff can fill in', () => {
  const opened = useOpened();

  test.each(ENDPOINTS.map((endpoint, at) => [`${endpoint.method} ${endpoint.path}`, endpoint, at] as const))(
    '%s takes them, or says what is wrong',
    { timeout: doseTimeout(60) },
    async (_, endpoint, at) => {
      const cell = findCell(endpoint);
      const wrong: string[] = [];
      for (const [where, said] of listSaid(endpoint, opened().other.id, at)) {
        const answer = await say(opened(), endpoint, cell, said);
        if (answer.statusCode >= 500) wrong.push(`${where}: ${JSON.stringify(said)} → ${answer.statusCode}`);
      }
      expect(wrong.slice(0, 5)).toEqual([]);
    },
  );

  test.each(
    ENDPOINTS.filter(({ method, params }) => method === 'GET' && params === undefined).map(
      (endpoint) => [endpoint.path, endpoint] as const,
    ),
  )('what was taken can be listed: %s', async (_, endpoint) => {
    const answer = await say(opened(), endpoint, findCell(endpoint), {});
    expect(answer.statusCode).toBeLessThan(500);
  });
});
