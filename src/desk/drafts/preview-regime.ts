import type { Release } from '../../conversation/release.ts';
import { dayOf } from '../../day.ts';
import type { Regime } from '../../knowledge/schema/regime.ts';
import { type Locale, type Messages, say } from '../../messages.ts';
import { lengthOn, reckonClocks } from '../../requests/index.ts';
import type { Preview } from './preview-entry.ts';

/** What the terms of a table come to: the last day of each were it to start today, by the calendar served. */
export function previewRegime(
  { calendar }: Pick<Release, 'calendar'>,
  messages: Messages,
  { regime, locale }: { readonly regime: Regime; readonly locale: Locale },
  now: Date,
): readonly Preview[] {
  const startOn = dayOf(now);
  const words = (key: string, values: Readonly<Record<string, string | number>>) =>
    say(messages, locale, `sample.${key}`, values);
  const lines = regime.clocks.map(({ id, title, en, periods }) => {
    const name = locale === 'en' ? en : title;
    const length = lengthOn(periods, startOn);
    if (!length || length.unit === 'until') return words('term_given', { name });
    const clock = { id, startOn, length, added: 0, pauses: [], stoppedOn: null };
    const [reckoned] = reckonClocks(calendar, [clock]);
    const due = reckoned?.due ?? startOn;
    const unsure = reckoned?.provisional ? words('term_unsure', {}) : '';
    return words(`term_${length.unit}`, { name, count: length.count, due, unsure });
  });
  return [
    { channel: 'terms', parts: [{ text: [words('term_start', { day: startOn }), ...lines].join('\n'), buttons: [] }] },
  ];
}
