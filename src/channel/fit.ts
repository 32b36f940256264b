import type { Capabilities } from './capabilities.ts';
import type { Choice, OutFile, OutMessage } from './message.ts';
import { type PlainWords, renderPlain } from './render-plain.ts';
import { fits, splitText } from './split-text.ts';

/** A file in a part, and whether it is shown in place. */
export interface PartFile extends OutFile {
  readonly picture: boolean;
}

/** What is sent to a platform in one call. `choices` are real buttons, only on the last part with words and only where they fit. */
export interface Part {
  /** Of a part with a file: the words that stand for it where it turns out that it cannot be sent. */
  readonly text: string;
  readonly choices: readonly Choice[];
  /** Sent in place of the text. Only where `capabilities.files` have room for it. */
  readonly file?: PartFile;
}

function canShowButtons(choices: readonly Choice[], { choices: room }: Capabilities): boolean {
  const fitsButton = ({ label, value }: Choice) => fits(label, room.label) && (!room.value || fits(value, room.value));
  return choices.length > 0 && choices.length <= room.most && choices.every(fitsButton);
}

function withoutChoices(message: OutMessage): OutMessage {
  return message.kind === 'notice' ? message : { ...message, choices: [] };
}

/** Most bytes of this file that the channel takes from the desk; 0 for none at all. */
export function findRoomFor(file: PartFile, { files, dataResidency }: Capabilities): number {
  if (file.personal && dataResidency === 'overseas') return 0;
  return file.picture ? files.pictures : files.send;
}

function fitWords(message: OutMessage, capabilities: Capabilities, words: PlainWords): readonly Part[] {
  const choices = message.kind === 'notice' ? [] : (message.choices ?? []);
  const buttons = canShowButtons(choices, capabilities);
  const text = renderPlain(buttons ? withoutChoices(message) : message, words);
  const parts = splitText(text, capabilities.text).map((part): Part => ({ text: part, choices: [] }));
  const last = parts.at(-1);
  return buttons && last ? [...parts.slice(0, -1), { text: last.text, choices }] : parts;
}

/**
 * Cuts a message to what a platform takes. Choices become buttons where every one of them fits, else a numbered list
 * in the text; long text is split at sentences; a file the platform does not take becomes words that say how to get it.
 * Nothing is dropped: the parts' text holds all of the message's text, in order.
 */
export function fit(message: OutMessage, capabilities: Capabilities, words: PlainWords): readonly Part[] {
  if (!('file' in message)) return fitWords(message, capabilities, words);
  const { text, choices = [], instead } = message;
  const file: PartFile = { ...message.file, picture: message.kind === 'picture' };
  const room = findRoomFor(file, capabilities);
  const goes = room > 0 && (file.bytes ?? 0) <= room && fits(instead, capabilities.text);
  if (!goes) return fitWords(message, capabilities, words);
  // The words first: they arrive whatever becomes of the file.
  return [...fitWords({ kind: 'text', text, choices }, capabilities, words), { text: instead, choices: [], file }];
}
