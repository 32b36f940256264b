import type { ServerResponse } from 'node:http';
import type { Desk, TranscriptLine } from '../../src/channel/desk.ts';
import type { ConversationId } from '../../src/channel/message.ts';
import type { PlainWords } from '../../src/channel/render-plain.ts';
import { renderLine, type WebLine } from './render.ts';

/** Proxies and phones cut a silent connection after 30 to 60 seconds. */
const HEARTBEAT_MS = 15_000;
/** A reader this far behind is cut off; it resumes with Last-Event-ID and nothing is lost. */
const MAX_UNSENT_BYTES = 1_000_000;
/** Tabs of one person; the oldest gives way. */
const MAX_PER_CONVERSATION = 6;

interface EventStreams {
  /** Sends lines after `after` and then every new one, until the reader leaves or `closeAll` is called. */
  readonly open: (response: ServerResponse, conversation: ConversationId, after: number) => Promise<void>;
  readonly closeAll: () => void;
}

function writeLine(response: ServerResponse, line: WebLine): void {
  response.write(`id: ${line.seq}\nevent: line\ndata: ${JSON.stringify(line)}\n\n`);
}

/** Server-sent events for every open page. Nothing here is remembered: after a restart a reader says what it saw last. */
export function createEventStreams(desk: Desk, words: PlainWords): EventStreams {
  const readers = new Map<ConversationId, Set<ServerResponse>>();

  function join(conversation: ConversationId, response: ServerResponse): void {
    const group = readers.get(conversation) ?? new Set();
    readers.set(conversation, group.add(response));
    if (group.size > MAX_PER_CONVERSATION) group.values().next().value?.end();
  }

  function leave(conversation: ConversationId, response: ServerResponse): void {
    const group = readers.get(conversation);
    group?.delete(response);
    if (group?.size === 0) readers.delete(conversation);
  }

  async function open(response: ServerResponse, conversation: ConversationId, after: number): Promise<void> {
    let sent = after;
    let waiting: TranscriptLine[] | null = [];
    const send = (line: TranscriptLine): void => {
      if (line.seq <= sent || response.writableEnded) return;
      sent = line.seq;
      writeLine(response, renderLine(conversation, line, words));
      if (response.writableLength > MAX_UNSENT_BYTES) response.destroy();
    };
    // Follow before reading: a line stored in between is then in one of the two, and `sent` drops the second copy.
    const unfollow = desk.follow(conversation, (line) => (waiting ? waiting.push(line) : send(line)));
    const heartbeat = setInterval(() => response.write(': still here\n\n'), HEARTBEAT_MS);
    join(conversation, response);
    response.once('close', () => {
      clearInterval(heartbeat);
      unfollow();
      leave(conversation, response);
    });
    response.write('retry: 2000\n\n');
    try {
      for (const line of await desk.readTranscript(conversation, after)) send(line);
      for (const line of waiting) send(line);
      waiting = null;
    } catch (error) {
      response.destroy();
      throw error;
    }
  }

  return {
    open,
    closeAll: () => {
      for (const response of [...readers.values()].flatMap((group) => [...group])) response.end();
    },
  };
}
