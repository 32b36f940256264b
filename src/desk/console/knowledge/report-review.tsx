import { Alert, Button, Checkbox, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { FigureTable } from './figure-table.tsx';
import type { ReportRead } from './queries.ts';
import { useKnowledgeAct } from './use-knowledge-act.ts';

interface ReviewProps extends Pick<PageProps, 'locale'> {
  readonly read: ReportRead;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const HEAD = ['authority', 'year', 'title', 'signed', 'published', 'url'] as const;

/** The figures of a report one by one with quote and place: what is ticked becomes a draft. */
export function ReportReview({ read, locale }: ReviewProps) {
  const say = useSay();
  const [own, setOwn] = useState(read.own);
  const [figures, setFigures] = useState(read.figures);
  const [kept, setKept] = useState(() => figures.flatMap(({ from }, at) => (from === 'prose' ? [at] : [])));
  const [head, setHead] = useState({
    authority: read.authority ?? '',
    year: String(read.year ?? ''),
    title: read.authority && read.year ? say('reading_title', { authority: read.authority, year: read.year }) : '',
    signed: '',
    published: '',
    url: '',
  });
  const [sure, setSure] = useState(false);
  const chosen = kept.flatMap((at) => figures[at] ?? []).filter(({ as }) => own || as !== null);
  const draft = useKnowledgeAct(() => {
    const { year, url, ...words } = head;
    const body = {
      ...words,
      own,
      year: Number(year),
      url: url || null,
      sections: read.sections,
      figures: chosen,
      locale,
    };
    return take(api.POST('/knowledge/import/report/draft', { body }));
  });
  const needed = own ? HEAD.slice(0, 5) : HEAD;
  const complete =
    needed.every((name) => head[name].trim() !== '') && DAY.test(head.signed) && DAY.test(head.published) && sure;
  return (
    <>
      <p role="status">{say('reading_found', { many: figures.length, checked: read.checked })}</p>
      {read.mismatches.length > 0 && (
        <Alert
          type="warning"
          title={say('reading_mismatches', { many: read.mismatches.length })}
          description={read.mismatches
            .map(({ about, lines }) => say('reading_mismatch', { about, lines: lines.join(say('comma')) }))
            .join(say('comma'))}
        />
      )}
      <Segmented
        aria-label={say('reading_whose')}
        value={own}
        onChange={setOwn}
        options={[
          { value: true, label: say('reading_own') },
          { value: false, label: say('reading_others') },
        ]}
      />
      <FigureTable
        figures={figures}
        metrics={own ? undefined : read.metrics}
        kept={kept}
        onKept={setKept}
        onChange={(at, change) =>
          setFigures(figures.map((each, index) => (index === at ? { ...each, ...change } : each)))
        }
      />
      <Form layout="vertical">
        {HEAD.map((name) => (
          <Form.Item
            key={name}
            label={say(`reading_head_${name}`)}
            htmlFor={`report-${name}`}
            required={needed.includes(name)}
          >
            <Input
              id={`report-${name}`}
              value={head[name]}
              placeholder={name === 'signed' || name === 'published' ? '2026-03-31' : ''}
              onChange={({ target }) => setHead({ ...head, [name]: target.value })}
            />
          </Form.Item>
        ))}
        <Form.Item>
          <Checkbox checked={sure} onChange={({ target }) => setSure(target.checked)}>
            {say('reading_compared')}
          </Checkbox>
        </Form.Item>
        <Button
          type="primary"
          disabled={!complete || chosen.length === 0}
          loading={draft.isPending}
          onClick={() => draft.mutate(undefined)}
        >
          {say('reading_draft', { many: chosen.length })}
        </Button>
      </Form>
      <Failure error={draft.error} />
      {draft.data && (
        <p role="status">
          <Link to={`/knowledge/drafts/${draft.data.draft}`}>{say('import_open')}</Link>
        </p>
      )}
    </>
  );
}
