import { CAPABILITIES, createWebAdapter } from '../../adapters/web/index.ts';
import type { WebLine } from '../../adapters/web/render.ts';
import type { Adapter } from '../../src/channel/desk.ts';
import type { ConversationId } from '../../src/channel/message.ts';
import { readLines } from '../../src/store/index.ts';
import { makePageDirectory } from '../adapters/web/page-directory.ts';
import { messages } from '../adapters/web/project.ts';
import { type EventReader, readEvents } from '../adapters/web/read-events.ts';
import type {
  Answered,
  ChannelUnderTest,
  Chat,
  OpenChannel,
  OpenOptions,
  PersonMessage,
  ShownFile,
  ShownMessage,
} from './harness.ts';
import { openContractDesk } from './open-desk.ts';
import { CHATS, createVisits } from './visits.ts';

const REFUSED: Answered = { accepted: false, status: 0, text: '' };

/** What stands on the page: everything of a line, and its choices as buttons. */
function readLine(chat: Chat, line: WebLine): ShownMessage {
  const list = line.choices.map(({ label }, index) => `${index + 1}. ${label}`).join('\n');
  return { chat, text: line.plain.slice(0, line.plain.length - list.length).trim(), choices: line.choices };
}

function writeBody(message: PersonMessage): string {
  const said =
    message.kind === 'choice' ? { choice: message.value } : { text: message.kind === 'text' ? message.text : '' };
  return JSON.stringify({ id: message.id, ...said });
}

/** The server on a port of its own, and two pages that follow their conversations. */
async function openPages(options: OpenOptions): Promise<OpenChannel> {
  const contract = await openContractDesk('web', options);
  const { desk, given, append, replies, now, store, files: _, ...rest } = contract;
  const shown: ShownMessage[] = [];
  const seen: Record<Chat, number> = { first: 0, second: 0 };
  const readers = new Map<Chat, EventReader>();
  let adapter: Adapter;
  let address = '';
  const conversation = (chat: Chat) => `page-${chat}` as ConversationId;

  async function visit(chat: Chat): Promise<void> {
    readers.set(chat, await readEvents(`${address}api/chat/${conversation(chat)}/events?after=${seen[chat]}`));
  }

  function leave(chat: Chat): void {
    readers.get(chat)?.leave();
    readers.delete(chat);
  }

  /** Follows the link to a file. */
  async function download(line: WebLine, { href, name }: NonNullable<WebLine['file']>): Promise<ShownFile> {
    const response = await fetch(`${address}${href}`);
    return { name, bytes: await response.bytes(), picture: line.kind === 'picture' };
  }

  /** Reads what the page has been sent so far: everything stored. */
  async function look(chat: Chat, reader: EventReader): Promise<void> {
    const stored = await readLines(store, { channel: 'web', conversation: conversation(chat) }, { after: seen[chat] });
    for (const { data } of await reader.take(stored.length)) {
      const line = data as WebLine;
      seen[chat] = line.seq;
      if (line.from === 'citizen') continue;
      shown.push(readLine(chat, line));
      if (line.file) shown.push({ chat, text: '', choices: [], file: await download(line, line.file) });
    }
  }

  const visits = createVisits({
    now,
    visit,
    leave,
    append: (chat, owed) => append(conversation(chat), owed),
    async show() {
      await desk.catchUp();
      for (const [chat, reader] of readers) await look(chat, reader);
    },
  });

  async function post(chat: Chat, body: string | Uint8Array<ArrayBuffer>): Promise<Answered> {
    const headers = { 'content-type': 'application/json' };
    const url = `${address}api/chat/${conversation(chat)}/messages`;
    // A server that has stopped, or hangs up on ten megabytes, has not accepted either.
    const response = await fetch(url, { method: 'POST', headers, body }).catch(() => undefined);
    return response
      ? { accepted: response.status === 202, status: response.status, text: await response.text() }
      : REFUSED;
  }

  async function restart(): Promise<void> {
    adapter = createWebAdapter({
      desk: given,
      messages,
      host: '127.0.0.1',
      port: 0,
      now: () => now().getTime(),
      page: { directory: makePageDirectory(), authority: '甲局', embedOrigins: [] },
    });
    address = (await adapter.start()) ?? '';
    for (const chat of CHATS) await visit(chat);
  }

  async function stop(): Promise<void> {
    for (const chat of CHATS) leave(chat);
    await adapter.stop();
  }

  const deliver: OpenChannel['deliver'] = (message) => post(message.chat, writeBody(message));
  await restart();

  return {
    ...rest,
    store,
    capabilities: CAPABILITIES,
    conversation,
    deliver,
    deliverForged: () => Promise.reject(new Error('nothing is signed')),
    deliverBody: (message, change) => post(message.chat, change(writeBody(message))),
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
      await store.close();
    },
  };
}

const CAPABILITY = 'nothing is signed: the name of a conversation, which only its page knows, is the key to it';

export const web: ChannelUnderTest = {
  name: 'web',
  lacks: {
    bad: CAPABILITY,
    missing: CAPABILITY,
    stale: CAPABILITY,
    other_channel: CAPABILITY,
    signed_body: CAPABILITY,
    early_ack: 'the answer to a POST is the reply',
    own_messages: 'the page does not post what it shows',
    unsupported: 'a body that is no message is refused with words of its own',
    files: 'the page takes no files',
    hands_over: 'the person fetches files by a link, at any time',
    rate_limited: 'the page takes everything',
    token_expired: 'there is no token',
    window_closed: 'the transcript waits for the person',
    blocked: 'the transcript waits for the person',
  },
  required: [],
  openWithout: () => Promise.reject(new Error('it needs no setting')),
  open: (options = {}) => openPages(options),
};
