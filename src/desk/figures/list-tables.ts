import { type Locale, type Messages, say } from '../../messages.ts';
import type { Figures } from './read-figures.ts';
import type { share } from './summarise.ts';

type Cell = string | number | null;

/** A table of an export: a heading row, then the others. */
export interface ExportTable {
  readonly title: string;
  readonly rows: readonly (readonly Cell[])[];
}

const NUMBERS = ['inquiries', 'conversations', 'instead', 'deflected', 'filed', 'answered'] as const;
const SHARES = ['containment', 'unanswered', 'onTime', 'satisfied'] as const;
const TIMES = ['firstReply', 'visitTotal', 'requestDays'] as const;

/** Per cent with two places, as the annual reports write them. */
const percent = (value: ReturnType<typeof share>): Cell => (value === null ? null : Math.round(value * 10_000) / 100);
const round = (value: number | null): Cell => (value === null ? null : Math.round(value * 10) / 10);

/** The figures as tables for a spreadsheet, in the reader's language. */
export function listTables(figures: Figures, messages: Messages, locale: Locale): readonly ExportTable[] {
  const write = (key: string) => say(messages, locale, `console.${key}`);
  const named = (list: string, word: string) => {
    const key = `console.${list}_${word}`;
    return key in messages[locale] ? say(messages, locale, key) : word;
  };
  const counted = (title: string, rows: readonly { name: string; count: number }[], list?: string): ExportTable => ({
    title: write(title),
    rows: [
      [write('figure_name'), write('figure_count')],
      ...rows.map(({ name, count }) => [list === undefined ? name : named(list, name), count]),
    ],
  });
  const months = (title: string, rows: Figures['filedMonths']): ExportTable => ({
    title: write(title),
    rows: [
      [write('figure_month'), write('channel'), write('figure_count'), write('figure_online')],
      ...rows.flatMap(({ month, channels, online }) =>
        channels.map(({ name, count }) => [month, named('channel', name), count, percent(online)]),
      ),
    ],
  });
  return [
    {
      title: write('figure_summary'),
      rows: [
        [write('figure_name'), write('figure_value')],
        ...NUMBERS.map((name) => [write(`figure_${name}`), figures[name]]),
        ...SHARES.map((name) => [`${write(`figure_${name}`)} (%)`, percent(figures[name])]),
        ...TIMES.flatMap((name) => [
          [`${write(`figure_${name}`)} · ${write('figure_median')}`, round(figures[name].median)],
          [`${write(`figure_${name}`)} · ${write('figure_ninetieth')}`, round(figures[name].ninetieth)],
        ]),
      ],
    },
    counted('figure_by_day', figures.byDay),
    counted('figure_by_kind', figures.byKind, 'kind'),
    {
      title: write('figure_topics'),
      rows: [
        [write('figure_topic'), write('figure_id'), write('figure_count')],
        ...figures.topics.map(({ title, id, count }) => [title, id, count]),
      ],
    },
    counted('figure_referrals', figures.referrals),
    counted('figure_ratings', figures.ratings, 'level'),
    months('figure_inquiry_months', figures.inquiryMonths),
    months('figure_filed_months', figures.filedMonths),
  ];
}
