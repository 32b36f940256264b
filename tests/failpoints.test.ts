import { expect, onTestFinished, test } from 'vitest';
import { armFailpoints, betweenPoints, FAILPOINTS } from '../src/failpoints.ts';

test('work passes the point before it and, when it succeeded, the one after it', async () => {
  const passed: string[] = [];
  armFailpoints((name) => void passed.push(name));
  onTestFinished(() => armFailpoints(undefined));
  expect(await betweenPoints('send.call', async () => 'done')).toBe('done');
  await expect(betweenPoints('spool.append', () => Promise.reject(new Error('full')))).rejects.toThrow('full');
  expect(passed).toEqual(['send.call.before', 'send.call.after', 'spool.append.before']);
  expect(FAILPOINTS).toEqual(expect.arrayContaining(passed));
});

test('unarmed, nothing happens but the work', async () => {
  expect(await betweenPoints('send.call', async () => 'done')).toBe('done');
});
