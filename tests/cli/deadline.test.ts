import { join } from 'node:path';
import { PassThrough } from 'node:stream';
import { text } from 'node:stream/consumers';
import { describe, expect, it } from 'vitest';
import type { CliContext } from '../../src/cli/context.ts';
import { buildProgram } from '../../src/cli/program.ts';
import { readConfig } from '../../src/config.ts';
import { loadMessages, say } from '../../src/messages.ts';
import { NOW } from '../store/now.ts';

const messages = loadMessages(join(import.meta.dirname, '../../messages'));

/** What `desk deadline` writes for these flags and lines. */
async function runDeadline(flags: readonly string[], lines: readonly string[] = []): Promise<string> {
  const output = new PassThrough();
  const input = new PassThrough();
  input.end(lines.map((line) => `${line}\n`).join(''));
  const context: CliContext = {
    config: () => readConfig({}),
    otherSettings: () => ({}),
    messages: () => messages,
    say: (key, values) => say(messages, 'zh-CN', key, values),
    input,
    output,
    errors: new PassThrough(),
    now: () => NOW,
    channels: {} as CliContext['channels'],
    setExitCode() {},
  };
  const program = await buildProgram(context, 'deadline');
  await program.parseAsync(['deadline', ...flags], { from: 'user' });
  output.end();
  return text(output);
}

/** Replies to the lines, one by one. */
async function ask(...queries: readonly unknown[]): Promise<Record<string, unknown>[]> {
  const lines = queries.map((query) => (typeof query === 'string' ? query : JSON.stringify(query)));
  const written = await runDeadline(['--json'], lines);
  return written
    .trimEnd()
    .split('\n')
    .map((line) => JSON.parse(line));
}

describe('a line asking for a deadline', () => {
  it('comes back with the date and every day of the count', async () => {
    const [reply] = await ask({ id: 'a', received: '2026-02-13', days: 2, rule: '2019', pauses: [] });
    expect(reply).toMatchObject({ id: 'a', received: '2026-02-13', days: 2, rule: '2019', due: '2026-02-24' });
    expect(reply?.provisional).toBe(false);
    expect(reply?.explanation).toHaveLength(11);
    expect(reply?.explanation).toMatchObject({
      0: { day: '2026-02-14', counted: 1, why: 'make_up', holiday: '春节' },
      1: { day: '2026-02-15', counted: null, why: 'holiday', holiday: '春节' },
      10: { day: '2026-02-24', counted: 2, why: 'weekday', holiday: null },
    });
  });

  it.each([
    [
      { received: '2026-02-10', rule: '2019' },
      { days: 20, rule: '2019', due: '2026-03-16' },
    ],
    [
      { received: '2026-02-10', rule: 711 },
      { days: 20, rule: '2019', due: '2026-03-16' },
    ],
    [
      { received: '2019-05-15', rule: '2007' },
      { days: 15, rule: '2007', due: '2019-06-05' },
    ],
    [{ received: '2019-05-15' }, { days: 20, rule: '2019', due: '2019-06-13' }],
    [{ received: '2019-05-14' }, { days: 15, rule: '2007', due: '2019-06-04' }],
    [
      { received: '2019-05-14', days: 7 },
      { days: 7, rule: null, due: '2019-05-23' },
    ],
  ])('takes the days from the rule, or the rule in force: %j', async (query, expected) => {
    expect(await ask(query)).toMatchObject([expected]);
  });

  it('leaves out pauses, and says when a date is an estimate', async () => {
    const pauses = [{ from: '2026-03-02', to: '2026-03-06' }];
    const replies = await ask({ received: '2026-02-10', pauses }, { received: '2026-12-10', days: 20 });
    expect(replies).toMatchObject([
      { due: '2026-03-23', provisional: false, pauses },
      { due: '2027-01-08', provisional: true },
    ]);
  });

  it('is answered in its place with what is wrong, and the next one as if nothing had been', async () => {
    const bad: readonly (readonly [unknown, string])[] = [
      ['{"received":', 'JSON'],
      ['null', 'JSON'],
      ['[1]', 'JSON'],
      [{}, 'received'],
      [{ received: '2026-02-30' }, 'received'],
      [{ received: '9999-12-31' }, 'received'],
      [{ received: '2026-02-10', days: -1 }, 'days'],
      [{ received: '2026-02-10', days: 1.5 }, 'days'],
      [{ received: '2026-02-10', days: 1e9 }, 'days'],
      [{ received: '2026-02-10', rule: 'toString' }, 'rule'],
      [{ received: '2026-02-10', pauses: [{ from: '2026-03-02', to: '2026-03-01' }] }, 'pauses.0'],
      [{ received: '2026-02-10', pauses: [{ from: '2026-03-02' }] }, 'pauses.0.to'],
      [{ received: '2026-02-10', pause: [] }, 'pause'],
    ];
    const good = { received: '2026-02-10' };
    const replies = await ask(...bad.map(([query]) => query), good);
    expect(replies).toHaveLength(bad.length + 1);
    expect(replies.at(-1)).toMatchObject({ due: '2026-03-16' });
    for (const [index, [, named]] of bad.entries()) {
      expect(replies[index]).toMatchObject({
        error: { code: 'INPUT_INVALID', message: expect.stringContaining(named), hint: expect.stringMatching(/./u) },
      });
    }
  });
});

describe('a deadline asked for with flags', () => {
  it('is written for people, line by line', async () => {
    expect(await runDeadline(['--received', '2026-02-10', '--days', '20'])).toBe(
      [
        '最晚答复：2026年3月16日星期一',
        '  2026年2月10日收到，当天不算，从第二天数起；第1个工作日是2月11日。',
        '  周末不算，路上有5天。',
        '  春节放假不算：2月15日至2月23日。',
        '  调休补班的周末照算工作日：2月14日和2月28日。',
        '  数到第20个工作日，是2026年3月16日星期一。',
        '',
      ].join('\n'),
    );
  });

  it('names the pauses felt on the way, and no other', async () => {
    const pauses = ['--pause', '2026-03-02..2026-03-06', '--pause', '2026-05-06'];
    const written = await runDeadline(['--received', '2026-02-10', ...pauses]);
    expect(written).toContain('不计入期限的时间：3月2日至3月6日。');
    expect(written).toContain('2026年3月23日');
  });

  it('says whose holidays are missing when it is an estimate', async () => {
    expect(await runDeadline(['--received', '2026-12-01'])).toContain('2027年的放假安排还没公布');
    expect(await runDeadline(['--received', '2026-12-20'])).toContain('（先估算）');
  });

  it('ends with an error and its mend when a flag does not hold', async () => {
    await expect(runDeadline(['--received', '昨天'])).rejects.toMatchObject({ code: 'INPUT_INVALID', exitCode: 64 });
    await expect(runDeadline(['--received', '2026-02-10', '--days', 'x'])).rejects.toMatchObject({
      hint: expect.stringContaining('YYYY-MM-DD'),
    });
  });
});
