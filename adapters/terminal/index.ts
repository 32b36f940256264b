import { createInterface, type Interface } from 'node:readline';
import type { Readable, Writable } from 'node:stream';
import type { Adapter, Desk, TranscriptLine } from '../../src/channel/desk.ts';
import { type Messages, say } from '../../src/messages.ts';
import { CHANNEL, readLine, writeConversation } from './inbound.ts';
import { createScreen } from './outbound.ts';

export { CAPABILITIES } from './capabilities.ts';

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

/** The terminal as a channel: one line is one message, choices are numbered, the conversation outlives the process. */
export function openTerminal(
  { desk, messages, config }: TerminalServices,
  { as, input, output }: TerminalOptions,
): Adapter & { readonly closed: Promise<void> } {
  const conversation = writeConversation(as);
  const screen = createScreen(output, { sources: say(messages, config.locale, 'conversation.sources') });
  const { promise: closed, resolve: close } = Promise.withResolvers<void>();
  let lines: Interface | undefined;
  let unfollow: (() => void) | undefined;
  let pending: Promise<void> = Promise.resolve();
  let busy = false;
  let left = false;

  const receive = async (text: string) => {
    if (left) return;
    const inbound = readLine(text, conversation);
    if (!inbound) {
      left = true;
      lines?.close();
      return;
    }
    busy = true;
    try {
      for (const line of (await desk.receive(inbound)).lines) screen.show(line);
      output.write('\n');
    } catch (error) {
      const name = error instanceof Error ? error.name : 'error';
      output.write(`\n${say(messages, config.locale, 'terminal.failed')} (${name})\n`);
    }
    busy = false;
    lines?.prompt();
  };
  // What staff write appears by itself, and what is being typed stays.
  const hear = (line: TranscriptLine) => {
    if (!screen.show(line) || busy) return;
    output.write('\n');
    lines?.prompt(true);
  };
  const goOn = async () => {
    unfollow = desk.follow(conversation, hear);
    const before = await desk.readTranscript(conversation, 0);
    output.write(`${say(messages, config.locale, before.length > 0 ? 'terminal.resumed' : 'terminal.welcome')}\n`);
    // Everything said since the person last wrote: the question left open, and what staff wrote meanwhile.
    screen.skipTo(before.findLast((line) => line.from === 'citizen')?.seq ?? 0);
    for (const line of before) screen.show(line);
  };

  return {
    name: CHANNEL,
    closed,
    start: async () => {
      await goOn();
      lines = createInterface({ input, output, prompt: say(messages, config.locale, 'terminal.prompt') });
      // Lines are taken one after another, however fast they are pasted.
      lines.on('line', (text) => {
        pending = pending.then(() => receive(text));
      });
      lines.once('close', () => {
        lines = undefined;
        unfollow?.();
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
