import type { TranscriptLine } from '../../src/channel/desk.ts';
import type { Choice, CitedSource, InputHint } from '../../src/channel/message.ts';
import { type PlainWords, renderPlain } from '../../src/channel/render-plain.ts';

/** A line as the API and the page know it: one flat shape for every kind, nothing undefined. Stable. */
export interface WebLine {
  readonly seq: number;
  /** ISO instant. */
  readonly at: string;
  readonly from: 'citizen' | 'desk' | 'staff';
  readonly kind: 'text' | 'card' | 'notice';
  readonly title: string | null;
  readonly text: string;
  /** The whole message as text alone, choices numbered: for clients that show nothing else. */
  readonly plain: string;
  readonly rows: readonly { readonly label: string; readonly value: string }[];
  readonly choices: readonly Choice[];
  readonly sources: readonly CitedSource[];
  readonly ask: InputHint | null;
  readonly printable: boolean;
}

export function renderLine(line: TranscriptLine, words: PlainWords): WebLine {
  const { seq, at, from, message } = line;
  return {
    seq,
    at,
    from,
    kind: message.kind,
    title: message.kind === 'card' ? message.title : null,
    text: message.text ?? '',
    plain: renderPlain(message, words),
    rows: message.kind === 'card' ? message.rows : [],
    choices: message.kind === 'notice' ? [] : (message.choices ?? []),
    sources: message.kind === 'text' ? (message.sources ?? []) : [],
    ask: message.kind === 'text' ? (message.ask ?? null) : null,
    printable: message.kind === 'card' && message.printable === true,
  };
}
