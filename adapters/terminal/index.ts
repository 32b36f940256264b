import { randomUUID } from 'node:crypto';
import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Adapter, Desk, TranscriptLine } from '../../src/channel/desk.ts';
import type { ConversationId, MessageId } from '../../src/channel/message.ts';
import { type Messages, say } from '../../src/messages.ts';
import { renderTerminal } from './render.ts';

export interface TerminalServices {
  readonly desk: Desk;
  readonly messages: Messages;
  readonly config: { readonly locale: 'zh-CN' | 'en' };
}

export interface TerminalOptions {
  /** Name of the conversation: the same name goes on where it stopped. */
  readonly as: string;
  readonly input: Readable;
  readonly output: Writable;
}

const LEAVE = new Set(['exit', 'quit', '退出', '/exit', '/quit']);
const DEFAULT_COLUMNS = 80;

function columnsOf(output: Writable): number {
  return 'columns' in output && typeof output.columns === 'number' ? output.columns : DEFAULT_COLUMNS;
}

/** The terminal as a channel: one line is one message, choices are numbered, the conversation outlives the process. */
export function openTerminal(
  { desk, messages, config }: TerminalServices,
  { as, input, output }: TerminalOptions,
): Adapter & { readonly closed: Promise<void> } {
  const conversation = `terminal-${as}` as ConversationId;
  const words = { sources: say(messages, config.locale, 'conversation.sources') };
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  let lines: Interface | undefined;
  let pending: Promise<void> = Promise.resolve();

  const show = (line: TranscriptLine) => {
    if (line.from !== 'citizen') output.write(`\n${renderTerminal(line.message, columnsOf(output), words)}\n`);
  };
  const receive = async (text: string) => {
    const id = randomUUID() as MessageId;
    const received = await desk.receive({ id, channel: 'terminal', conversation, body: { kind: 'text', text } });
    for (const line of received.lines) show(line);
    output.write('\n');
  };
  const take = (text: string) => {
    if (LEAVE.has(text.trim().toLowerCase())) return lines?.close();
    // Lines are taken one after another, however fast they are pasted.
    pending = pending
      .then(() => receive(text))
      .catch((error: unknown) => {
        output.write(
          `\n${say(messages, config.locale, 'terminal.failed')} (${error instanceof Error ? error.name : 'error'})\n`,
        );
      })
      .then(() => lines?.prompt());
  };

  return {
    name: 'terminal',
    closed,
    start: async () => {
      const before = await desk.readTranscript(conversation, 0);
      const last = before.findLast((line) => line.from !== 'citizen');
      output.write(`${say(messages, config.locale, last ? 'terminal.resumed' : 'terminal.welcome')}\n`);
      if (last) show(last);
      lines = createInterface({ input, output, prompt: say(messages, config.locale, 'terminal.prompt') });
      lines.on('line', take);
      lines.once('close', () => {
        void pending.then(close);
      });
      lines.prompt();
      return null;
    },
    stop: async () => {
      lines?.close();
      await pending;
      close();
    },
  };
}
