import { afterEach, beforeAll, describe, expect, test } from 'vitest';
import type { TranscriptLine } from '../../src/channel/desk.ts';
import type { ConversationId, MessageId, OutMessage } from '../../src/channel/message.ts';
import { renderPlain } from '../../src/channel/render-plain.ts';
import type { Release } from '../../src/conversation/release.ts';
import type { ConversationState } from '../../src/conversation/state.ts';
import { turn } from '../../src/conversation/turn.ts';
import { createDesk } from '../../src/delivery/index.ts';
import { silentLogger } from '../../src/logger.ts';
import { loadState, readLines, type Store } from '../../src/store/index.ts';
import { openRelease } from '../conversation/converse.ts';
import { seededRandom } from '../delivery/desk-under-test.ts';
import { ANSWERS } from '../delivery/filing-answers.ts';
import { CHANNELS } from './all-channels.ts';
import type { ChannelUnderTest, OpenChannel, ShownMessage } from './harness.ts';

const PAGE = { channel: 'web', conversation: 'form-page' as ConversationId };
const PAGE_URL = 'https://desk.example/';

/** A place where the person talks: the channel, or the form page a link leads to. */
interface Place {
  readonly say: (text: string) => Promise<void>;
  readonly state: () => Promise<ConversationState>;
}

let release: Release;
beforeAll(() => {
  release = openRelease();
});

const wordsOnly = (text: string) => text.replaceAll(/[^\p{L}\p{N}]+/gu, '');
const plain = (message: OutMessage) => renderPlain(message, { sources: '依据' });
/** What a person sees, buttons read out as the list they are. */
const readOut = ({ text, choices }: ShownMessage) =>
  [text, ...choices.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n');

/** Offered on some channels only: the way to the form page, and to leave a contact, which no channel abroad asks for. */
const NOT_EVERYWHERE: ReadonlySet<string> = new Set(['hand-over', 'leave/contact']);

function isOfHandOver({ message }: TranscriptLine): boolean {
  return /hand-over=|从您的聊天里带过来|您在网页上填的申请已经提交/u.test(plain(message));
}

/** A message without what only some channels offer. */
function withoutLocalOffers({ message }: TranscriptLine): OutMessage {
  if (message.kind === 'notice' || !message.choices) return message;
  return { ...message, choices: message.choices.filter(({ value }) => !NOT_EVERYWHERE.has(value)) };
}

async function stateOf(store: Store, key: { channel: string; conversation: ConversationId }) {
  const state = await loadState(store, key);
  if (!state) throw new Error('nothing was said yet');
  return state;
}

/** Speaks through the channel as a person does: typing, and tapping what is offered. */
function speakThrough(channel: OpenChannel, key: { channel: string; conversation: ConversationId }): Place {
  let count = 0;
  const state = () => stateOf(channel.store, key);
  return {
    state,
    async say(said) {
      count += 1;
      const about = { id: `${count}`, chat: 'first' } as const;
      const value = said.slice(1);
      const offered = said.startsWith('/') ? (await state()).choices : [];
      const number = offered.findIndex((choice) => choice.value === value) + 1;
      if (said.startsWith('/') && number === 0) throw new Error(`${value} is not offered`);
      const label = offered[number - 1]?.label ?? '';
      await channel.say(
        number > 0 ? { kind: 'choice', ...about, value, label, number } : { kind: 'text', ...about, text: said },
      );
      // Rates of the platforms leave room for the rest of a long reply.
      for (let pause = 0; pause < 5; pause += 1) {
        channel.forward(2000);
        await channel.settle();
      }
    },
  };
}

function speakOnPage(store: Store): Place {
  let count = 0;
  const desk = createDesk({
    store,
    channel: PAGE.channel,
    turn,
    release: () => release,
    now: () => new Date('2026-11-23T04:05:00Z'),
    random: seededRandom('page'),
    logger: silentLogger,
  });
  return {
    state: () => stateOf(store, PAGE),
    async say(said) {
      count += 1;
      const body = said.startsWith('/')
        ? ({ kind: 'choice', value: said.slice(1) } as const)
        : ({ kind: 'text', text: said } as const);
      await desk.receive({ id: `p${count}` as MessageId, ...PAGE, body });
    },
  };
}

/** Answers what the form asks until it asks nothing more, or goes on elsewhere. */
async function fillIn({ say, state }: Place): Promise<void> {
  for (let { form } = await state(); form && !form.paused && form.step !== 'review'; { form } = await state())
    await say(ANSWERS[form.step] ?? `no answer to ${form.step}`);
}

async function converse(channel: OpenChannel, name: string): Promise<readonly TranscriptLine[]> {
  const key = { channel: name, conversation: channel.conversation('first') };
  const read = async (from: typeof key) =>
    (await readLines(channel.store, from, { after: 0 })).filter((line) => line.from === 'desk');
  const chat = speakThrough(channel, key);
  for (const question of ['公开申请多久答复', '2017年收到多少件申请', '大连的社保该找谁', '我要申请公开'])
    await chat.say(question);
  await fillIn(chat);

  let form = chat;
  const begun = await read(key);
  const [, token] = /hand-over=([\w-]{43})/u.exec(plain(begun.at(-1)?.message ?? { kind: 'notice', text: '' })) ?? [];
  if (token !== undefined) {
    form = speakOnPage(channel.store);
    await form.say(`/hand-over/${token}`);
    await fillIn(form);
  }
  await form.say('修改姓名');
  await form.say('李四');
  await form.say('提交');
  await channel.settle();
  const onPage = token === undefined ? [] : await read(PAGE);
  const receipt = plain(
    [...(await read(key)), ...onPage].filter((line) => line.message.kind === 'card').at(-1)?.message ?? {
      kind: 'notice',
      text: '',
    },
  );
  const [number, code] = [/SPB-\d{4}-\d{6}/u.exec(receipt)?.[0], /查询码：(\w+)/u.exec(receipt)?.[1]];
  for (const said of ['查我的申请进度', `${number} ${code}`, '转人工']) await chat.say(said);
  const rest = (await read(key)).slice(begun.length);
  return [...begun, ...onPage, ...rest].map((line) => ({
    ...line,
    message: JSON.parse(JSON.stringify(line.message).replaceAll(code ?? '?', 'CODE')) as OutMessage,
  }));
}

describe('one conversation on all eight channels: ask, figure, referral, a filing with an edit, track, person', () => {
  let open: OpenChannel | undefined;
  afterEach(() => open?.close());
  let first: readonly OutMessage[] | undefined;

  test.each(CHANNELS.map((each): [string, ChannelUnderTest] => [each.name, each]))(
    'on %s it says the same, and what is seen is what was said',
    { timeout: 60_000 },
    async (name, channel) => {
      open = await channel.open({ real: { turn, release: () => release, pageUrl: PAGE_URL } });
      const lines = await converse(open, name);
      const said = lines.filter((line) => !isOfHandOver(line)).map(withoutLocalOffers);
      first ??= said;
      expect(said).toEqual(first);
      expect(said.length).toBeGreaterThan(15);

      const key = { channel: name, conversation: open.conversation('first') };
      const own = (await readLines(open.store, key, { after: 0 })).filter((line) => line.from === 'desk');
      expect(wordsOnly(open.shownTo('first').map(readOut).join(''))).toBe(
        wordsOnly(own.map((line) => plain(line.message)).join('')),
      );
    },
  );
});
