import { Alert, Button, Card, Form, Select } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { readBase64 } from '../common/read-base64.ts';
import { WideTable } from '../common/wide-table.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { FileField, Refused } from './import-parts.tsx';
import { LawImport } from './law-import.tsx';
import { ReportImport } from './report-import.tsx';
import { useKnowledgeAct } from './use-knowledge-act.ts';

function TableImport({ locale }: Pick<PageProps, 'locale'>) {
  const say = useSay();
  const [of, setOf] = useState<'authorities' | 'matters'>('authorities');
  const [file, setFile] = useState<File>();
  const act = useKnowledgeAct(async (chosen: File) =>
    take(api.POST('/knowledge/import/table', { body: { of, locale, content: await readBase64(chosen) } })),
  );
  const { data } = act;
  return (
    <Card title={say('import_table')}>
      <p>{say('import_table_about')}</p>
      <Form layout="vertical">
        <Form.Item label={say('import_of')} htmlFor="import-of">
          <Select
            id="import-of"
            value={of}
            onChange={setOf}
            options={(['authorities', 'matters'] as const).map((value) => ({ value, label: say(`kind_${value}`) }))}
          />
        </Form.Item>
        <FileField id="import-file" label={say('import_file')} accept=".csv,.xlsx" onChange={setFile} />
        <Button type="primary" disabled={!file} loading={act.isPending} onClick={() => file && act.mutate(file)}>
          {say('knowledge_import')}
        </Button>
      </Form>
      <Failure error={act.error} />
      <Refused refused={data?.refused ?? null} />
      {data?.notes.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      {data && data.ignored.length > 0 && <p>{say('import_ignored', { headings: data.ignored.join(' ') })}</p>}
      {data && data.draft !== null && (
        <p role="status">
          {say('import_done', { added: data.added, changed: data.changed, same: data.same })}{' '}
          <Link to={`/knowledge/drafts/${data.draft}`}>{say('import_open')}</Link>
        </p>
      )}
      {data && data.rows.length > 0 && (
        <>
          <Alert type="error" role="alert" title={say('import_bad', { many: data.rows.length })} />
          <WideTable<(typeof data.rows)[number]>
            label={say('problems')}
            rowKey={({ row, column, message }) => `${row}:${column}:${message}`}
            dataSource={data.rows}
            pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
            columns={[
              { title: say('import_row'), dataIndex: 'row' },
              {
                title: say('import_column'),
                key: 'column',
                render: (_, { column, heading }) => `${column ?? ''} ${heading}`,
              },
              { title: say('import_what'), dataIndex: 'message' },
              { title: say('import_mend'), dataIndex: 'mend' },
            ]}
          />
        </>
      )}
    </Card>
  );
}

/** Tables and texts brought in: nothing of them is used before it went the way of every draft. */
export function ImportPage({ locale }: PageProps) {
  const say = useSay();
  return (
    <Page title={say('knowledge_import')}>
      <div className="cards">
        <TableImport locale={locale} />
        <LawImport locale={locale} />
      </div>
      <ReportImport locale={locale} />
    </Page>
  );
}
