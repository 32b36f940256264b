import type { Desk, Received, TranscriptLine } from '../../src/channel/desk.ts';
import type { ConversationId, Inbound, OutMessage } from '../../src/channel/message.ts';
import { type Outcome, outcomeOf } from '../../src/conversation/outcome.ts';

export interface ScriptedTurn {
  readonly replies: readonly OutMessage[];
  readonly outcome?: Outcome;
}

export interface MemoryDesk extends Desk {
  /** A member of staff writes into a conversation unasked. */
  readonly writeAsStaff: (conversation: ConversationId, message: OutMessage) => void;
}

/** What a person said, as one string: a text, a button's value, a file's name. */
export function wordsOf({ body }: Inbound): string {
  if (body.kind === 'text') return body.text;
  if (body.kind === 'choice') return body.value;
  return body.kind === 'file' ? body.name : body.what;
}

/** A desk that keeps its promises in memory and says what `script` tells it: for testing what channels do around it. */
export function createMemoryDesk(script: (inbound: Inbound) => ScriptedTurn | Promise<ScriptedTurn>): MemoryDesk {
  const transcripts = new Map<string, TranscriptLine[]>();
  const handled = new Map<string, Promise<Received>>();
  const listeners = new Map<string, Set<(line: TranscriptLine) => void>>();

  function store(conversation: string, from: TranscriptLine['from'], message: OutMessage): TranscriptLine {
    const lines = transcripts.get(conversation) ?? [];
    const line = { seq: lines.length + 1, at: '2026-11-23T01:00:00.000Z', from, message };
    transcripts.set(conversation, [...lines, line]);
    return line;
  }

  function announce(conversation: string, lines: readonly TranscriptLine[]): void {
    for (const line of lines) for (const tell of listeners.get(conversation) ?? []) tell(line);
  }

  async function handle(inbound: Inbound): Promise<Received> {
    const { replies, outcome } = await script(inbound);
    const lines = [
      store(inbound.conversation, 'citizen', { kind: 'text', text: wordsOf(inbound) }),
      ...replies.map((reply) => store(inbound.conversation, 'desk', reply)),
    ];
    announce(inbound.conversation, lines);
    return { lines: lines.slice(1), outcome: outcome ?? outcomeOf({ kind: 'answer' }), repeated: false };
  }

  return {
    writeAsStaff: (conversation, message) => announce(conversation, [store(conversation, 'staff', message)]),
    receive: async (inbound) => {
      const key = `${inbound.conversation}/${inbound.id}`;
      const known = handled.get(key);
      if (known !== undefined) return { ...(await known), repeated: true };
      const first = handle(inbound);
      handled.set(key, first);
      first.catch(() => handled.delete(key));
      return first;
    },
    readTranscript: async (conversation, after) =>
      (transcripts.get(conversation) ?? []).filter((line) => line.seq > after),
    async readFile(conversation, seq) {
      const message = transcripts.get(conversation)?.find((line) => line.seq === seq)?.message;
      return message && 'file' in message
        ? { file: message.file, content: Buffer.from(`bytes of ${message.file.reference}`) }
        : 'gone';
    },
    follow: (conversation, listener) => {
      const group = listeners.get(conversation) ?? new Set();
      listeners.set(conversation, group.add(listener));
      return () => group.delete(listener);
    },
  };
}
