import type { Message } from './schema.ts';

/** The bot itself. `username` is null while the platform has not been asked. */
export interface Self {
  readonly id: string;
  readonly username: string | null;
}

type Entity = Message['entities'][number];

function isAboutUs(text: string, { type, offset, length, user }: Entity, self: Self): boolean {
  if (type === 'text_mention') return String(user?.id) === self.id;
  const named = text.slice(offset, offset + length).toLowerCase();
  return type === 'mention' && self.username !== null && named === `@${self.username.toLowerCase()}`;
}

/** The text without the bot's name in it. Offsets count UTF-16 units, as strings do here. */
function stripMentions(text: string, mentions: readonly Entity[]): string {
  const rest = mentions.toReversed().reduce((left, { offset, length }) => {
    return left.slice(0, offset) + left.slice(offset + length);
  }, text);
  return rest.trim();
}

/**
 * What a message says to the bot; undefined when it is not meant for it. In a group that takes its name, an answer to
 * one of its messages or a command; in a private chat everything is.
 */
export function readAddressed(message: Message, self: Self): string | undefined {
  const text = message.text ?? message.caption ?? '';
  if (message.chat.type === 'private') return text;
  if (message.chat.type === 'channel') return undefined;
  const entities = message.text === undefined ? message.caption_entities : message.entities;
  const mentions = entities.filter((entity) => isAboutUs(text, entity, self));
  if (mentions.length > 0) return stripMentions(text, mentions);
  const answersUs = String(message.reply_to_message?.from?.id) === self.id;
  const isCommand = entities.some(({ type, offset }) => type === 'bot_command' && offset === 0);
  return answersUs || isCommand ? text : undefined;
}

/** Whether the bot's own name is needed to tell: somebody is named in a group. */
export function needsUsername({ chat, entities, caption_entities, text = '' }: Message): boolean {
  if (chat.type === 'private') return false;
  const names = [...entities, ...caption_entities].some(({ type }) => type === 'mention');
  return names || /^\/\w+@/u.test(text);
}
