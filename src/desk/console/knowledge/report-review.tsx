import { useQuery } from '@tanstack/react-query';
import { Alert, Button, Checkbox, Form, Input, Segmented } from 'antd';
import { useState } from 'react';
import { Link } from 'react-router';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { FigureTable } from './figure-table.tsx';
import { LackingTable } from './lacking-table.tsx';
import { comparedQuery, type ReportRead } from './queries.ts';
import { useKnowledgeAct } from './use-knowledge-act.ts';

interface ReviewProps extends Pick<PageProps, 'locale'> {
  readonly read: ReportRead;
}

const DAY = /^\d{4}-\d{2}-\d{2}$/u;
const HEAD = ['authority', 'year', 'title', 'signed', 'published', 'url'] as const;

/**
 * The figures of a report one by one with quote and place, beside those the knowledge has of it: what is ticked becomes a
 * draft. By itself only what is new is; a value that stands is replaced, and one not read is taken out, where somebody says so.
 */
export function ReportReview({ read, locale }: ReviewProps) {
  const say = useSay();
  const [own, setOwn] = useState(read.own);
  const [figures, setFigures] = useState(read.figures);
  const [choices, setChoices] = useState<Readonly<Record<number, boolean>>>({});
  const [dropped, setDropped] = useState<readonly string[]>([]);
  const [head, setHead] = useState({
    authority: read.authority ?? '',
    year: String(read.year ?? ''),
    title: read.authority && read.year ? say('reading_title', { authority: read.authority, year: read.year }) : '',
    signed: '',
    published: '',
    url: '',
  });
  const [sure, setSure] = useState(false);
  const year = Number(head.year);
  const { data: compared, error } = useQuery(comparedQuery({ own, year, authority: head.authority.trim() }, figures));
  const standing = compared?.figures ?? [];
  const many = (state: string) => standing.filter((each) => each.state === state).length;
  const lacking = compared?.lacking ?? [];
  const kept = figures.flatMap(({ from }, at) =>
    (choices[at] ?? (from === 'prose' && standing[at]?.state === 'new')) ? [at] : [],
  );
  const chosen = kept
    .flatMap((at) => (figures[at] ? [{ ...figures[at], replaces: standing[at]?.standing?.id ?? null }] : []))
    .filter(({ as }) => own || as !== null);
  const drop = lacking.flatMap(({ id }) => (dropped.includes(id) ? [id] : []));
  const draft = useKnowledgeAct(() => {
    const { year: _, url, ...words } = head;
    const body = {
      ...words,
      own,
      year,
      drop,
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
      <Failure error={error} />
      {compared && standing.length + lacking.length > many('new') && (
        <Alert
          type="info"
          role="status"
          title={say('reading_standing', { changed: many('changed'), same: many('same'), lacking: lacking.length })}
          description={say('reading_standing_about')}
        />
      )}
      <FigureTable
        figures={figures}
        metrics={own ? undefined : read.metrics}
        standing={standing}
        kept={kept}
        onKept={(at, keep) => setChoices({ ...choices, [at]: keep })}
        onChange={(at, change) =>
          setFigures(figures.map((each, index) => (index === at ? { ...each, ...change } : each)))
        }
      />
      {lacking.length > 0 && <LackingTable lacking={lacking} dropped={drop} onDropped={setDropped} />}
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
          disabled={!complete || !compared || chosen.length + drop.length === 0}
          loading={draft.isPending}
          onClick={() => draft.mutate(undefined)}
        >
          {say('reading_draft', { many: chosen.length + drop.length })}
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
