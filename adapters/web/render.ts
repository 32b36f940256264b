import { type Chart, readChart } from '../../src/channel/chart.ts';
import type { TranscriptLine } from '../../src/channel/desk.ts';
import type { Choice, CitedSource, ConversationId, InputHint, OutMessage } from '../../src/channel/message.ts';
import { type PlainWords, renderPlain } from '../../src/channel/render-plain.ts';

/** A line as the API and the page know it: one flat shape for every kind, nothing undefined. Stable. */
export interface WebLine {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly from: 'citizen' | 'desk' | 'staff';
  readonly kind: OutMessage['kind'];
  readonly title: string | null;
  readonly text: string;
  /** The whole message as text alone, choices numbered: for clients that show nothing else. */
  readonly plain: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly choices: readonly Choice[];
  readonly sources: readonly CitedSource[];
  readonly ask: InputHint | null;
  readonly printable: boolean;
  /** A file to fetch at `href`, seen from the desk's address. `bytes` is null while its size is not known. */
  readonly file: {
    readonly name: string;
    readonly mediaType: string;
    readonly bytes: number | null;
    readonly href: string;
    /** What a picture of numbers shows, for clients that draw it themselves; null for any other file. */
    readonly chart: Chart | null;
  } | null;
}

/** Where the file of a line is fetched. */
export function addressOfFile(conversation: string, seq: number | string): string {
  return `api/chat/${conversation}/files/${seq}`;
}

function describeFile(message: OutMessage, conversation: ConversationId, seq: number): WebLine['file'] {
  if (!('file' in message)) return null;
  const { name, mediaType, bytes, reference } = message.file;
  return { name, mediaType, bytes, href: addressOfFile(conversation, seq), chart: readChart(reference) ?? null };
}

/** What the line says on the page: a file is there to be fetched, so that nothing stands in its place. */
function withFile(message: OutMessage): OutMessage {
  return 'file' in message ? { ...message, instead: message.file.name } : message;
}

export function renderLine(conversation: ConversationId, line: TranscriptLine, words: PlainWords): WebLine {
  const { seq, at, from, message } = line;
  return {
    seq,
    at,
    from,
    kind: message.kind,
    title: message.kind === 'card' ? message.title : null,
    text: message.text ?? '',
    plain: renderPlain(withFile(message), words),
    rows: message.kind === 'card' ? message.rows : [],
    choices: message.kind === 'notice' ? [] : (message.choices ?? []),
    sources: message.kind === 'text' ? (message.sources ?? []) : [],
    ask: message.kind === 'text' ? (message.ask ?? null) : null,
    printable: message.kind === 'card' && message.printable === true,
    file: describeFile(message, conversation, seq),
  };
}
