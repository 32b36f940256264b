import { rewriteChart } from '../channel/chart.ts';
import type { OutMessage } from '../channel/message.ts';
import { detectScript, toTraditional } from '../knowledge/script/index.ts';
import type { ConversationState } from './state.ts';
import type { TurnInput } from './turn-contract.ts';

/**
 * The script to reply in: the one of the last message that told. What is filled into a form tells nothing, since names
 * and addresses are copied from papers.
 */
export function hearScript(state: ConversationState, input: TurnInput): ConversationState['script'] {
  if (input.kind !== 'text' || state.form !== null) return state.script;
  return detectScript(input.text.slice(0, 400)) ?? state.script;
}

/** The person's own words in a reply, shown back as they were typed; the longest first, since one may hold another. */
function listOwnWords(states: readonly ConversationState[], input: TurnInput): readonly string[] {
  const drafts = states.flatMap((state) => Object.values(state.form?.draft ?? {}));
  const about = input.kind === 'event' && 'view' in input.event ? [input.event.view.about] : [];
  const words = [...drafts, ...about].filter((each) => typeof each === 'string');
  return words.filter((each) => each !== '').toSorted((a, b) => b.length - a.length);
}

/**
 * Replies with everything that is read in traditional characters: texts, titles, rows, sources and labels. Values of
 * choices are for machines and stay; so does what the person wrote in the states before and after the turn.
 */
export function writeTraditional(
  replies: readonly OutMessage[],
  states: readonly ConversationState[],
  input: TurnInput,
): readonly OutMessage[] {
  const own = listOwnWords(states, input);
  const write = (text: string): string => {
    const kept = own.find((words) => text.includes(words));
    return kept === undefined ? toTraditional(text) : text.split(kept).map(write).join(kept);
  };
  return replies.map((reply): OutMessage => {
    if (reply.kind === 'notice') return { ...reply, text: write(reply.text) };
    const choices = reply.choices?.map((choice) => ({ ...choice, label: write(choice.label) }));
    const spoken = choices ? { choices } : {};
    if ('file' in reply) {
      const file = rewriteChart(reply.file, write);
      return { ...reply, text: write(reply.text), file, instead: write(reply.instead), ...spoken };
    }
    if (reply.kind === 'card') {
      const rows = reply.rows.map(({ label, value }) => ({ label: write(label), value: write(value) }));
      const text = reply.text === undefined ? {} : { text: write(reply.text) };
      return { ...reply, title: write(reply.title), rows, ...text, ...spoken };
    }
    const sources = reply.sources?.map((source) => ({
      ...source,
      title: write(source.title),
      article: source.article === null ? null : write(source.article),
    }));
    return { ...reply, text: write(reply.text), ...(sources ? { sources } : {}), ...spoken };
  });
}
