import type { WebLine } from '../../render.ts';

/** A message on its way. Its id makes sending it again harmless. */
export interface Pending {
  readonly id: string;
  /** What the person sees as said. */
  readonly label: string;
  readonly body: { readonly text: string } | { readonly choice: string };
  readonly state: 'waiting' | 'sending' | 'refused';
  /** Why the desk refused it, in the person's language. */
  readonly reason?: string;
}

export interface Transcript {
  readonly lines: readonly WebLine[];
  readonly pending: readonly Pending[];
}

export type TranscriptAction =
  | { readonly do: 'lines'; readonly lines: readonly WebLine[] }
  | { readonly do: 'say'; readonly pending: Pending }
  | { readonly do: 'mark'; readonly id: string; readonly state: Pending['state']; readonly reason?: string }
  /** The desk has stored it and answered. */
  | { readonly do: 'taken'; readonly id: string; readonly replies: readonly WebLine[] }
  | { readonly do: 'drop'; readonly id: string }
  | { readonly do: 'clear' };

export const EMPTY: Transcript = { lines: [], pending: [] };

function mergeLines(known: readonly WebLine[], more: readonly WebLine[]): WebLine[] {
  const bySeq = new Map(known.map((line) => [line.seq, line]));
  for (const line of more) bySeq.set(line.seq, line);
  return [...bySeq.values()].sort((a, b) => a.seq - b.seq);
}

/**
 * What was said, in its place until the stored line arrives by the event stream: the desk stores it right before its
 * first reply. Without a reply the place is not known, and the event stream alone brings it.
 */
function standIn(pending: Pending, firstReply: WebLine | undefined): WebLine[] {
  if (firstReply === undefined) return [];
  const { at, seq } = firstReply;
  const empty = { title: null, rows: [], choices: [], sources: [], ask: null, printable: false, file: null };
  return [{ ...empty, seq: seq - 1, at, from: 'citizen', kind: 'text', text: pending.label, plain: pending.label }];
}

/** Lines come twice (as an answer and as an event) and in any order; the transcript shows each once, in order. */
export function reduceTranscript(transcript: Transcript, action: TranscriptAction): Transcript {
  const { lines, pending } = transcript;
  switch (action.do) {
    case 'lines': {
      const last = lines.at(-1)?.seq ?? 0;
      const heard = action.lines.some((line) => line.from === 'citizen' && line.seq > last);
      // Only one message is under way at a time, so a new line of the citizen's is that one, now stored.
      const left = heard ? pending.filter((one) => one.state !== 'sending') : pending;
      return { lines: mergeLines(lines, action.lines), pending: left };
    }
    case 'say':
      return { lines, pending: [...pending, action.pending] };
    case 'mark':
      return {
        lines,
        pending: pending.map((one) =>
          one.id === action.id
            ? { ...one, state: action.state, ...(action.reason ? { reason: action.reason } : {}) }
            : one,
        ),
      };
    case 'taken': {
      const taken = pending.find((one) => one.id === action.id);
      const said = taken === undefined ? [] : standIn(taken, action.replies[0]);
      return {
        lines: mergeLines([...said, ...lines], action.replies),
        pending: pending.filter((one) => one !== taken),
      };
    }
    case 'drop':
      return { lines, pending: pending.filter((one) => one.id !== action.id) };
    case 'clear':
      return EMPTY;
  }
}

/** Lines of one speaker in a row, shown under one name. */
export function groupLines(lines: readonly WebLine[]): WebLine[][] {
  const groups: WebLine[][] = [];
  for (const line of lines) {
    const group = groups.at(-1);
    if (group?.[0]?.from === line.from) group.push(line);
    else groups.push([line]);
  }
  return groups;
}
