import { useMutation, useQuery } from '@tanstack/react-query';
import { Button } from 'antd';
import { Link, useParams } from 'react-router';
import { digestQuery } from '../api/queries.ts';
import { saveFile } from '../api/save-file.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';

/** One digest, to be read and taken along. */
export function DigestView({ locale, may }: Pick<PageProps, 'locale' | 'may'>) {
  const say = useSay();
  const { name = '' } = useParams();
  const { data, error } = useQuery(digestQuery(name, locale));
  const save = useMutation({ mutationFn: () => saveFile(`/digests/${name}/mail`, { locale }) });
  const button = (
    <Button loading={save.isPending} onClick={() => save.mutate()}>
      {say('digest_mail')}
    </Button>
  );
  return (
    <Page title={data?.title ?? say('digests')} actions={data && may.has('figures.export') && button}>
      <Link to="/digests">{say('digest_back')}</Link>
      <Failure error={error ?? save.error} />
      {data && (
        <>
          <p>{data.summary}</p>
          {data.parts.map(({ heading, lines }) => (
            <section key={heading}>
              <h2>{heading}</h2>
              <ul className="plain">
                {lines.map((line) => (
                  <li key={line}>{line}</li>
                ))}
              </ul>
            </section>
          ))}
          <p className="hint">{say('digest_made', { at: writeMoment(data.madeAt) })}</p>
        </>
      )}
    </Page>
  );
}
