import { text } from 'node:stream/consumers';
import { expect, test } from 'vitest';
import { buildProgram } from '../../src/cli/program.ts';
import { makeDirectory } from '../store/temporary-store.ts';
import { openContext } from './open-context.ts';

test('`doctor` names a room of the staff and a channel that are set up by half, with what each lacks', async () => {
  const settings = { STAFF_TOKEN: 'a', PLAIN_TOKEN: 'b', BROKEN_KEY: 'c' };
  const { context, output } = openContext(makeDirectory(), settings);
  const codes: number[] = [];
  const own = { ...context, setExitCode: (code: number) => void codes.push(code) };
  await (await buildProgram(own, 'doctor')).parseAsync(['node', 'desk', 'doctor']);
  output.end();
  const said = await text(output);
  expect(said).toMatch(/✗ doctor\.room_missing\n.*doctor\.channel_missing_mend STAFF_KEY/u);
  expect(said).toMatch(/✗ doctor\.channel_missing broken\n.*doctor\.channel_missing_mend BROKEN_TOKEN/u);
  expect(said).not.toContain('channel_missing plain');
  expect(codes).toEqual([1]);
});
