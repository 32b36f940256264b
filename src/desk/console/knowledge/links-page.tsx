import { useQuery } from '@tanstack/react-query';
import { Button, Progress } from 'antd';
import { api, take } from '../api/client.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { WideTable } from '../common/wide-table.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { nameOf, useSay } from '../texts.ts';
import { type Links, linksQuery } from './queries.ts';
import { useKnowledgeAct } from './use-knowledge-act.ts';

type Link = Links['ill'][number];

/** Addresses of the knowledge that lead nowhere any more, and asking for all of them anew. */
export function LinksPage({ may }: Pick<PageProps, 'may'>) {
  const say = useSay();
  const { data, error, isPending } = useQuery(linksQuery);
  const check = useKnowledgeAct(() => take(api.POST('/knowledge/links/check')));
  const percent = data && data.total > 0 ? Math.floor((100 * data.checked) / data.total) : 0;
  const standing = (links: Links) => {
    const counts = { checked: links.checked, total: links.total };
    if (links.running) return say('links_running', counts);
    if (links.total === 0) return say('links_never');
    if (links.checked < links.total) return say('links_broken_off', counts);
    return say('links_done', { ...counts, ill: links.ill.length, at: writeMoment(links.lastAt ?? '') });
  };
  return (
    <Page
      title={say('knowledge_links')}
      actions={
        may.has('link.check') && (
          <Button
            type="primary"
            disabled={data?.running ?? true}
            loading={check.isPending}
            onClick={() => check.mutate(undefined)}
          >
            {say('links_check')}
          </Button>
        )
      }
    >
      <p className="hint">{say('links_about')}</p>
      <Failure error={error ?? check.error} />
      {data && <p role="status">{standing(data)}</p>}
      {data?.running && <Progress percent={percent} aria-label={say('links_progress')} />}
      <WideTable<Link>
        label={say('links_ill')}
        rowKey="url"
        loading={isPending}
        dataSource={data?.ill ?? []}
        locale={{ emptyText: say('none') }}
        pagination={{ pageSize: 50, hideOnSinglePage: true, showSizeChanger: false }}
        columns={[
          {
            title: say('standing'),
            key: 'state',
            width: 120,
            render: (_, { state, why }) => `${nameOf(say, 'link', state)} ${why}`,
          },
          {
            title: say('link_address'),
            dataIndex: 'url',
            render: (url: string) => (
              <a href={url} target="_blank" rel="noreferrer noopener">
                {url}
              </a>
            ),
          },
          { title: say('link_places'), dataIndex: 'places', render: (places: string[]) => places.join(' ') },
        ]}
      />
    </Page>
  );
}
