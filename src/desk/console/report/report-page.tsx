import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { App, Button, Card, Input, Select, Space } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { reportQuery } from '../api/queries.ts';
import { saveFile } from '../api/save-file.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { ApproveButton } from './approve-button.tsx';
import { type AskedCell, CasesDialog } from './cases-dialog.tsx';
import { CountedTable } from './counted-table.tsx';
import { FigureFields, TableTwoFields } from './entry-fields.tsx';
import { Overtaken } from './overtaken.tsx';
import { Paragraph } from './paragraph.tsx';
import type { Entered } from './rebase-entered.ts';
import { Standing } from './standing.tsx';
import { useEntered } from './use-entered.ts';

const FORMATS = ['html', 'docx', 'pdf', 'csv', 'json', 'outline.html', 'outline.svg', 'outline.png'] as const;
/** Reports before have no tables to fill. */
const FIRST_YEAR = 2019;
const today = () => new Intl.DateTimeFormat('en-CA', { timeZone: 'Asia/Shanghai' }).format();
const thisYear = () => Number(today().slice(0, 4));
/** Month up to whose end reports of the year before are written and published. */
const LAST_MONTH = 3;
/** The year whose report is worked on: the one before, as long as that is due. */
const yearInHand = () => (Number(today().slice(5, 7)) <= LAST_MONTH ? thisYear() - 1 : thisYear());

/** The year's report: counted from the cases, written by staff, approved by somebody else. */
export function ReportPage({ may, locale }: PageProps) {
  const say = useSay();
  const queries = useQueryClient();
  const { message } = App.useApp();
  const [year, setYear] = useState(yearInHand);
  const [asOf, setAsOf] = useState<string>();
  const [cell, setCell] = useState<AskedCell>();
  const { data: report, error } = useQuery(reportQuery(year, asOf));
  const typed = useEntered(year, report);
  const refresh = () => queries.invalidateQueries({ queryKey: ['report'] });
  const keep = useMutation({
    mutationFn: (sent: { readonly version: number; readonly entered: Entered }) =>
      take(api.PUT('/reports/{year}', { params: { path: { year } }, body: structuredClone(sent) as never })),
    onSuccess: async ({ version }, { entered }) => {
      typed.settle(entered, version);
      await refresh();
      void message.success(say('report_kept'));
    },
    // Somebody else was quicker: what they saved comes in beside what is typed.
    onError: refresh,
  });
  const save = useMutation({
    mutationFn: (format: (typeof FORMATS)[number]) =>
      saveFile(`/reports/${year}/file`, { format, ...(asOf ? { asOf } : {}) }),
  });
  const writes = report?.approvedAt === null && may.has('report.write');
  const onChange = writes ? typed.enter : undefined;
  const entered = (writes ? undefined : report?.entered) ?? typed.entered;
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
      <Failure error={error ?? keep.error ?? save.error} />
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
          {writes && <Overtaken report={report} ids={typed.overtaken} />}
          <Space wrap className="actions">
            {writes && (
              <Button
                type="primary"
                disabled={!typed.changed}
                loading={keep.isPending}
                onClick={() => keep.mutate({ version: typed.version, entered })}
              >
                {say('report_keep')}
              </Button>
            )}
            {may.has('report.approve') && report.approvedAt === null && (
              <ApproveButton report={report} locale={locale} onDone={refresh} />
            )}
          </Space>
        </>
      )}
      <CasesDialog year={year} asOf={asOf} cell={cell} onClose={() => setCell(undefined)} />
    </Page>
  );
}
