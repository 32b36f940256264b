import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Card, Input, Popconfirm, Select, Space } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { type AnnualReport, reportQuery } from '../api/queries.ts';
import { saveFile } from '../api/save-file.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { type AskedCell, CasesDialog } from './cases-dialog.tsx';
import { CountedTable } from './counted-table.tsx';
import { FigureFields, TableTwoFields } from './entry-fields.tsx';
import { Paragraph } from './paragraph.tsx';
import { useEntered } from './use-entered.ts';

const FORMATS = ['html', 'docx', 'pdf', 'csv', 'json', 'outline.html', 'outline.svg', 'outline.png'] as const;
/** Reports before have no tables to fill. */
const FIRST_YEAR = 2019;
const thisYear = () =>
  Number(new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai', year: 'numeric' }).format());

function Standing({ report, locale }: { readonly report: AnnualReport; readonly locale: PageProps['locale'] }) {
  const say = useSay();
  if (report.approvedAt)
    return <Alert type="success" title={say('report_approved', { at: writeMoment(report.approvedAt) })} />;
  return (
    <Space orientation="vertical" className="report-standing">
      <Alert
        type="info"
        title={say(report.preview ? 'report_preview' : 'report_draft', { day: report.asOf })}
        description={report.hindrance?.[locale]}
      />
      {report.gaps.length > 0 && (
        <Alert
          type="warning"
          title={say('report_gaps', { count: report.gaps.length })}
          description={report.gaps.join('、')}
        />
      )}
      {report.mismatches.length > 0 ? (
        <Alert
          type="error"
          title={say('report_mismatches', { count: report.mismatches.length })}
          description={
            <ul className="plain">
              {report.mismatches.map(({ about, left, right }) => (
                <li key={`${about}${left}`}>
                  {about}：{left} ≠ {right}
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert type="success" title={say('report_adds_up', { checked: report.checked })} />
      )}
    </Space>
  );
}

/** The year's report: counted from the cases, written by staff, approved by somebody else. */
export function ReportPage({ may, locale }: PageProps) {
  const say = useSay();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [year, setYear] = useState(thisYear);
  const [asOf, setAsOf] = useState<string>();
  const [cell, setCell] = useState<AskedCell>();
  const { data: report, error } = useQuery(reportQuery(year, asOf));
  const { entered, changed, enter, forget } = useEntered(report);
  const refresh = () => queries.invalidateQueries({ queryKey: ['report'] });
  const keep = useMutation({
    mutationFn: () =>
      take(
        api.PUT('/reports/{year}', {
          params: { path: { year } },
          body: { version: report?.version ?? 0, entered: structuredClone(entered) as never },
        }),
      ),
    onSuccess: async () => {
      await refresh();
      forget();
      void message.success(say('report_kept'));
    },
  });
  const approve = useMutation({
    mutationFn: () =>
      take(api.POST('/reports/{year}/approve', { params: { path: { year } }, body: { hash: report?.hash ?? '' } })),
    onSuccess: refresh,
  });
  const save = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      saveFile(`/reports/${year}/file`, { format, ...(asOf ? { asOf } : {}) }),
  });
  const writes = report?.approvedAt === null && may.has('report.write');
  const onChange = writes ? enter : undefined;
  const years = Array.from({ length: 8 }, (_, index) => thisYear() - index).filter((each) => each >= FIRST_YEAR);
  return (
    <Page
      title={say('report')}
      actions={
        <Space wrap>
          {FORMATS.map((format) => (
            <Button key={format} disabled={!report} loading={save.isPending} onClick={() => save.mutate(format)}>
              {say(`report_${format.replace('.', '_')}`)}
            </Button>
          ))}
        </Space>
      }
    >
      <fieldset className="search-wide" aria-label={say('report_which')}>
        <label htmlFor="report-year">
          {say('report_year')}
          <Select
            id="report-year"
            aria-label={say('report_year')}
            value={year}
            onChange={(value) => {
              setYear(value);
              setAsOf(undefined);
            }}
            options={years.map((value) => ({ value, label: String(value) }))}
          />
        </label>
        <label htmlFor="report-as-of">
          {say('report_as_of')}
          <Input
            id="report-as-of"
            type="date"
            min={`${year}-01-01`}
            max={`${year}-12-31`}
            value={asOf ?? report?.asOf ?? ''}
            onChange={({ target }) => setAsOf(target.value.startsWith(`${year}-`) ? target.value : undefined)}
          />
        </label>
      </fieldset>
      <Failure error={error ?? keep.error ?? approve.error ?? save.error} />
      {report && (
        <>
          <Standing report={report} locale={locale} />
          <h2>{report.title}</h2>
          <Card title={say('report_figures')}>
            <FigureFields report={report} entered={entered} onChange={onChange} />
          </Card>
          {report.sections.map(({ heading, parts }) => (
            <Card key={heading} title={heading} className="report-section">
              {parts.map((part) =>
                'id' in part ? (
                  <Paragraph
                    key={part.id}
                    part={part}
                    typed={entered.texts[part.id]}
                    onType={
                      onChange && ((text) => onChange({ ...entered, texts: { ...entered.texts, [part.id]: text } }))
                    }
                  />
                ) : part.table === '二' ? (
                  <TableTwoFields key="二" report={report} entered={entered} onChange={onChange} />
                ) : (
                  <CountedTable
                    key={part.table}
                    title={heading}
                    heading={say('report_row')}
                    table={part.table === '三' ? report.three : report.four}
                    onCell={setCell}
                  />
                ),
              )}
            </Card>
          ))}
          <Space wrap className="actions">
            {writes && (
              <Button type="primary" disabled={!changed} loading={keep.isPending} onClick={() => keep.mutate()}>
                {say('report_keep')}
              </Button>
            )}
            {may.has('report.approve') && report.approvedAt === null && (
              <Popconfirm
                title={say('report_approve_sure')}
                okText={say('report_approve')}
                cancelText={say('report_not_yet')}
                onConfirm={() => approve.mutate()}
                disabled={report.hindrance !== null}
              >
                <Button type="primary" disabled={report.hindrance !== null} loading={approve.isPending}>
                  {say('report_approve')}
                </Button>
              </Popconfirm>
            )}
          </Space>
        </>
      )}
      <CasesDialog year={year} asOf={asOf} cell={cell} onClose={() => setCell(undefined)} />
    </Page>
  );
}
