import type { OutMessage } from '../../channel/message.ts';

/** Words of a message. A card's rows hold what a person filled in, or the code of a receipt: staff see its title and text. */
export function wordsOf(message: OutMessage): string {
  if (message.kind === 'card') return [message.title, message.text].filter(Boolean).join('\n\n');
  if ('file' in message) return [message.text, message.file.name].join('\n\n');
  return message.text;
}
