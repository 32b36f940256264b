import type { Digest } from './read-digest.ts';

/** A text by its key under `digest.` in the messages. */
export type SayDigest = (key: string, values?: Readonly<Record<string, string | number>>) => string;

function writePart(say: SayDigest, heading: string, lines: readonly string[]): string[] {
  return ['', say(heading), ...(lines.length > 0 ? lines : [say('nothing')])];
}

/** The digest as text, as it is read in a chat or a letter. */
export function writeDigest(digest: Digest, say: SayDigest): string {
  const { day, number, inquiries, conversations, filed, weeks } = digest;
  const count = (key: string) => (each: { readonly name: string; readonly count: number }) =>
    say(key, { name: each.name, count: each.count });
  const spikes = digest.spikes.map(({ title, count: many, usual, from }) =>
    say('spike', { title, count: many, usual, from, weeks }),
  );
  const topics = (list: Digest['topics']) =>
    list.map(({ title, count: many }) => say('counted', { name: title, count: many }));
  return [
    say('title', { year: day.slice(0, 4), number, day }),
    say('summary', { inquiries, conversations, filed }),
    ...writePart(say, 'spikes', weeks === 0 ? [say('no_baseline')] : spikes),
    ...writePart(say, 'topics', topics(digest.topics)),
    ...writePart(say, 'fresh', topics(digest.fresh)),
    ...writePart(say, 'channels', digest.channels.map(count('counted'))),
    ...writePart(say, 'referrals', digest.referrals.map(count('counted'))),
    ...writePart(
      say,
      'unanswered',
      digest.unanswered.map(({ example, times }) => say('counted', { name: example, count: times })),
    ),
  ].join('\n');
}
