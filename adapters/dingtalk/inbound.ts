import type { Inbound, InboundBody, MessageId } from '../../src/channel/message.ts';
import { CHANNEL, type DingtalkChat, writeConversation } from './conversation.ts';
import type { Payload, Piece } from './schema.ts';

/** The platform tells neither name nor size of a picture; it comes as PNG or JPEG. */
function describePicture(code: string, index: number): InboundBody {
  return { kind: 'file', name: `${index + 1}.jpg`, mediaType: 'image/jpeg', bytes: 0, reference: code };
}

/** A formatted text: its pictures first, then its words. */
function readPieces(pieces: readonly Piece[]): InboundBody[] {
  const pictures = pieces.flatMap(({ downloadCode }) => downloadCode ?? []).map(describePicture);
  const text = pieces
    .map((piece) => piece.text)
    .join('')
    .trim()
    .toWellFormed();
  return text === '' && pictures.length > 0 ? pictures : [...pictures, { kind: 'text', text }];
}

function readFile({
  fileName,
  downloadCode,
}: {
  readonly fileName: string;
  readonly downloadCode: string;
}): InboundBody {
  const name = fileName.toWellFormed();
  return { kind: 'file', name, mediaType: 'application/octet-stream', bytes: 0, reference: downloadCode };
}

function readBodies(payload: Payload): InboundBody[] {
  if ('text' in payload) return [{ kind: 'text', text: payload.text.content.trim().toWellFormed() }];
  if (!('content' in payload)) return [{ kind: 'unsupported', what: payload.msgtype }];
  if ('richText' in payload.content) return readPieces(payload.content.richText);
  if ('recognition' in payload.content) {
    // The platform writes down what it hears.
    const text = payload.content.recognition.trim().toWellFormed();
    return [text === '' ? { kind: 'unsupported', what: 'audio' } : { kind: 'text', text }];
  }
  return ['fileName' in payload.content ? readFile(payload.content) : describePicture(payload.content.downloadCode, 0)];
}

/** Whose message it is. */
function findChat(payload: Payload, robotCode: string): DingtalkChat {
  const { senderStaffId: userId, senderId } = payload;
  if (payload.conversationType === '2') {
    return { kind: 'group', robotCode, groupId: payload.conversationId, person: userId ?? senderId };
  }
  return userId === undefined ? { kind: 'outsider', robotCode, senderId } : { kind: 'member', robotCode, userId };
}

/** What a call asks the desk to handle. Another robot of the same application is none of it. */
export function readInbound(payload: Payload, robotCode: string): Inbound[] {
  const isOurs = payload.robotCode === undefined || payload.robotCode === robotCode;
  if (!isOurs || payload.senderId === payload.chatbotUserId) return [];
  const conversation = writeConversation(findChat(payload, robotCode));
  return readBodies(payload).map((body, index) => ({
    id: [robotCode, payload.msgId, ...(index === 0 ? [] : [index])].join(':') as MessageId,
    channel: CHANNEL,
    conversation,
    body,
  }));
}
