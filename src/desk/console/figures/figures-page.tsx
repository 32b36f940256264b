import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Input, Space } from 'antd';
import { useMemo, useState } from 'react';
import { type Figures, figuresQuery } from '../api/queries.ts';
import { saveFile } from '../api/save-file.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { nameOf, useSay } from '../texts.ts';
import { FigureCard } from './figure-card.tsx';
import { drawDays, drawMonths, drawMost } from './options.ts';
import { writeShare, writeTime } from './write-share.ts';

const shanghai = new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' });
const NUMBERS = ['inquiries', 'conversations', 'instead', 'deflected', 'filed', 'answered'] as const;
const SHARES = ['containment', 'unanswered', 'onTime', 'satisfied'] as const;
const TIMES = ['firstReply', 'visitTotal', 'requestDays'] as const;

function Summary({ figures }: { readonly figures: Figures }) {
  const say = useSay();
  const rows = [
    ...NUMBERS.map((name) => ({ name, children: String(figures[name]) })),
    ...SHARES.map((name) => ({ name, children: writeShare(figures[name]) })),
    ...TIMES.map((name) => ({
      name,
      children: `${say('figure_median')} ${writeTime(figures[name].median)} · ${say('figure_ninetieth')} ${writeTime(figures[name].ninetieth)}`,
    })),
  ];
  return (
    <Card title={say('figure_summary')}>
      <Descriptions
        layout="vertical"
        column={{ xs: 1, md: 3, xl: 4 }}
        items={rows.map(({ name, children }) => ({ key: name, label: say(`figure_${name}`), children }))}
      />
    </Card>
  );
}

function Cards({ figures }: { readonly figures: Figures }) {
  const say = useSay();
  const kinds = figures.byKind.map(({ name, count }) => ({ name: nameOf(say, 'kind', name), count }));
  const levels = figures.ratings.map(({ name, count }) => ({ name: nameOf(say, 'level', name), count }));
  const topics = figures.topics.map(({ title, count }) => ({ name: title, count }));
  const drawn = useMemo(
    () => ({
      days: drawDays(figures.byDay),
      topics: drawMost(figures.topics.map(({ title, count }) => ({ name: title, count }))),
      referrals: drawMost(figures.referrals),
      asked: drawMonths(figures.inquiryMonths, (channel) => nameOf(say, 'channel', channel)),
      filed: drawMonths(figures.filedMonths, (channel) => nameOf(say, 'channel', channel)),
    }),
    [figures, say],
  );
  const counted = [say('figure_name'), say('figure_count')];
  const rowsOf = (rows: Figures['byDay']) => rows.map(({ name, count }) => [name, count] as const);
  const months = [say('figure_month'), say('channel'), say('figure_count'), say('figure_online')];
  const monthRows = (all: Figures['filedMonths']) =>
    all.flatMap(({ month, channels, online }) =>
      channels.map(({ name, count }) => [month, nameOf(say, 'channel', name), count, writeShare(online)] as const),
    );
  return (
    <div className="cards">
      <FigureCard
        title={say('figure_by_day')}
        option={drawn.days}
        headings={counted}
        rows={rowsOf(figures.byDay).toReversed()}
      />
      <FigureCard
        title={say('figure_topics')}
        option={drawn.topics}
        headings={[say('figure_topic'), say('figure_count')]}
        rows={rowsOf(topics)}
      />
      <FigureCard
        title={say('figure_referrals')}
        option={drawn.referrals}
        headings={counted}
        rows={rowsOf(figures.referrals)}
      />
      <FigureCard title={say('figure_by_kind')} option={null} headings={counted} rows={rowsOf(kinds)} />
      <FigureCard title={say('figure_ratings')} option={null} headings={counted} rows={rowsOf(levels)} />
      <FigureCard
        title={say('figure_inquiry_months')}
        option={drawn.asked}
        headings={months}
        rows={monthRows(figures.inquiryMonths)}
      />
      <FigureCard
        title={say('figure_filed_months')}
        option={drawn.filed}
        headings={months}
        rows={monthRows(figures.filedMonths)}
      />
    </div>
  );
}

/** How a period went, to read and to take along. */
export function FiguresPage({ locale }: PageProps) {
  const say = useSay();
  const [period, setPeriod] = useState(() => {
    const now = Date.now();
    return { from: shanghai.format(now - 29 * 86_400_000), to: shanghai.format(now) };
  });
  const { data: figures, error } = useQuery(figuresQuery(period));
  const save = useMutation({
    mutationFn: (format: 'csv' | 'xlsx') => saveFile('/figures/export', { ...period, format, locale }),
  });
  const dayField = (end: 'from' | 'to') => (
    <label htmlFor={`figures-${end}`}>
      {say(`figure_${end}`)}
      <Input
        id={`figures-${end}`}
        type="date"
        required
        value={period[end]}
        onChange={({ target }) => target.value !== '' && setPeriod({ ...period, [end]: target.value })}
      />
    </label>
  );
  return (
    <Page
      title={say('figures')}
      actions={
        <Space wrap>
          <Button loading={save.isPending} onClick={() => save.mutate('xlsx')}>
            {say('figure_export_xlsx')}
          </Button>
          <Button loading={save.isPending} onClick={() => save.mutate('csv')}>
            {say('figure_export_csv')}
          </Button>
        </Space>
      }
    >
      <fieldset className="search-wide" aria-label={say('figure_from_to')}>
        {dayField('from')}
        {dayField('to')}
      </fieldset>
      <Failure error={error ?? save.error} />
      {figures && <Summary figures={figures} />}
      {figures && <Cards figures={figures} />}
    </Page>
  );
}
