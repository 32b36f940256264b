import type { Part } from '../../src/channel/fit.ts';
import type { Choice } from '../../src/channel/message.ts';
import type { SlackChat } from './conversation.ts';

const ADDRESS = /(https?:\/\/[\w.~:/?#[\]@!$&'()*+,;=%-]*[\w/=#])/u;

/** Text that is shown letter by letter: no markup, no emoji names, no mentions; addresses can be followed. */
export function renderText(text: string) {
  const elements = text
    .split(ADDRESS)
    .filter((piece) => piece !== '')
    .map((piece) => (ADDRESS.test(piece) ? { type: 'link', url: piece } : { type: 'text', text: piece }));
  return { type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] };
}

export function renderChoices(choices: readonly Choice[], from: number) {
  const elements = choices.map(({ label, value }, index) => ({
    type: 'button',
    text: { type: 'plain_text', text: label, emoji: false },
    value,
    // Has to differ within a message.
    action_id: `choice-${from + index}`,
  }));
  return elements.length > 0 ? [{ type: 'actions', elements }] : [];
}

/** For notifications and old clients, where the three signs of markup must be escaped. */
export function renderFallback(text: string): string {
  return text.replaceAll('&', '&amp;').replaceAll('<', '&lt;').replaceAll('>', '&gt;');
}

/**
 * A message as `chat.postMessage` takes it (https://docs.slack.dev/reference/methods/chat.postMessage), in Block Kit.
 * A person's own id as the channel is their direct chat with the app. `key` lets the platform drop a second one.
 */
export function renderMessage({ userId, thread }: SlackChat, part: Part, key: string) {
  const main = part.choices.filter(({ aside }) => !aside);
  const asides = part.choices.filter(({ aside }) => aside);
  return {
    channel: thread?.channelId ?? userId,
    ...(thread ? { thread_ts: thread.ts } : {}),
    text: renderFallback(part.text),
    blocks: [renderText(part.text), ...renderChoices(main, 0), ...renderChoices(asides, main.length)],
    unfurl_links: false,
    unfurl_media: false,
    client_msg_id: key,
  };
}
