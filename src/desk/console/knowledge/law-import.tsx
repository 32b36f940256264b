import { useQuery } from '@tanstack/react-query';
import { Button, Card, Collapse, Form, Select } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import type { paths } from '../api/paths.d.ts';
import { Failure } from '../common/failure.tsx';
import { readBase64 } from '../common/read-base64.ts';
import { WideTable } from '../common/wide-table.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { FileField, PastedText, Refused } from './import-parts.tsx';
import { lawsQuery } from './queries.ts';
import { useKnowledgeAct } from './use-knowledge-act.ts';

type LawRead = paths['/knowledge/import/law']['post']['responses'][200]['content']['application/json'];

/** The articles, each with how an entry cites it. */
function Articles({ articles, law }: Pick<LawRead, 'articles'> & { readonly law: string | undefined }) {
  const say = useSay();
  return (
    <WideTable<LawRead['articles'][number]>
      label={say('import_articles')}
      rowKey="article"
      dataSource={articles}
      pagination={{ pageSize: 20, hideOnSinglePage: true, showSizeChanger: false }}
      columns={[
        { title: say('import_article'), dataIndex: 'article' },
        { title: say('import_article_text'), dataIndex: 'text' },
        ...(law
          ? [
              {
                title: say('import_article_cite'),
                key: 'cite',
                render: (_: unknown, { article }: { readonly article: number }) => (
                  <code>{`{ law: ${law}, article: ${article} }`}</code>
                ),
              },
            ]
          : []),
      ]}
    />
  );
}

/** The text of a law: its articles to cite, what changed against an earlier text, and what cites that. */
export function LawImport({ locale }: Pick<PageProps, 'locale'>) {
  const say = useSay();
  const [law, setLaw] = useState<string>();
  const [fresh, setFresh] = useState<File>();
  const [pasted, setPasted] = useState('');
  const [old, setOld] = useState<File>();
  const { data: known, error } = useQuery(lawsQuery);
  const act = useKnowledgeAct(async () => {
    const content = await readBase64(fresh ?? new Blob([pasted]));
    const was = old ? { was: await readBase64(old) } : {};
    const body = { content, ...was, ...(law ? { law } : {}), locale };
    return { ...(await take(api.POST('/knowledge/import/law', { body }))), of: law, compared: old !== undefined };
  });
  const { data } = act;
  return (
    <Card title={say('import_law')}>
      <p>{say('import_law_about')}</p>
      <Form layout="vertical">
        <FileField id="law-new" label={say('import_new_text')} accept=".txt" onChange={setFresh} />
        <PastedText
          id="law-pasted"
          label={say('import_new_pasted')}
          rows={3}
          value={pasted}
          disabled={fresh !== undefined}
          onChange={setPasted}
        />
        <FileField id="law-old" label={say('import_old_text')} accept=".txt" onChange={setOld} />
        <Form.Item label={say('import_which_law')} htmlFor="law-id">
          <Select
            id="law-id"
            allowClear
            showSearch={{ optionFilterProp: 'label' }}
            value={law ?? null}
            onChange={(chosen) => setLaw(chosen ?? undefined)}
            options={known?.laws.map(({ id, title, from }) => ({ value: id, label: `${title}（${from}）` })) ?? []}
          />
        </Form.Item>
        <Button
          type="primary"
          disabled={!fresh && pasted.trim() === ''}
          loading={act.isPending}
          onClick={() => act.mutate(undefined)}
        >
          {say('import_compare')}
        </Button>
      </Form>
      <Failure error={error ?? act.error} />
      <Refused refused={data?.refused ?? null} />
      {data && !data.refused && (
        <>
          <p role="status">
            {say(data.compared ? 'import_law_done' : 'import_law_read', {
              articles: data.articles.length,
              changed: data.changes.length,
            })}
          </p>
          <ul className="plain">
            {data.changes.map(({ article, change, to = article }) => (
              <li key={`${article}${change}`}>
                {say(change === 'changed' && to !== article ? 'article_rewritten' : `article_${change}`, {
                  article,
                  to,
                })}
              </li>
            ))}
          </ul>
          {data.citing.length > 0 && (
            <>
              <h2>{say(data.compared ? 'import_citing' : 'import_citing_any')}</h2>
              <ul className="plain">
                {data.citing.map(({ kind, id, title, article }) => (
                  <li key={`${kind}${id}${article}`}>
                    {say(`citing_${kind}`)} · {title} · {id} · {say('import_cites', { article })}
                  </li>
                ))}
              </ul>
            </>
          )}
          <Collapse
            items={[
              {
                key: 'articles',
                label: say('import_articles'),
                children: <Articles articles={data.articles} law={data.of} />,
              },
            ]}
          />
        </>
      )}
    </Card>
  );
}
