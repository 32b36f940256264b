import { expect, test } from 'vitest';
import { addDays, type Day } from '../../src/day.ts';
import { readYear } from '../../src/desk/reports/index.ts';
import type { CaseEvent } from '../../src/requests/index.ts';
import { appendRequestEvent, type Executor, insertRequest } from '../../src/store/index.ts';
import { readRelease } from '../documents/filed.ts';
import { dose, doseTimeout } from '../dose.ts';
import { openTemporary } from '../store/temporary-store.ts';

const YEAR = 2026;
const KINDS = ['person', 'business', 'research', 'welfare', 'legal_service', 'other'] as const;
/** Outcomes of 711号令 with the words of the row of table 三 that counts them. */
const ENDS = [
  ['A1', '予以公开'],
  ['A2', '予以公开'],
  ['A4', '本机关不掌握'],
  ['A6', '重复申请'],
  ['A7', '行政查询事项'],
  ['B1', '部分公开'],
  ['B2', '另行制作'],
  ['B3', '信访举报投诉'],
] as const;
/** How many cases: 5,000 of them with DESK_TEST_DOSE=5000. */
const CASES = dose(60);

interface Made {
  readonly number: string;
  readonly kind: (typeof KINDS)[number];
  readonly receivedOn: Day;
  readonly endedOn: Day | null;
  readonly row: string;
}

/** Cases from October of the year before to the end of the year; every ninth is still open. */
function makeCase(index: number): Made {
  const receivedOn = addDays(`${YEAR - 1}-10-01` as Day, (index * 37) % 457);
  const open = index % 9 === 4;
  return {
    number: `SPB-${receivedOn.slice(0, 4)}-${String(index).padStart(6, '0')}`,
    kind: KINDS[(index * 5) % 6] ?? 'person',
    receivedOn,
    endedOn: open ? null : addDays(receivedOn, index % 23),
    row: ENDS[(index * 3) % ENDS.length]?.[1] ?? '',
  };
}

async function putCase(executor: Executor, made: Made, index: number): Promise<void> {
  const { number, receivedOn, endedOn, kind } = made;
  const at = new Date(`${receivedOn}T02:00:00Z`);
  const draft = { id: number, applicant: kind === 'person' ? 'person' : 'organisation', name: '张三' } as const;
  const key = { channel: 'web', conversation: number };
  await insertRequest(executor, key, { number, draft, secretHash: 'x', filedOn: receivedOn, at });
  const steps: [string, Day, Record<string, string>][] = [
    ['received', receivedOn, { receivedOn }],
    ['registered', receivedOn, { applicantKind: kind }],
    ...(endedOn
      ? ([
          ['drafted', endedOn, { outcome: ENDS[(index * 3) % ENDS.length]?.[0] ?? '' }],
          ['delivered', endedOn, { deliveredOn: endedOn }],
        ] as [string, Day, Record<string, string>][])
      : []),
  ];
  for (const [place, [name, on, fields]] of steps.entries()) {
    const event: CaseEvent = { seq: place + 1, kind: name, on, by: 'staff:1', role: 'registrar', fields };
    await appendRequestEvent(executor, number, event, at);
  }
}

test('the report of a synthetic year adds up, equals an independent count, and takes the processor less than five seconds', {
  timeout: doseTimeout(60) * 2,
}, async () => {
  const store = await openTemporary();
  const cases = Array.from({ length: CASES }, (_, index) => makeCase(index));
  await store.transaction(async (executor) => {
    for (const [index, made] of cases.entries()) await putCase(executor, made, index);
  });
  const { base } = readRelease();
  // Time of the processor: what else the machine does is no slowness of the report.
  const started = process.cpuUsage();
  const read = await readYear(store, base, YEAR, `${YEAR}-12-31` as Day);
  const { user, system } = process.cpuUsage(started);
  const took = (user + system) / 1000;
  if (!read) throw new Error('there is no text for the report');
  const { 三 } = read.report.tables;
  const count = (label: RegExp, column = 6) => 三.values[三.rows.findIndex((row) => label.test(row))]?.[column];
  const inYear = (day: Day | null) => day?.startsWith(`${YEAR}-`) ?? false;
  const late = (day: Day | null) => day === null || day > `${YEAR}-12-31`;
  const many = (match: (made: Made) => boolean) => cases.filter(match).length;

  expect(read.report.check).toMatchObject({ ok: true, problems: [] });
  expect(count(/^一、/u)).toBe(many(({ receivedOn }) => inYear(receivedOn)));
  expect(count(/^二、/u)).toBe(
    many(({ receivedOn, endedOn }) => !inYear(receivedOn) && (endedOn === null || endedOn >= `${YEAR}-01-01`)),
  );
  expect(count(/^（七）/u)).toBe(many(({ endedOn }) => inYear(endedOn)));
  expect(count(/^四、/u)).toBe(many(({ endedOn }) => late(endedOn)));
  for (const row of new Set(ENDS.map(([, each]) => each)))
    expect([row, count(new RegExp(row, 'u'))]).toEqual([row, many((made) => made.row === row && inYear(made.endedOn))]);
  for (const [column, kind] of KINDS.entries())
    expect([kind, count(/^一、/u, column)]).toEqual([
      kind,
      many((made) => made.kind === kind && inYear(made.receivedOn)),
    ]);
  process.stdout.write(`${CASES} cases: ${Math.round(took)} ms\n`);
  expect(took).toBeLessThan(5000);
});
