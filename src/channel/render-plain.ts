import { label } from './label.ts';
import { writeSources } from './list-sources.ts';
import type { OutMessage } from './message.ts';

export interface PlainWords {
  /** Heads the list of sources, e.g. 依据. */
  readonly sources: string;
}

function numberChoices(message: OutMessage): string[] {
  if (message.kind === 'notice' || !message.choices?.length) return [];
  return [message.choices.map((choice, index) => `${index + 1}. ${choice.label}`).join('\n')];
}

/** The whole message as text alone: what a terminal prints and `ask` returns. Nothing is left out. */
export function renderPlain(message: OutMessage, words: PlainWords): string {
  if (message.kind === 'notice') return message.text;
  if (message.kind === 'card') {
    const rows = message.rows.map((row) => label(row.label, row.value)).join('\n');
    return [message.title, rows, message.text ?? '', ...numberChoices(message)].filter(Boolean).join('\n\n');
  }
  if ('file' in message) return [message.text, message.instead, ...numberChoices(message)].filter(Boolean).join('\n\n');
  return [message.text, writeSources(message, words.sources), ...numberChoices(message)].filter(Boolean).join('\n\n');
}
