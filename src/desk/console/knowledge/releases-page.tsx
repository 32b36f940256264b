import { useQuery } from '@tanstack/react-query';
import { Button, Card, Tag } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { PublishDialog, type Publishing } from './publish-dialog.tsx';
import { type Releases, releasesQuery, type Trial } from './queries.ts';
import { TrialView } from './trial-view.tsx';
import { useKnowledgeAct } from './use-knowledge-act.ts';

const shorten = (hash: string) => hash.slice(0, 12);

/** Releases that wait to be published, which is served, what was published when; and the way back. */
export function ReleasesPage({ may }: PageProps) {
  const say = useSay();
  const { data, error } = useQuery(releasesQuery);
  const publisher = may.has('release.publish');
  const [back, setBack] = useState(false);
  const [tried, setTried] = useState<{ readonly hash: string; readonly trial: Trial }>();
  const [publishing, setPublishing] = useState(false);
  const rollBack = useKnowledgeAct(
    (reason: string) => take(api.POST('/knowledge/roll-back', { body: { reason, served: data?.served ?? '' } })),
    () => setBack(false),
  );
  const attempt = useKnowledgeAct(async (hash: string) => {
    const trial = await take(api.POST('/knowledge/releases/{hash}/trial', { params: { path: { hash } } }));
    setTried({ hash, trial });
  });
  const publish = useKnowledgeAct(
    (values: Publishing) =>
      take(
        api.POST('/knowledge/releases/{hash}/publish', {
          params: { path: { hash: tried?.hash ?? '' } },
          body: values,
        }),
      ),
    () => setPublishing(false),
  );
  const published = new Set(data?.publications.map(({ release }) => release));
  const waiting = (data?.releases ?? []).filter(({ hash }) => !published.has(hash)).slice(0, 5);
  return (
    <Page
      title={say('knowledge_releases')}
      actions={
        publisher &&
        data?.previous && (
          <Button danger onClick={() => setBack(true)}>
            {say('roll_back')}
          </Button>
        )
      }
    >
      <Failure error={error ?? attempt.error} />
      {data && (
        <p role="status">
          {data.served ? say('release_served', { release: shorten(data.served) }) : say('folder_served')}
        </p>
      )}
      {waiting.map(({ hash, madeAt, madeBy, note }) => (
        <Card key={hash} size="small" title={`${say('release_waiting')} ${shorten(hash)}`}>
          <p>
            {madeBy} · {writeMoment(madeAt)} {note}
          </p>
          {publisher && (
            <Button loading={attempt.isPending} onClick={() => attempt.mutate(hash)}>
              {say('trial_run')}
            </Button>
          )}
        </Card>
      ))}
      {tried && <TrialView trial={tried.trial} />}
      {tried && publisher && (
        <Button type="primary" onClick={() => setPublishing(true)}>
          {say('publish')}
        </Button>
      )}
      <WideTable<Releases['publications'][number]>
        label={say('publications')}
        rowKey="seq"
        dataSource={data?.publications ?? []}
        pagination={false}
        locale={{ emptyText: say('none') }}
        columns={[
          {
            title: say('release'),
            key: 'release',
            render: (_, { release }) => (
              <>
                <code>{shorten(release)}</code> {release === data?.served && <Tag>{say('release_now')}</Tag>}
              </>
            ),
          },
          { title: say('served_from'), key: 'from', render: (_, { from }) => writeMoment(from) },
          { title: say('published_by'), dataIndex: 'by' },
          { title: say('published_why'), dataIndex: 'why' },
          { title: say('published_because'), dataIndex: 'because' },
        ]}
      />
      <ReasonDialog
        title={say('roll_back')}
        about={say('roll_back_about')}
        open={back}
        act={rollBack}
        onClose={() => setBack(false)}
      />
      {publishing && tried && (
        <PublishDialog worse={tried.trial.regressions} act={publish} onClose={() => setPublishing(false)} />
      )}
    </Page>
  );
}
