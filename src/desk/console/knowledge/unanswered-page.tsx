import { useQuery } from '@tanstack/react-query';
import { Button, Card, Checkbox, Segmented, Tag } from 'antd';
import { useState } from 'react';
import { Link, useNavigate } from 'react-router';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { writeMoment } from '../common/write-time.ts';
import { nameOf, useSay } from '../texts.ts';
import { IntoEntryDialog } from './into-entry-dialog.tsx';
import { type Cluster, unansweredQuery } from './queries.ts';
import { useKnowledgeAct } from './use-knowledge-act.ts';

const PERIODS = [7, 30, 90] as const;

interface ClusterCardProps {
  readonly cluster: Cluster;
  readonly onInto: (cluster: Cluster) => void;
  readonly onDismiss: (cluster: Cluster) => void;
}

function ClusterCard({ cluster, onInto, onDismiss }: ClusterCardProps) {
  const say = useSay();
  const { example, times, poor, channels, lastAt, questions, nearest, draft, settled } = cluster;
  const where = channels.map((channel) => nameOf(say, 'channel', channel)).join(say('comma'));
  return (
    <Card size="small" title={<h2 className="card-title">{example}</h2>} extra={say('asked_times', { times })}>
      <p className="about">
        {say('asked_where', { where, at: writeMoment(lastAt) })}{' '}
        {poor > 0 && <Tag>{say('rated_poorly', { poor })}</Tag>}
        {nearest && <Tag>{say('nearest_entry', { entry: nearest })}</Tag>}
        {settled === 'dismissed' && <Tag>{say('miss_dismissed')}</Tag>}
      </p>
      {questions.length > 1 && (
        <ul className="plain">
          {questions.slice(1).map((question) => (
            <li key={question}>{question}</li>
          ))}
        </ul>
      )}
      {draft !== null && <Link to={`/knowledge/drafts/${draft}`}>{say('miss_drafted')}</Link>}
      <div className="actions">
        <Button type="primary" onClick={() => onInto(cluster)}>
          {say('miss_into')}
        </Button>
        <Button onClick={() => onDismiss(cluster)}>{say('miss_dismiss')}</Button>
      </div>
    </Card>
  );
}

/** What people asked and were not, or not well, answered: alike questions together, most asked first. */
export function UnansweredPage() {
  const say = useSay();
  const navigate = useNavigate();
  const [days, setDays] = useState<number>(30);
  const [settled, setSettled] = useState(false);
  const [into, setInto] = useState<Cluster>();
  const [dismissed, setDismissed] = useState<Cluster>();
  const { data, error, isPending } = useQuery(unansweredQuery(days, settled));
  const dismiss = useKnowledgeAct(
    (reason: string) =>
      take(
        api.POST('/knowledge/unanswered/dismiss', { body: { fingerprints: dismissed?.fingerprints ?? [], reason } }),
      ),
    () => setDismissed(undefined),
  );
  return (
    <Page title={say('knowledge_unanswered')}>
      <p>{say('unanswered_about')}</p>
      <div className="search-wide">
        <Segmented
          aria-label={say('period')}
          value={days}
          onChange={setDays}
          options={PERIODS.map((value) => ({ value, label: say('last_days', { days: value }) }))}
        />
        <Checkbox checked={settled} onChange={({ target }) => setSettled(target.checked)}>
          {say('miss_settled_too')}
        </Checkbox>
      </div>
      <Failure error={error} />
      {isPending && <p role="status">{say('loading')}</p>}
      {data && <p role="status">{say('unanswered_count', { groups: data.clusters.length, asked: data.asked })}</p>}
      <div className="cards">
        {data?.clusters.map((cluster) => (
          <ClusterCard key={cluster.fingerprints[0]} cluster={cluster} onInto={setInto} onDismiss={setDismissed} />
        ))}
      </div>
      {into && (
        <IntoEntryDialog
          cluster={into}
          onClose={() => setInto(undefined)}
          onMade={(draft) => navigate(`/knowledge/drafts/${draft}`)}
        />
      )}
      <ReasonDialog
        title={say('miss_dismiss')}
        about={say('miss_dismiss_about')}
        open={dismissed !== undefined}
        act={dismiss}
        onClose={() => setDismissed(undefined)}
      />
    </Page>
  );
}
