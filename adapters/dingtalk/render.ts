import type { Part } from '../../src/channel/fit.ts';
import type { Choice } from '../../src/channel/message.ts';
import type { OutgoingFile } from '../_shared/outgoing-file.ts';
import type { DingtalkChat } from './conversation.ts';
import { writeMarkdown } from './write-markdown.ts';

/** Longest text of one message, in UTF-8 bytes. Session webhooks take 20,000, but the API 15,000 of JSON around it. */
export const MOST_TEXT_BYTES = 6000;
/** The API's cards have room for no more. */
export const MOST_BUTTONS = 5;
export const MOST_LABEL = 20;
/** What a notification shows of a card. */
const MOST_TITLE = 30;

/** Tapping says the label in the person's name, so that the chat reads as it was. */
const sayLabel = ({ label }: Choice) => `dtmd://dingtalkclient/sendMessage?content=${encodeURIComponent(label)}`;

/** In a group what a tap says would not name the robot and never reach it: there the choices are a list. */
function withList({ text, choices }: Part): string {
  return [text, ...choices.map(({ label }, index) => `${index + 1}. ${label}`)].join('\n');
}

function describeCard({ text }: Part) {
  const [firstLine = ''] = text.trimStart().split('\n');
  return { title: [...firstLine].slice(0, MOST_TITLE).join(''), text: writeMarkdown(text) };
}

/** Members are named by their own id, people from outside by the one the platform made up for them. */
const nameSomebody = (person: string) =>
  person.startsWith('$:') ? { atDingtalkIds: [person] } : { atUserIds: [person] };

/** A message for a session webhook: https://open.dingtalk.com/document/orgapp/robot-message-type */
export function renderForSession(chat: DingtalkChat, part: Part) {
  if (chat.kind === 'group') {
    return { msgtype: 'text', text: { content: withList(part) }, at: nameSomebody(chat.person) } as const;
  }
  if (part.choices.length === 0) return { msgtype: 'text', text: { content: part.text } } as const;
  const btns = part.choices.map((choice) => ({ title: choice.label, actionURL: sayLabel(choice) }));
  return { msgtype: 'actionCard', actionCard: { ...describeCard(part), btnOrientation: '0', btns } } as const;
}

function renderButtons(choices: readonly Choice[]): Readonly<Record<string, string>> {
  const [first] = choices;
  if (first && choices.length === 1) return { singleTitle: first.label, singleURL: sayLabel(first) };
  const numbered = choices.flatMap((choice, index) => [
    [`actionTitle${index + 1}`, choice.label],
    [`actionURL${index + 1}`, sayLabel(choice)],
  ]);
  return Object.fromEntries(numbered) as Readonly<Record<string, string>>;
}

/** Kind and content of a message for the API, the content as JSON: https://open.dingtalk.com/document/orgapp/robot-message-type */
export function renderForApi(chat: DingtalkChat, part: Part): { readonly msgKey: string; readonly msgParam: string } {
  if (chat.kind === 'group' || part.choices.length === 0) {
    return { msgKey: 'sampleText', msgParam: JSON.stringify({ content: withList(part) }) };
  }
  const count = part.choices.length;
  return {
    msgKey: count === 1 ? 'sampleActionCard' : `sampleActionCard${count}`,
    msgParam: JSON.stringify({ ...describeCard(part), ...renderButtons(part.choices) }),
  };
}

/** Endings of the files a robot may send: https://open.dingtalk.com/document/orgapp/robot-message-type */
const SENDABLE = new Set(['pdf', 'doc', 'docx', 'xlsx', 'zip', 'rar']);
const endingOf = (name: string) => name.split('.').at(-1)?.toLowerCase() ?? '';

/** Whether a robot has a kind of message for this file. */
export function canSendFile({ name, picture }: Pick<OutgoingFile, 'name' | 'picture'>): boolean {
  return picture || SENDABLE.has(endingOf(name));
}

/** A file or picture that was uploaded, for the API. */
export function renderFile({ name, picture }: OutgoingFile, mediaId: string) {
  return picture
    ? { msgKey: 'sampleImageMsg', msgParam: JSON.stringify({ photoURL: mediaId }) }
    : { msgKey: 'sampleFile', msgParam: JSON.stringify({ mediaId, fileName: name, fileType: endingOf(name) }) };
}
