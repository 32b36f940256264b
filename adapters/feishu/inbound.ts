import type { Inbound, InboundBody, MessageId } from '../../src/channel/message.ts';
import { CHANNEL, writeConversation } from './conversation.ts';
import { readText } from './read-text.ts';
import { writeReference } from './reference.ts';
import {
  buttonValueSchema,
  cardEventSchema,
  type Delivery,
  fileSchema,
  imageSchema,
  type Message,
  messageEventSchema,
  postSchema,
  textSchema,
} from './schema.ts';

/** The application whose events these are. `botId` is unknown until the platform has told it. */
export interface FeishuBot {
  readonly appId: string;
  readonly botId: string | undefined;
}

/** The platform tells neither size nor kind of what it keeps; a picture comes as JPEG as a rule. */
function describePicture(message: Message, key: string): InboundBody {
  const reference = writeReference({ messageId: message.message_id, type: 'image', key });
  return { kind: 'file', name: `${key}.jpg`, mediaType: 'image/jpeg', bytes: 0, reference };
}

function readFile(message: Message): InboundBody[] | undefined {
  const file = fileSchema.safeParse(message.content);
  if (!file.success) return undefined;
  const { file_key: key, file_name: name } = file.data;
  const reference = writeReference({ messageId: message.message_id, type: 'file', key });
  return [{ kind: 'file', name: name.toWellFormed(), mediaType: 'application/octet-stream', bytes: 0, reference }];
}

function readImage(message: Message): InboundBody[] | undefined {
  const image = imageSchema.safeParse(message.content);
  return image.success ? [describePicture(message, image.data.image_key)] : undefined;
}

/** A formatted text: its pictures first, then its words. */
function readPost(message: Message, botId: string | undefined): InboundBody[] | undefined {
  const post = postSchema.safeParse(message.content);
  if (!post.success) return undefined;
  const elements = post.data.content.flat();
  const pictures = elements.filter(({ tag, image_key }) => tag === 'img' && image_key !== '');
  const lines = post.data.content.map((line) =>
    line.map(({ tag, text, user_id }) => (tag === 'at' ? user_id : text)).join(''),
  );
  const text = readText([post.data.title, ...lines].filter(Boolean).join('\n'), message.mentions, botId);
  return [
    ...pictures.map(({ image_key }) => describePicture(message, image_key)),
    ...(text === '' && pictures.length > 0 ? [] : [{ kind: 'text' as const, text }]),
  ];
}

function readMessage(message: Message, botId: string | undefined): InboundBody[] | undefined {
  switch (message.message_type) {
    case 'text': {
      const said = textSchema.safeParse(message.content);
      return said.success ? [{ kind: 'text', text: readText(said.data.text, message.mentions, botId) }] : undefined;
    }
    case 'post':
      return readPost(message, botId);
    case 'image':
      return readImage(message);
    case 'file':
      return readFile(message);
    default:
      return [{ kind: 'unsupported', what: message.message_type }];
  }
}

/** In a group the bot is only there for those who name it. Until its own id is known, naming anybody counts. */
function isAddressed({ chat_type, mentions }: Message, botId: string | undefined): boolean {
  if (chat_type === 'p2p') return true;
  return mentions.some(({ id }) => (botId === undefined ? id?.open_id : id?.open_id === botId));
}

function readMessageEvent(event: unknown, { appId, botId }: FeishuBot): Inbound[] | undefined {
  const parsed = messageEventSchema.safeParse(event);
  if (!parsed.success) return undefined;
  const { sender, message } = parsed.data;
  if (sender.sender_type !== 'user' || !isAddressed(message, botId)) return [];
  const member = message.chat_type === 'p2p' ? null : sender.sender_id.open_id;
  const conversation = writeConversation({ appId, chatId: message.chat_id, member });
  // A message may be delivered under several event ids, and an event several times: its own id tells it.
  return readMessage(message, botId)?.map((body, index) => ({
    id: [appId, message.message_id, ...(index === 0 ? [] : [index])].join(':') as MessageId,
    channel: CHANNEL,
    conversation,
    body,
  }));
}

function readTap({ header, event }: Delivery, { appId }: FeishuBot): Inbound[] | undefined {
  const tap = cardEventSchema.safeParse(event);
  if (!tap.success) return undefined;
  const button = buttonValueSchema.safeParse(tap.data.action.value);
  // Of a card that is not the desk's.
  if (!button.success) return [];
  const member = button.data.group ? tap.data.operator.open_id : null;
  const conversation = writeConversation({ appId, chatId: tap.data.context.open_chat_id, member });
  const id = `${appId}:${header.event_id}` as MessageId;
  return [{ id, channel: CHANNEL, conversation, body: { kind: 'choice', value: button.data.choice.toWellFormed() } }];
}

/** What a delivery asks the desk to handle; undefined when it is not what its type says. */
export function readInbound(delivery: Delivery, bot: FeishuBot): Inbound[] | undefined {
  switch (delivery.header.event_type) {
    case 'im.message.receive_v1':
      return readMessageEvent(delivery.event, bot);
    case 'card.action.trigger':
      return readTap(delivery, bot);
    default:
      // Read, opened, joined: nothing asks for an answer.
      return [];
  }
}
