import type { ConversationId, Inbound, InboundBody, MessageId } from '../../src/channel/message.ts';
import { CHANNEL, writeConversation } from './conversation.ts';
import { readText } from './read-text.ts';
import type { BlockActions, MessageEvent, SlackFile, SlashCommand } from './schema.ts';

/** Subtypes that are a person's own new message; all others are changes, news or the platform's own. */
const SPOKEN = new Set([undefined, 'file_share', 'me_message', 'thread_broadcast']);
/** Files that were deleted, or that the workspace's plan hides. */
const HIDDEN = new Set(['tombstone', 'hidden_by_limit']);
/** Recordings, canvases and links to other services: nothing to download and read. */
const isUnreadable = ({ mode, subtype }: SlackFile) =>
  subtype === 'slack_audio' || subtype === 'slack_video' || mode === 'external' || mode === 'quip';

const isDirect = (channelId: string) => channelId.startsWith('D');

function toInbound(id: readonly string[], conversation: ConversationId, bodies: readonly InboundBody[]): Inbound[] {
  return bodies.map((body, index) => ({
    id: [...id, ...(index === 0 ? [] : [String(index)])].join(':') as MessageId,
    channel: CHANNEL,
    conversation,
    body,
  }));
}

function readFile(file: SlackFile): InboundBody[] {
  if (HIDDEN.has(file.mode)) return [];
  if (isUnreadable(file)) return [{ kind: 'unsupported', what: file.subtype ?? file.mode }];
  const { id: reference, size: bytes, name, mimetype } = file;
  const mediaType = mimetype || 'application/octet-stream';
  return [{ kind: 'file', name: (name || reference).toWellFormed(), mediaType, bytes, reference }];
}

/**
 * A message in a direct chat, or one in a channel that names the app. The id is the one the person's own client gave:
 * one gesture may come as several events, but only ever with one of it.
 */
export function readMessageEvent(event: MessageEvent, teamId: string, botUserId: string | null): Inbound[] {
  const { type, channel, user: userId, bot_id, subtype, ts } = event;
  if (bot_id !== undefined || userId === undefined || userId === botUserId || !SPOKEN.has(subtype)) return [];
  // A channel's messages come a second time as `message` where the app asks for them; the mention is enough.
  if (isDirect(channel) !== (type === 'message')) return [];
  const thread = isDirect(channel) ? null : { channelId: channel, ts: event.thread_ts ?? ts };
  const text = readText(event.text, botUserId);
  const bodies = event.files.flatMap(readFile);
  if (text !== '') bodies.push({ kind: 'text', text });
  // Named and nothing more: an empty text lets the desk ask what it can do.
  else if (event.text !== '') bodies.push({ kind: 'text', text: '' });
  else if (event.files.length === 0) bodies.push({ kind: 'unsupported', what: 'message' });
  return toInbound(
    [teamId, event.client_msg_id ?? `${channel}:${ts}`],
    writeConversation({ teamId, userId, thread }),
    bodies,
  );
}

/** Buttons tapped below a message, in the conversation of whoever tapped. */
export function readBlockActions({ team, user, channel, message, actions }: BlockActions): Inbound[] {
  const thread = isDirect(channel.id) ? null : { channelId: channel.id, ts: message.thread_ts ?? message.ts };
  const conversation = writeConversation({ teamId: team.id, userId: user.id, thread });
  return actions.flatMap(({ action_ts, value }) =>
    value
      ? toInbound([team.id, user.id, action_ts], conversation, [{ kind: 'choice', value: value.toWellFormed() }])
      : [],
  );
}

/** A command, wherever it was typed, is said in the person's direct chat: nobody else reads the answer. */
export function readSlashCommand({ team_id: teamId, user_id: userId, text, trigger_id }: SlashCommand): Inbound[] {
  const said = readText(text, null);
  const body: InboundBody = said === '' ? { kind: 'choice', value: 'help' } : { kind: 'text', text: said };
  return toInbound([teamId, trigger_id], writeConversation({ teamId, userId, thread: null }), [body]);
}
