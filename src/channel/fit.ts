import type { Capabilities } from './capabilities.ts';
import type { Choice, OutMessage } from './message.ts';
import { type PlainWords, renderPlain } from './render-plain.ts';
import { fits, splitText } from './split-text.ts';

/** What is sent to a platform in one call. `choices` are real buttons, only on the last part and only where they fit. */
export interface Part {
  readonly text: string;
  readonly choices: readonly Choice[];
}

function canShowButtons(choices: readonly Choice[], { choices: room }: Capabilities): boolean {
  const fitsButton = ({ label, value }: Choice) => fits(label, room.label) && (!room.value || fits(value, room.value));
  return choices.length > 0 && choices.length <= room.most && choices.every(fitsButton);
}

function withoutChoices(message: OutMessage): OutMessage {
  return message.kind === 'notice' ? message : { ...message, choices: [] };
}

/**
 * Cuts a message to what a platform takes. Choices become buttons where every one of them fits, else a numbered list
 * in the text; long text is split at sentences. Nothing is dropped: the parts' text holds all of the message's text, in order.
 */
export function fit(message: OutMessage, capabilities: Capabilities, words: PlainWords): readonly Part[] {
  const choices = message.kind === 'notice' ? [] : (message.choices ?? []);
  const buttons = canShowButtons(choices, capabilities);
  const text = renderPlain(buttons ? withoutChoices(message) : message, words);
  const parts = splitText(text, capabilities.text).map((part): Part => ({ text: part, choices: [] }));
  const last = parts.at(-1);
  return buttons && last ? [...parts.slice(0, -1), { text: last.text, choices }] : parts;
}
