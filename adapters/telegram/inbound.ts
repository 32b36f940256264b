import type { Inbound, InboundBody, MessageId } from '../../src/channel/message.ts';
import { readAddressed, type Self } from './address.ts';
import { readCommand } from './commands.ts';
import { CHANNEL, writeConversation } from './conversation.ts';
import type { Callback, Message, Update } from './schema.ts';

/** Kinds of message no text desk reads, by their key. What is in none of the lists (somebody joined) asks for nothing. */
const UNREADABLE = [
  'voice',
  'video',
  'video_note',
  'audio',
  'animation',
  'sticker',
  'location',
  'venue',
  'contact',
  'poll',
  'dice',
  'game',
  'story',
  'paid_media',
] as const;

function readFile({ message_id, document, photo }: Message): InboundBody[] {
  if (document) {
    const { file_id, file_name, mime_type, file_size } = document;
    const name = file_name?.toWellFormed() ?? String(message_id);
    return [{ kind: 'file', name, mediaType: mime_type, bytes: file_size, reference: file_id }];
  }
  // The platform keeps a photo in several sizes, the largest last, always as JPEG.
  const largest = photo.at(-1);
  if (!largest) return [];
  const { file_id: reference, file_size: bytes } = largest;
  return [{ kind: 'file', name: `${message_id}.jpg`, mediaType: 'image/jpeg', bytes, reference }];
}

function readText(text: string, self: Self): InboundBody[] | undefined {
  const command = readCommand(text, self);
  if (command.kind === 'not_ours') return undefined;
  const said: InboundBody[] = [];
  if (command.kind === 'choice') said.push({ kind: 'choice', value: command.value });
  const rest = command.kind === 'choice' ? command.rest : text;
  if (rest !== '') said.push({ kind: 'text', text: rest.toWellFormed() });
  return said;
}

function readMessage(message: Message, self: Self): InboundBody[] {
  const addressed = readAddressed(message, self);
  const said = addressed === undefined ? undefined : readText(addressed, self);
  if (said === undefined) return [];
  // An animation comes with a document of the same file; it is one message, and not one to read.
  const what = UNREADABLE.find((kind) => kind in message);
  if (what) return [{ kind: 'unsupported', what }, ...said];
  const bodies = [...readFile(message), ...said];
  // Named and nothing more: an empty text lets the desk ask what it can do.
  return bodies.length === 0 && message.text !== undefined ? [{ kind: 'text', text: '' }] : bodies;
}

/** The conversation of whoever wrote or tapped. */
function findConversation({ chat, message_thread_id, is_topic_message }: Place, userId: number, self: Self) {
  const thread = String(is_topic_message ? (message_thread_id ?? 0) : 0);
  const member = chat.type === 'private' ? null : { thread, userId: String(userId) };
  return writeConversation({ botId: self.id, chatId: String(chat.id), member });
}
type Place = Pick<Message, 'chat' | 'message_thread_id' | 'is_topic_message'>;

function readCallback({ data }: Callback): InboundBody[] {
  return data === undefined || data === '' ? [] : [{ kind: 'choice', value: data.toWellFormed() }];
}

/**
 * What an update asks the desk to handle. The update's own number is the stable id, the same in polling and webhook;
 * a file with words under it is two messages.
 */
export function readInbound({ update_id, message, callback_query }: Update, self: Self): Inbound[] {
  const place = message ?? callback_query?.message;
  const from = message?.from ?? callback_query?.from;
  if (!place || !from || from.is_bot || place.chat.type === 'channel') return [];
  const bodies = message ? readMessage(message, self) : callback_query ? readCallback(callback_query) : [];
  const conversation = findConversation(place, from.id, self);
  return bodies.map((body, index) => ({
    id: [self.id, update_id, ...(index === 0 ? [] : [index])].join(':') as MessageId,
    channel: CHANNEL,
    conversation,
    body,
  }));
}
