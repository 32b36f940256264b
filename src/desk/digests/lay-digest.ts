import { yearOf } from '../../day.ts';
import { type Locale, type Messages, say } from '../../messages.ts';
import type { DailyDigest, Digest, DueDigest, ImportantDigest, Named } from './digest.ts';
import type { DayCount, Spike } from './find-spikes.ts';

/** A digest as it is read: the same words in a chat, a letter, a page. */
export interface LaidDigest {
  readonly title: string;
  readonly summary: string;
  readonly parts: readonly {
    readonly heading: string;
    /** The heading where there is nothing but text to tell it by. */
    readonly marked: string;
    readonly lines: readonly string[];
  }[];
}

/** What a reader speaks, and what questions without an answer they may see. */
export interface LayOptions {
  readonly messages: Messages;
  readonly locale: Locale;
  /** null: not numbered yet. */
  readonly number: number | null;
  /** Masked questions nothing answered, most asked first; kept elsewhere and for a shorter time. Default: none. */
  readonly examples?: readonly { readonly example: string; readonly times: number }[];
}

type Speak = (key: string, values?: Readonly<Record<string, string | number>>) => string;

interface Words {
  readonly speak: Speak;
  readonly counted: (list: Named) => readonly string[];
  readonly channels: (list: Named) => readonly string[];
  readonly part: (heading: string, lines: readonly string[]) => LaidDigest['parts'][number];
}

function wordsOf({ messages, locale }: LayOptions): Words {
  const speak: Speak = (key, values) => say(messages, locale, `digest.${key}`, values);
  const counted = (list: Named) => list.map(({ name, count }) => speak('counted', { name, count }));
  const nameChannel = (name: string) => messages[locale][`console.channel_${name}`] ?? name;
  return {
    speak,
    counted,
    channels: (list) => counted(list.map(({ name, count }) => ({ name: nameChannel(name), count }))),
    part: (name, lines) => {
      const heading = speak(name);
      const marked = speak('heading', { heading });
      return { heading, marked, lines: lines.length > 0 ? lines : [speak('nothing')] };
    },
  };
}

const topicsOf = (list: readonly DayCount[]): Named => list.map(({ title, count }) => ({ name: title, count }));

function explain({ speak }: Words, { title, count, usual, from }: Spike, weeks: number): string {
  return speak('spike', { title, count, usual, from, weeks });
}

function layDaily(digest: DailyDigest, words: Words, { examples = [] }: LayOptions): LaidDigest['parts'] {
  const { speak, counted, channels, part } = words;
  const { weeks, unanswered } = digest;
  const misses = unanswered === 0 ? [] : [speak('unanswered_count', { count: unanswered })];
  const asked = examples.map(({ example, times }) => ({ name: example, count: times }));
  return [
    part('spikes', weeks === 0 ? [speak('no_baseline')] : digest.spikes.map((spike) => explain(words, spike, weeks))),
    part('topics', counted(topicsOf(digest.topics))),
    part('fresh', weeks === 0 ? [speak('no_baseline')] : counted(topicsOf(digest.fresh))),
    part('districts', counted(digest.districts)),
    part('channels', channels(digest.channels)),
    part('referrals', counted(digest.referrals)),
    part('unanswered', [...misses, ...counted(asked)]),
  ];
}

function layImportant(digest: ImportantDigest, words: Words): LaidDigest['parts'] {
  const { part, speak, counted, channels } = words;
  const { of, why, weeks, threshold } = digest;
  const measured = weeks === 0 ? speak('no_baseline') : explain(words, of, weeks);
  const reason = speak(`why_${why}`, { threshold });
  return [
    part('why', why === 'spike' ? [measured, reason] : [reason, measured]),
    part('districts', counted(digest.districts)),
    part('channels', channels(digest.channels)),
  ];
}

function layDue({ entries }: DueDigest, { part, speak }: Words): LaidDigest['parts'] {
  const told = (why: 'review' | 'ends') =>
    entries
      .filter((entry) => entry.why === why)
      .map(({ title, on, overdue }) => speak(`due_${why}_${overdue ? 'late' : 'soon'}`, { title, on }));
  return (['review', 'ends'] as const).flatMap((why) => (told(why).length > 0 ? [part(`due_${why}`, told(why))] : []));
}

/** A digest in a reader's language. */
export function layDigest(digest: Digest, options: LayOptions): LaidDigest {
  const words = wordsOf(options);
  const { day } = digest;
  const { speak } = words;
  const year = yearOf(day);
  const issue = options.number === null ? speak('not_numbered') : speak('number', { year, number: options.number });
  if (digest.kind === 'daily') {
    const { inquiries, conversations, filed } = digest;
    return {
      title: speak('title', { issue, day }),
      summary: speak('summary', { inquiries, conversations, filed }),
      parts: layDaily(digest, words, options),
    };
  }
  if (digest.kind === 'due') {
    const late = digest.entries.filter(({ overdue }) => overdue).length;
    return {
      title: speak('due_title', { issue, day }),
      summary: speak('due_summary', { late, soon: digest.entries.length - late }),
      parts: layDue(digest, words),
    };
  }
  const { title, count } = digest.of;
  return {
    title: speak('important_title', { issue, day }),
    summary: speak('important_summary', { title, count, day }),
    parts: layImportant(digest, words),
  };
}
