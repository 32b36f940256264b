import type { RoomCard, RoomField, RoomForm } from '../../../src/channel/staff-room.ts';
import { renderChoices, renderFallback, renderText } from '../render.ts';

/** Longest text of a block (https://docs.slack.dev/reference/block-kit/blocks/rich-text-block gives none; posts end here). */
const MOST_TEXT = 3000;
/** https://docs.slack.dev/reference/views: title and buttons of a modal; options of a select. */
const MOST_TITLE = 24;
const MOST_OPTION = 75;
const MOST_OPTIONS = 100;

const plain = (text: string, most: number) => ({ type: 'plain_text', text: text.slice(0, most), emoji: false });

function renderCalls(calls: readonly string[]) {
  if (calls.length === 0) return [];
  const elements = calls.map((account) => ({ type: 'user', user_id: account.split(':')[2] ?? '' }));
  return [{ type: 'rich_text', elements: [{ type: 'rich_text_section', elements }] }];
}

export function renderCard({ text, choices, calls = [] }: RoomCard) {
  const words = text.slice(0, MOST_TEXT);
  const blocks = [renderText(words), ...renderCalls(calls), ...renderChoices(choices, 0)];
  return { text: renderFallback(words), blocks, unfurl_links: false, unfurl_media: false };
}

function renderElement({ kind, choices, value }: RoomField) {
  const common = { action_id: 'value' };
  if (kind === 'day') return { ...common, type: 'datepicker' };
  if (kind === 'choice') {
    const options = choices
      .slice(0, MOST_OPTIONS)
      .map(({ label, value }) => ({ text: plain(label, MOST_OPTION), value }));
    return { ...common, type: 'static_select', options };
  }
  if (kind === 'number') return { ...common, type: 'number_input', is_decimal_allowed: true };
  const first = value === undefined ? {} : { initial_value: value.slice(0, MOST_TEXT) };
  return { ...common, type: 'plain_text_input', multiline: true, max_length: MOST_TEXT, ...first };
}

/** https://docs.slack.dev/surfaces/modals */
export function renderForm({ state, title, submit, cancel, intro, fields }: RoomForm) {
  return {
    type: 'modal',
    private_metadata: state,
    title: plain(title, MOST_TITLE),
    submit: plain(submit, MOST_TITLE),
    close: plain(cancel, MOST_TITLE),
    blocks: [
      { type: 'section', text: plain(intro, MOST_TEXT) },
      ...fields.map((field) => ({
        type: 'input',
        block_id: field.id,
        optional: !field.required,
        label: plain(field.label, 2000),
        element: renderElement(field),
      })),
    ],
  };
}

/** A view that only says something; it takes the place of the form that was sent. */
export function renderTold(text: string, title: string) {
  return {
    type: 'modal',
    title: plain(title, MOST_TITLE),
    blocks: [{ type: 'section', text: plain(text, MOST_TEXT) }],
  };
}
