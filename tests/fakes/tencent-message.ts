import type { PersonMessage, ShownFile, ShownMessage } from '../contract/harness.ts';

/** One field of a document as both platforms write it. */
export function field(name: string, value: string): string {
  return `<${name}><![CDATA[${value.replaceAll(']]>', ']]]]><![CDATA[>')}]]></${name}>`;
}

/**
 * What a person does, in fields:
 * https://developers.weixin.qq.com/doc/offiaccount/Message_Management/Receiving_standard_messages.html and
 * https://developer.work.weixin.qq.com/document/path/90239. Ids are beyond what a JavaScript number holds.
 * @param unsupported fields of a kind no text desk reads
 */
export function describeMessage(message: PersonMessage, unsupported: string): string {
  const id = `<MsgId>${7_000_000_000_000_000_000n + BigInt(message.id)}</MsgId>`;
  switch (message.kind) {
    case 'text':
    case 'own':
      return field('MsgType', 'text') + field('Content', message.text) + id;
    case 'choice':
      return field('MsgType', 'text') + field('Content', String(message.number)) + id;
    case 'file':
      return (
        field('MsgType', 'image') + field('PicUrl', 'http://fake/p') + field('MediaId', `media-${message.id}`) + id
      );
    case 'unsupported':
      return unsupported + id;
  }
}

/** What a person sees of a message the desk sent. */
export function showAccepted(
  { text }: Readonly<Record<string, unknown>>,
  file: ShownFile | undefined,
): Omit<ShownMessage, 'chat'> {
  const { content } = (text ?? { content: '' }) as { content: string };
  return { text: content, choices: [], ...(file && { file }) };
}
