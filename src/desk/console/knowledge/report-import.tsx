import { Button, Card, Form } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { readBase64 } from '../common/read-base64.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { FileField, PastedText, Refused } from './import-parts.tsx';
import { ReportReview } from './report-review.tsx';
import { useKnowledgeAct } from './use-knowledge-act.ts';

/** An annual report, as a file or pasted in: its figures are looked at before anything is kept. */
export function ReportImport({ locale }: Pick<PageProps, 'locale'>) {
  const say = useSay();
  const [text, setText] = useState('');
  const [file, setFile] = useState<File>();
  const act = useKnowledgeAct(async () => {
    const given = file ? { content: await readBase64(file), name: file.name } : { text };
    return take(api.POST('/knowledge/import/report', { body: { ...given, locale } }));
  });
  const { data } = act;
  return (
    <Card title={say('import_report')}>
      <p>{say('import_report_about')}</p>
      <Form layout="vertical">
        <FileField
          id="report-file"
          label={say('import_report_file')}
          accept=".pdf,.docx,.html,.htm,.txt,.csv,.xlsx"
          onChange={setFile}
        />
        <PastedText
          id="report-text"
          label={say('import_report_text')}
          rows={6}
          value={text}
          disabled={file !== undefined}
          onChange={setText}
        />
        <Button
          type="primary"
          disabled={!file && text.trim() === ''}
          loading={act.isPending}
          onClick={() => act.mutate(undefined)}
        >
          {say('import_report_read')}
        </Button>
      </Form>
      <Failure error={act.error} />
      <Refused refused={data?.refused ?? null} />
      {data?.notes.map(({ message }) => (
        <p key={message}>{message}</p>
      ))}
      {data && data.figures.length > 0 && <ReportReview key={act.submittedAt} read={data} locale={locale} />}
    </Card>
  );
}
