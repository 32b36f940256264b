import { describe, expect, test, vi } from 'vitest';
import { silentLogger } from '../../src/logger.ts';
import { makeDirectory, openTemporary } from '../store/temporary-store.ts';
import { conversationId, message, openScripted, textsOf } from './desk-under-test.ts';

const coded = (code: string) => expect.objectContaining({ code });

describe('a message', () => {
  test('is answered, remembered and put into the transcript with personal numbers masked', async () => {
    const desk = openScripted(await openTemporary());
    const received = await desk.receive(message('m1', '电话13812341234'));
    expect(received).toMatchObject({ repeated: false, outcome: { kind: 'help', id: 'scripted' } });
    expect(textsOf(received)).toEqual(['1: 电话13812341234']);
    expect(textsOf(await desk.receive(message('m2', '你好')))).toEqual(['2: 你好']);
    const transcript = await desk.readTranscript(conversationId('c1'), 0);
    expect(transcript.map((line) => [line.seq, line.from, line.message.kind === 'text' && line.message.text])).toEqual([
      [1, 'citizen', '电话138****1234'],
      [2, 'desk', '1: 电话13812341234'],
      [3, 'citizen', '你好'],
      [4, 'desk', '2: 你好'],
    ]);
    expect(await desk.readTranscript(conversationId('c1'), 3)).toEqual(transcript.slice(3));
  });

  test('sent again gets the same lines, and nothing is done twice', async () => {
    const desk = openScripted(await openTemporary());
    const first = await desk.receive(message('m1', '你好'));
    await desk.receive(message('m2', '再问'));
    expect(await desk.receive(message('m1', '你好'))).toEqual({ ...first, repeated: true });
    expect(await desk.readTranscript(conversationId('c1'), 0)).toHaveLength(4);
  });

  test('delivered twice at once is handled once', async () => {
    const desk = openScripted(await openTemporary());
    const [one, two] = await Promise.all([desk.receive(message('m1', '你好')), desk.receive(message('m1', '你好'))]);
    expect(two).toEqual({ ...one, repeated: true });
    expect(await desk.readTranscript(conversationId('c1'), 0)).toHaveLength(2);
  });

  test('sent again after a restart gets the same lines', async () => {
    const directory = makeDirectory();
    const before = await openTemporary(directory);
    const first = await openScripted(before).receive(message('m1', '你好'));
    const after = openScripted(await openTemporary(directory));
    expect(await after.receive(message('m1', '你好'))).toEqual({ ...first, repeated: true });
    expect(textsOf(await after.receive(message('m2', '接着说')))).toEqual(['2: 接着说']);
  });

  test('of the same id in another conversation is another message', async () => {
    const desk = openScripted(await openTemporary());
    await desk.receive(message('m1', '你好', 'c1'));
    expect(await desk.receive(message('m1', '您好', 'c2'))).toMatchObject({ repeated: false });
  });

  test('by a button shows its label, even of an older reply', async () => {
    const desk = openScripted(await openTemporary());
    await desk.receive(message('m1', 'offer'));
    await desk.receive(message('m2', { kind: 'choice', value: 'help' }));
    await desk.receive(message('m3', { kind: 'choice', value: 'help' }));
    await desk.receive(message('m4', { kind: 'choice', value: 'forged' }));
    const said = (await desk.readTranscript(conversationId('c1'), 0)).filter((line) => line.from === 'citizen');
    expect(said.map((line) => line.message)).toMatchObject([
      { text: 'offer' },
      { text: '帮助' },
      { text: '帮助' },
      { text: '…' },
    ]);
  });

  test.each([
    '',
    '\u0000',
    '\ud800',
    '\u202e\u200b',
    '__proto__',
    "'; drop table lines; --",
    '<b>x</b>',
    '长'.repeat(10_000),
  ])('saying %j is stored and read back', async (text) => {
    const desk = openScripted(await openTemporary());
    expect(textsOf(await desk.receive(message('m1', text)))).toEqual([`1: ${text}`]);
    expect(await desk.readTranscript(conversationId('c1'), 1)).toMatchObject([{ message: { text: `1: ${text}` } }]);
  });
});

describe('conversations', () => {
  test('answer in the order messages came', async () => {
    const desk = openScripted(await openTemporary());
    const sent = Array.from({ length: 20 }, (_, index) => desk.receive(message(`m${index}`, `${index}`)));
    const texts = (await Promise.all(sent)).flatMap(textsOf);
    expect(texts).toEqual(Array.from({ length: 20 }, (_, index) => `${index + 1}: ${index}`));
  });

  test('do not wait for a failed message before them', async () => {
    const desk = openScripted(await openTemporary());
    const [failed, next] = await Promise.allSettled([
      desk.receive(message('m1', 'fail')),
      desk.receive(message('m2', '你好')),
    ]);
    expect(failed.status).toBe('rejected');
    expect(next).toMatchObject({ status: 'fulfilled', value: { repeated: false } });
  });

  test('of one channel do not exist for another, even by the same name', async () => {
    const store = await openTemporary();
    const [terminal, web] = [openScripted(store, { channel: 'terminal' }), openScripted(store)];
    await terminal.receive(message('m1', '你好', 'terminal-me', 'terminal'));
    expect(await web.readTranscript(conversationId('terminal-me'), 0)).toEqual([]);
    expect(textsOf(await web.receive(message('m1', '您好', 'terminal-me')))).toEqual(['1: 您好']);
    await expect(web.receive(message('m2', '您好', 'c1', 'terminal'))).rejects.toThrow(coded('INPUT_INVALID'));
  });
});

describe('followers', () => {
  test('hear every line once it is stored, until they leave', async () => {
    const desk = openScripted(await openTemporary());
    const heard: string[] = [];
    const unfollow = desk.follow(conversationId('c1'), (line) => heard.push(`${line.seq} ${line.from}`));
    await desk.receive(message('m1', '你好'));
    await desk.receive(message('m1', '你好'));
    await desk.receive(message('m9', '别人', 'c2'));
    unfollow();
    await desk.receive(message('m2', '再见'));
    expect(heard).toEqual(['1 citizen', '2 desk']);
  });

  test('hear what another process stored, in its place before what this one stores, and each line once', async () => {
    const directory = makeDirectory();
    const [here, elsewhere] = [
      openScripted(await openTemporary(directory)),
      openScripted(await openTemporary(directory)),
    ];
    const heard: number[] = [];
    here.follow(conversationId('c1'), (line) => heard.push(line.seq));
    await here.readTranscript(conversationId('c1'), 0);
    await elsewhere.receive(message('m1', '别处写的'));
    await here.catchUp();
    expect(heard).toEqual([1, 2]);
    await elsewhere.receive(message('m2', '别处又写'));
    await here.receive(message('m3', '这里写的'));
    await here.catchUp();
    expect(heard).toEqual([1, 2, 3, 4, 5, 6]);
  });

  test('who come later than others take nothing away from them', async () => {
    const directory = makeDirectory();
    const [here, elsewhere] = [
      openScripted(await openTemporary(directory)),
      openScripted(await openTemporary(directory)),
    ];
    const heard: Record<string, number[]> = { first: [], second: [] };
    here.follow(conversationId('c1'), (line) => heard.first?.push(line.seq));
    await here.readTranscript(conversationId('c1'), 0);
    await elsewhere.receive(message('m1', '别处写的'));
    here.follow(conversationId('c1'), (line) => heard.second?.push(line.seq));
    expect(await here.readTranscript(conversationId('c1'), 0)).toHaveLength(2);
    expect(heard.first).toEqual([1, 2]);
    await here.readTranscript(conversationId('c1'), 99);
    await here.receive(message('m2', '这里写的'));
    expect(heard.first).toEqual([1, 2, 3, 4]);
  });

  test('that fail disturb nobody', async () => {
    const error = vi.fn();
    const desk = openScripted(await openTemporary(), { logger: { ...silentLogger, error } });
    const heard: number[] = [];
    desk.follow(conversationId('c1'), () => {
      throw new Error('gone');
    });
    desk.follow(conversationId('c1'), (line) => heard.push(line.seq));
    await desk.receive(message('m1', '你好'));
    expect(heard).toEqual([1, 2]);
    expect(error).toHaveBeenCalledTimes(2);
  });
});

describe('closing', () => {
  test('finishes what is in hand and takes nothing more', async () => {
    const desk = openScripted(await openTemporary());
    const inHand = desk.receive(message('m1', '你好'));
    const drained = desk.drain();
    await expect(desk.receive(message('m2', '还有'))).rejects.toThrow(coded('STOPPING'));
    await drained;
    expect(await desk.readTranscript(conversationId('c1'), 0)).toHaveLength(2);
    expect(await inHand).toMatchObject({ repeated: false });
  });
});
