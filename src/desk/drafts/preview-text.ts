import { fit } from '../../channel/fit.ts';
import type { OutMessage } from '../../channel/message.ts';
import type { Release } from '../../conversation/release.ts';
import { listValues } from '../../knowledge/edit/index.ts';
import { type Locale, type Messages, say } from '../../messages.ts';
import { type NamedChannel, type Preview, showPart } from './preview-entry.ts';

/** A value the program gives a text, with what it may be. */
export interface SampleValue {
  readonly name: string;
  readonly sample: string;
}

/** What the authority says of itself stands for the values of these names. */
const OWN = ['office', 'address', 'phone', 'postcode'] as const;

/** What the values of a text may be, in a language: the authority's own facts, everything else by its sample. */
export function sampleValues(release: Release, messages: Messages, text: string, locale: Locale): SampleValue[] {
  const { profile } = release.base;
  const known = new Map([['authority', profile.name], ...OWN.map((name) => [name, profile[name].value] as const)]);
  return listValues(text).map((name) => {
    const sample = known.get(name) ?? messages[locale][`sample.${name}`];
    return { name, sample: sample ?? `{${name}}` };
  });
}

interface Spoken {
  readonly key: string;
  readonly text: string;
  readonly locale: Locale;
}

/** A text as each channel shows it, its values filled: as a button where it names a choice, else as a message. */
export function previewText(
  release: Release,
  messages: Messages,
  { key, text, locale }: Spoken,
  channels: readonly NamedChannel[],
): readonly Preview[] {
  const values = new Map(sampleValues(release, messages, text, locale).map(({ name, sample }) => [name, sample]));
  const filled = text.replaceAll(/\{(\w+)\}/gu, (whole, name: string) => values.get(name) ?? whole);
  const message: OutMessage = key.startsWith('choice')
    ? { kind: 'text', text: say(messages, locale, 'sample.above'), choices: [{ value: 'sample', label: filled }] }
    : { kind: 'text', text: filled };
  const words = { sources: say(messages, locale, 'conversation.sources') };
  return channels.map(({ name, capabilities }) => ({
    channel: name,
    parts: fit(message, capabilities, words).map(showPart),
  }));
}
