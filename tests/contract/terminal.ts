import { PassThrough, Writable } from 'node:stream';
import { writeConversation } from '../../adapters/terminal/inbound.ts';
import { CAPABILITIES, openTerminal } from '../../adapters/terminal/index.ts';
import type { Messages } from '../../src/messages.ts';
import type { ChannelUnderTest, Chat, OpenChannel, OpenOptions, ShownMessage } from './harness.ts';
import { openContractDesk } from './open-desk.ts';
import { CHATS, createVisits } from './visits.ts';

const FAILED = '没有处理成功';
/** Nothing but what the desk says is written, so that everything written is a message. */
const MESSAGES: Messages = {
  'zh-CN': {
    'terminal.welcome': '',
    'terminal.resumed': '',
    'terminal.prompt': '',
    'terminal.failed': FAILED,
    'conversation.sources': '依据',
  },
  en: {},
};

/** A message as it was before the terminal set it: notices stand between dashes. */
function readMessage(chat: Chat, written: string): ShownMessage {
  const text = written.trim();
  return { chat, text: /^— (.*) —$/su.exec(text)?.[1] ?? text, choices: [] };
}

/** Two terminals on one desk, each with a keyboard and a screen of the test's. */
async function openTerminals(options: OpenOptions): Promise<OpenChannel> {
  const contract = await openContractDesk('terminal', options);
  const { desk, given, append, replies, now, forward, files: _, ...rest } = contract;
  const shown: ShownMessage[] = [];
  const open = new Map<Chat, { keyboard: PassThrough; stop: () => Promise<void> }>();
  let handling: Promise<unknown> = Promise.resolve();
  const noting: typeof given = {
    ...given,
    receive(inbound) {
      const received = given.receive(inbound);
      handling = received.catch(() => {});
      return received;
    },
  };

  const conversation = (chat: Chat) => writeConversation(chat);

  async function sitDown(chat: Chat): Promise<void> {
    const keyboard = new PassThrough();
    const screen = new Writable({
      decodeStrings: false,
      write(chunk: string, _encoding, done) {
        const message = readMessage(chat, chunk);
        // Who sits down again is shown once more what was said last: that is a reminder, not a message.
        const isReminder = !open.has(chat) && shown.some((each) => each.chat === chat && each.text === message.text);
        if (message.text !== '' && !message.text.includes(FAILED) && !isReminder) shown.push(message);
        done();
      },
    });
    const terminal = openTerminal(
      { desk: noting, messages: MESSAGES, config: { locale: 'zh-CN' } },
      { as: chat, input: keyboard, output: screen },
    );
    await terminal.start();
    open.set(chat, { keyboard, stop: () => terminal.stop() });
  }

  async function leave(chat: Chat): Promise<void> {
    await open.get(chat)?.stop();
    open.delete(chat);
  }

  const visits = createVisits({
    now,
    visit: sitDown,
    leave,
    append: (chat, owed) => append(conversation(chat), owed),
    async show() {
      await handling;
      await desk.catchUp();
    },
  });
  const stop = async () => {
    for (const chat of CHATS) await leave(chat);
  };
  const restart = async () => {
    for (const chat of CHATS) await sitDown(chat);
  };
  const deliver: OpenChannel['deliver'] = async (message) => {
    const accepted = { accepted: open.has(message.chat), status: 200, text: '' };
    const typed = message.kind === 'choice' ? String(message.number) : message.kind === 'text' ? message.text : '';
    const { promise: heard, resolve } = Promise.withResolvers<void>();
    if (!accepted.accepted) return accepted;
    const before = contract.heard().length;
    open.get(message.chat)?.keyboard.write(`${typed}\n`, () => resolve());
    await heard;
    // The line has been read; the desk is given it in its turn.
    while (contract.heard().length === before) await new Promise(setImmediate);
    await handling;
    return accepted;
  };
  await restart();

  return {
    ...rest,
    forward,
    capabilities: CAPABILITIES,
    conversation,
    deliver,
    deliverForged: () => Promise.reject(new Error('nothing is signed')),
    deliverBody: () => Promise.reject(new Error('there is no envelope')),
    ...visits,
    async say(message) {
      const answered = await deliver(message);
      await visits.settle();
      return answered;
    },
    replies: (chat) => replies(conversation(chat)),
    shownTo: (chat) => shown.filter((message) => message.chat === chat),
    dropsRepeats: true,
    fetchFile: async () => undefined,
    stop,
    restart,
    async close() {
      await stop();
      await desk.drain();
      await rest.store.close();
    },
  };
}

const TYPED = 'every line a person types is a message';

export const terminal: ChannelUnderTest = {
  name: 'terminal',
  lacks: {
    ...Object.fromEntries(
      (['bad', 'missing', 'stale', 'other_channel', 'signed_body', 'envelope'] as const).map((trait) => [trait, TYPED]),
    ),
    redelivery: 'a line typed again is another message',
    early_ack: 'a line is answered with the reply',
    own_messages: 'the screen does not type',
    unsupported: TYPED,
    files: TYPED,
    sends_files: 'a screen shows text: what stands for a file is shown',
    sends_pictures: 'a screen shows text: what stands for a picture is shown',
    rate_limited: 'a screen takes everything',
    token_expired: 'there is no token',
    window_closed: 'the transcript waits for the person',
    blocked: 'the transcript waits for the person',
  },
  required: [],
  openWithout: () => Promise.reject(new Error('it needs no setting')),
  open: (options = {}) => openTerminals(options),
};
