import type { Chat, PersonMessage } from '../contract/harness.ts';

export const BOT_ID = '7000000001';
export const BOT_NAME = 'shenyang_desk_bot';
export const CHAT_IDS: Readonly<Record<Chat, number>> = { first: 810000001, second: 810000002 };

type Json = Readonly<Record<string, unknown>>;

/** Shapes as in https://core.telegram.org/bots/api#update */
export function describeUpdate(message: PersonMessage, clock: () => Date): Json {
  const id = Number(message.id);
  const chatId = CHAT_IDS[message.chat];
  const chat = { id: chatId, first_name: '王', type: 'private' };
  const from = { id: chatId, is_bot: false, first_name: '王', language_code: 'zh-hans' };
  const bot = { id: Number(BOT_ID), is_bot: true, first_name: 'Desk', username: BOT_NAME };
  const date = Math.floor(clock().getTime() / 1000);
  const common = { message_id: 100 + id, from, chat, date };
  const update = (body: Json) => ({ update_id: 500_000_000 + id, ...body });
  switch (message.kind) {
    case 'text':
      return update({ message: { ...common, text: message.text } });
    case 'own':
      return update({ message: { ...common, from: bot, text: message.text } });
    case 'choice':
      return update({
        callback_query: {
          id: `43857${id}00000000001`,
          from,
          message: { message_id: 99, from: bot, chat, date, text: '…' },
          chat_instance: '-5500000000000000001',
          data: message.value,
        },
      });
    case 'file': {
      const document = {
        file_name: message.name,
        mime_type: 'application/pdf',
        file_id: `file-${id}`,
        file_unique_id: 'u',
      };
      return update({ message: { ...common, document: { ...document, file_size: message.bytes.length } } });
    }
    case 'unsupported':
      return update({ message: { ...common, location: { latitude: 41.8, longitude: 123.4 } } });
  }
}
