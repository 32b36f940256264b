import type { Part } from '../../src/channel/fit.ts';
import type { Choice } from '../../src/channel/message.ts';
import type { FeishuChat } from './conversation.ts';

/**
 * Longest text of one message, in UTF-8 bytes. Cards and formatted texts may take 30 KB with everything around and
 * every quotation mark escaped twice; only the plain kind takes 150 KB, and that one reads `**` and `<b>` as markup.
 */
export const MOST_TEXT_BYTES = 7000;

/** Body of a send without its address; `content` is JSON within JSON. */
export interface Rendered {
  readonly msg_type: 'post' | 'interactive' | 'file' | 'image';
  readonly content: string;
}

/** A formatted text of one plain piece: what it says is shown as written. */
function renderPost({ member }: FeishuChat, text: string) {
  const named =
    member === null
      ? []
      : [
          { tag: 'at', user_id: member },
          { tag: 'text', text: ' ' },
        ];
  return { zh_cn: { content: [[...named, { tag: 'text', text }]] } };
}

const renderButton = ({ label, value }: Choice, group: boolean) => ({
  tag: 'button',
  text: { tag: 'plain_text', content: label },
  type: 'default',
  value: { choice: value, group },
});

/** https://open.feishu.cn/document/feishu-cards/card-json-structure, the first version: every client shows it. */
function renderCard({ member }: FeishuChat, { text, choices }: Part) {
  const group = member !== null;
  const buttons = [choices.filter(({ aside }) => !aside), choices.filter(({ aside }) => aside)];
  return {
    // A card passed on would let somebody elsewhere tap in this conversation.
    config: { wide_screen_mode: true, enable_forward: false },
    elements: [
      ...(group ? [{ tag: 'markdown', content: `<at id=${member}></at>` }] : []),
      { tag: 'div', text: { tag: 'plain_text', content: text } },
      ...buttons
        .filter((row) => row.length > 0)
        .map((row) => ({ tag: 'action', layout: 'flow', actions: row.map((choice) => renderButton(choice, group)) })),
    ],
  };
}

/** A part as `im/v1/messages` takes it: a card where there is something to tap, else a text. In a group it names the person. */
export function renderPart(chat: FeishuChat, part: Part): Rendered {
  return part.choices.length > 0
    ? { msg_type: 'interactive', content: JSON.stringify(renderCard(chat, part)) }
    : { msg_type: 'post', content: JSON.stringify(renderPost(chat, part.text)) };
}
