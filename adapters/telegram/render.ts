import type { Part } from '../../src/channel/fit.ts';
import type { Choice } from '../../src/channel/message.ts';
import type { OutgoingFile } from '../_shared/outgoing-file.ts';
import type { TelegramChat } from './conversation.ts';

const toButton = ({ label, value }: Choice) => ({ text: label, callback_data: value });

/** One choice a row, so that no label is cut on a phone; what only steers shares the last row. */
function renderKeyboard(choices: readonly Choice[]) {
  const asides = choices.filter(({ aside }) => aside);
  const rows = choices.filter(({ aside }) => !aside).map((choice) => [toButton(choice)]);
  return { inline_keyboard: asides.length > 0 ? [...rows, asides.map(toButton)] : rows };
}

/** Where a message goes, and what it answers. */
function renderAddress({ chatId, member }: TelegramChat, quote: number | null) {
  return {
    chat_id: Number(chatId),
    ...(member && member.thread !== '0' ? { message_thread_id: Number(member.thread) } : {}),
    ...(quote === null ? {} : { reply_parameters: { message_id: quote, allow_sending_without_reply: true } }),
  };
}

/**
 * A file as `sendDocument` or `sendPhoto` takes it (https://core.telegram.org/bots/api#senddocument), in telegraf's way
 * of naming bytes.
 */
export function renderFile(chat: TelegramChat, { name, picture, content }: OutgoingFile, quote: number | null) {
  const source = { source: Buffer.from(content), filename: name };
  return { ...renderAddress(chat, quote), ...(picture ? { photo: source } : { document: source }) };
}

/**
 * A message as `sendMessage` takes it (https://core.telegram.org/bots/api#sendmessage), in plain text.
 * @param quote the message it answers, shown above it; null in a chat of two
 */
export function renderMessage(chat: TelegramChat, part: Part, quote: number | null) {
  return {
    ...renderAddress(chat, quote),
    text: part.text,
    link_preview_options: { is_disabled: true },
    ...(part.choices.length > 0 ? { reply_markup: renderKeyboard(part.choices) } : {}),
  };
}
