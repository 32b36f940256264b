import { expect, test } from 'vitest';
import type { TranscriptLine } from '../../src/channel/desk.ts';
import { DeskError } from '../../src/errors.ts';
import type { Store } from '../../src/store/index.ts';
import { openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted } from './desk-under-test.ts';

const textOf = ({ message: said }: TranscriptLine) => (said.kind === 'card' ? said.title : said.text);

/** A store that counts its transactions. */
async function openCounting() {
  const inner = await openTemporary();
  let transactions = 0;
  const transaction: Store['transaction'] = (work) => {
    transactions += 1;
    return inner.transaction(work);
  };
  const store: Store = { ...inner, transaction, together: transaction, ahead: transaction, lightly: transaction };
  return { store, count: () => transactions };
}

test('messages handled together are answered in order with one commit, and followers hear of each', async () => {
  const { store, count } = await openCounting();
  const desk = openScripted(store);
  const heard: string[] = [];
  desk.follow(conversationId('b'), (line) => heard.push(textOf(line)));
  const before = count();
  const together = [message('1', 'one', 'b'), message('2', 'two', 'a'), message('3', 'three', 'b')];
  expect(await desk.receiveTogether(together)).toBe(3);
  expect(count() - before).toBe(1);
  expect(heard).toEqual(['one', '1: one', 'three', '2: three']);
});

test('one that cannot be handled leaves nothing of the others behind', async () => {
  const desk = openScripted(await openTemporary());
  const heard: string[] = [];
  desk.follow(conversationId('a'), (line) => heard.push(textOf(line)));
  expect(await desk.receiveTogether([message('1', 'one', 'a'), message('2', 'fail', 'b')])).toBe(0);
  expect(heard).toEqual([]);
  expect((await desk.receive(message('1', 'one', 'a'))).repeated).toBe(false);
});

test('a short transaction takes as many as fit; the rest comes after', async () => {
  let at = 0;
  const now = () => {
    at += 10;
    return new Date(at);
  };
  const desk = openScripted(await openTemporary(), { now });
  const many = Array.from({ length: 20 }, (_, index) => message(`${index}`, `text ${index}`));
  const done = await desk.receiveTogether(many);
  expect(done).toBeGreaterThan(0);
  expect(done).toBeLessThan(20);
  expect((await desk.receive(message('0', 'text 0'))).repeated).toBe(true);
  expect((await desk.receive(message('19', 'text 19'))).repeated).toBe(false);
});

test('a closing desk takes none', async () => {
  const desk = openScripted(await openTemporary());
  await desk.drain();
  await expect(desk.receiveTogether([message('1', 'one')])).rejects.toThrow(DeskError);
});
