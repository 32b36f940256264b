import { join } from 'node:path';
import { DatabaseSync } from 'node:sqlite';
import { sql } from 'kysely';
import { describe, expect, test, vi } from 'vitest';
import type { TurnFunction } from '../../src/conversation/turn-contract.ts';
import { silentLogger } from '../../src/logger.ts';
import { ENGINE } from '../store/engine-under-test.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted, textsOf } from './desk-under-test.ts';
import { scriptedTurn } from './scripted-turn.ts';

const coded = (code: string) => expect.objectContaining({ code });

/** Fails the first `times` messages, then does its work. */
function failingTurn(times: number): TurnFunction {
  let left = times;
  return (...input) => {
    left -= 1;
    if (left >= 0) throw new Error('not today');
    return scriptedTurn(...input);
  };
}

describe('a message that cannot be handled', () => {
  test('leaves nothing behind and is handled when it comes again', async () => {
    const desk = openScripted(await openTemporary(), { turn: failingTurn(1) });
    await expect(desk.receive(message('m1', '你好'))).rejects.toThrow(coded('TURN_FAILED'));
    expect(await desk.readTranscript(conversationId('c1'), 0)).toEqual([]);
    const received = await desk.receive(message('m1', '你好'));
    expect(received.repeated).toBe(false);
    expect(textsOf(received)).toEqual(['1: 你好']);
  });

  test('loses its effects with it when it breaks halfway', async () => {
    const store = await openTemporary();
    let broken = true;
    const random = (count: number) => {
      if (broken) throw new Error('power cut while filing');
      return new Uint8Array(count).fill(3);
    };
    const desk = openScripted(store, { random });
    await expect(desk.receive(message('m1', 'file'))).rejects.toThrow(coded('TURN_FAILED'));
    expect(await store.db.selectFrom('requests').selectAll().execute()).toEqual([]);
    broken = false;
    expect(textsOf(await desk.receive(message('m1', 'file')))[1]).toContain('SPB-2026-000001');
  });

  test('is set aside with an apology at the fifth failure, and the conversation goes on', async () => {
    const error = vi.fn();
    const desk = openScripted(await openTemporary(), { logger: { ...silentLogger, error } });
    for (let time = 1; time <= 4; time += 1) {
      await expect(desk.receive(message('m1', 'fail 13812341234'))).rejects.toThrow(coded('TURN_FAILED'));
    }
    const aside = await desk.receive(message('m1', 'fail 13812341234'));
    expect(textsOf(aside)).toEqual(['抱歉，请打办公室：024-1234567']);
    expect(aside.outcome).toMatchObject({ kind: 'none', id: 'set-aside' });
    expect(await desk.receive(message('m1', 'fail 13812341234'))).toEqual({ ...aside, repeated: true });
    expect(textsOf(await desk.receive(message('m2', '你好')))).toEqual(['1: 你好']);
    expect(error).toHaveBeenCalledTimes(5);
    expect(JSON.stringify(error.mock.calls)).not.toContain('13812341234');
  });

  test('counts across restarts: nothing in memory matters', async () => {
    const store = await openTemporary();
    for (let time = 1; time <= 4; time += 1) {
      await expect(openScripted(store).receive(message('m1', 'fail'))).rejects.toThrow(coded('TURN_FAILED'));
    }
    expect(textsOf(await openScripted(store).receive(message('m1', 'fail')))).toHaveLength(1);
  });

  test('is set aside too when the stored state is damaged', async () => {
    const store = await openTemporary();
    const desk = openScripted(store);
    await desk.receive(message('m1', '你好'));
    await store.db
      .updateTable('conversations')
      .set({ state: new Uint8Array(40) })
      .execute();
    for (let time = 1; time <= 4; time += 1) {
      await expect(desk.receive(message('m2', '你好'))).rejects.toThrow(coded('SEALED_BROKEN'));
    }
    expect(textsOf(await desk.receive(message('m2', '你好')))).toEqual(['抱歉，请打办公室：024-1234567']);
  });

  test.runIf(ENGINE === 'sqlite')('is not counted when the database itself is locked', async () => {
    const directory = makeDirectory();
    const store = await openTemporary(directory);
    await sql`pragma busy_timeout = 1`.execute(store.db);
    const other = new DatabaseSync(join(directory, 'desk.db'));
    other.exec('begin immediate');
    for (let time = 1; time <= 6; time += 1) {
      await expect(openScripted(store).receive(message('m1', '你好'))).rejects.toThrow(coded('STORE_FAILED'));
    }
    other.close();
    expect(textsOf(await openScripted(store).receive(message('m1', '你好')))).toEqual(['1: 你好']);
  });

  test('whose effects never end is stopped', async () => {
    const desk = openScripted(await openTemporary());
    await expect(desk.receive(message('m1', 'loop'))).rejects.toThrow(coded('TURN_FAILED'));
  });
});
