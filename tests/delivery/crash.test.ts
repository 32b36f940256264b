import { spawn } from 'node:child_process';
import { once } from 'node:events';
import { join } from 'node:path';
import { describe, expect, test } from 'vitest';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { conversationId, eventOf, message, openScripted } from './desk-under-test.ts';

/** Lets a process file a request and kills it with -9 where it stands still. */
async function killAt(moment: 'midway' | 'stored', directory: string): Promise<void> {
  const child = spawn(process.execPath, [join(import.meta.dirname, 'stalling-desk.ts'), directory, moment], {
    stdio: ['ignore', 'pipe', 'inherit'],
  });
  await once(child.stdout, 'data');
  child.kill('SIGKILL');
  await once(child, 'exit');
}

describe('a desk killed with -9', () => {
  test('halfway of a filing has filed nothing; the message sent again is filed once, with the number it would have had', async () => {
    const directory = makeDirectory();
    await killAt('midway', directory);
    const store = await openTemporary(directory);
    const desk = openScripted(store);
    expect(await desk.readTranscript(conversationId('c1'), 0)).toHaveLength(2);
    expect(await store.db.selectFrom('requests').selectAll().execute()).toEqual([]);
    const received = await desk.receive(message('m2', 'file'));
    expect(received.repeated).toBe(false);
    expect(eventOf(received)).toMatchObject({ kind: 'request_filed', view: { number: 'SPB-2026-000001' } });
  });

  test('after storing but before answering gives the message sent again the stored answer, code included', async () => {
    const directory = makeDirectory();
    await killAt('stored', directory);
    const store = await openTemporary(directory);
    const received = await openScripted(store).receive(message('m2', 'file'));
    expect(received.repeated).toBe(true);
    expect(eventOf(received)).toMatchObject({ kind: 'request_filed', secret: expect.stringMatching(/^\w{8}$/u) });
    expect(await store.db.selectFrom('requests').select('number').execute()).toHaveLength(1);
  });
});
