import stringWidth from 'string-width';
import { writeSources } from '../../src/channel/list-sources.ts';
import type { Choice, OutMessage } from '../../src/channel/message.ts';
import { wrapText } from './wrap-text.ts';

export interface TerminalWords {
  /** Heads the list of sources, e.g. 依据. */
  readonly sources: string;
}

function listChoices(choices: readonly Choice[] | undefined): string {
  return (choices ?? []).map((choice, index) => `  ${index + 1}. ${choice.label}`).join('\n');
}

/** Labels padded to one column, so that values stand below each other whatever the script. */
function alignRows(rows: readonly { label: string; value: string }[]): string {
  const widest = Math.max(0, ...rows.map((row) => stringWidth(row.label)));
  return rows.map((row) => `  ${row.label}${' '.repeat(widest - stringWidth(row.label))}  ${row.value}`).join('\n');
}

/** One message as lines for a terminal of this many columns. */
export function renderTerminal(message: OutMessage, columns: number, words: TerminalWords): string {
  if (message.kind === 'notice') return wrapText(`— ${message.text} —`, columns);
  if (message.kind === 'card') {
    const parts = [`【${message.title}】`, alignRows(message.rows), message.text ?? '', listChoices(message.choices)];
    return parts
      .filter(Boolean)
      .map((part) => wrapText(part, columns))
      .join('\n\n');
  }
  if ('file' in message) {
    // An address that is broken in two cannot be opened: what stands for the file keeps its line.
    const parts = [wrapText(message.text, columns), message.instead, listChoices(message.choices)];
    return parts.filter(Boolean).join('\n\n');
  }
  const parts = [message.text, writeSources(message, words.sources), listChoices(message.choices)];
  return parts
    .filter(Boolean)
    .map((part) => wrapText(part, columns))
    .join('\n\n');
}
