import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, Descriptions, Timeline } from 'antd';
import { useState } from 'react';
import { Link, useParams } from 'react-router';
import { api, take } from '../api/client.ts';
import { directoryQuery, requestQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { writeDay } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { Others } from '../live/others.tsx';
import { usePresence } from '../live/use-presence.ts';
import { nameOf, useSay } from '../texts.ts';
import { Attachments } from './attachments.tsx';
import { CaseActions } from './case-actions.tsx';
import { DueTag } from './due-tag.tsx';
import { HeldSteps } from './held-steps.tsx';
import { Papers } from './papers.tsx';
import { Related } from './related.tsx';
import { Written } from './written.tsx';

const FIELDS = ['name', 'documentNumber', 'contactName', 'phone', 'email', 'address'] as const;

/** One request: what is asked, by whom (masked until somebody says why they must know), and what happened when. */
export function RequestPage({ may, locale }: PageProps) {
  const say = useSay();
  const { number = '' } = useParams();
  const { data: request, error } = useQuery(requestQuery(number));
  const [asking, setAsking] = useState(false);
  const unmask = useMutation({
    mutationFn: (reason: string) =>
      take(api.POST('/requests/{number}/unmask', { params: { path: { number } }, body: { reason } })),
    onSuccess: () => setAsking(false),
    gcTime: 0,
  });
  const { data: directory } = useQuery(directoryQuery);
  const { others } = usePresence({ request: number });
  if (!request) return <Failure error={error} />;
  /** `staff:3` by name; those who are not staff as the texts name them. */
  const nameBy = (by: string) => {
    const known = directory?.staff.find(({ id }) => by === `staff:${id}`);
    return known?.name ?? nameOf(say, 'by', by);
  };
  const personal = unmask.data?.personal ?? request.personal;
  const { readdressed, carriedFrom } = request;
  const linked = [
    ...(readdressed ? [{ label: say('readdressed_to'), ...readdressed }] : []),
    ...(carriedFrom ? [{ label: say('carried_from'), ...carriedFrom }] : []),
  ];
  const rows = [
    { label: say('state'), children: locale === 'en' ? request.standing.en : request.standing.title },
    { label: say('filed_on'), children: writeDay(request.filedOn, locale) },
    { label: say('received_on'), children: request.receivedOn ? writeDay(request.receivedOn, locale) : say('not_yet') },
    { label: say('due_day'), children: <DueTag request={request} locale={locale} /> },
    { label: say('channel'), children: nameOf(say, 'channel', request.channel) },
    ...linked.map(({ label, authority, number: other }) => ({
      label,
      children: other ? (
        <>
          {authority} <Link to={`/requests/${other}`}>{other}</Link>
        </>
      ) : (
        authority
      ),
    })),
    ...(request.provision ? [{ label: say('provision'), children: nameOf(say, 'provision', request.provision) }] : []),
    ...(request.delivery ? [{ label: say('delivery'), children: nameOf(say, 'way', request.delivery) }] : []),
    ...FIELDS.flatMap((field) =>
      personal?.[field] ? [{ label: say(`field_${field}`), children: personal[field] }] : [],
    ),
  ];
  return (
    <Page
      title={say('request_number', { number })}
      actions={
        may.has('request.unmask') && !unmask.data && <Button onClick={() => setAsking(true)}>{say('unmask')}</Button>
      }
    >
      <Others others={others} />
      {may.has('request.act') && <HeldSteps number={number} locale={locale} />}
      <CaseActions number={number} locale={locale} />
      <div className="stacks">
        <Card title={say('asked_for')}>
          <p className="description">{unmask.data?.description ?? request.description ?? say('not_shown')}</p>
        </Card>
        <Card title={say('facts')}>
          <Descriptions column={1} items={rows.map((row) => ({ key: row.label, ...row }))} />
        </Card>
        <Card title={say('clocks')}>
          <ul className="plain">
            {request.clocks.map(({ id, title, en, due, provisional, stoppedOn }) => (
              <li key={id}>
                {locale === 'en' ? en : title}：{writeDay(due, locale)}
                {provisional && say('provisional')}
                {stoppedOn && say('stopped_on', { day: stoppedOn })}
              </li>
            ))}
          </ul>
        </Card>
        <Card title={say('history_of_case')}>
          <Timeline
            items={request.events.map(({ seq, on, title, en, by }) => ({
              content: (
                <>
                  {`${writeDay(on, locale)} ${locale === 'en' ? en : title}（${nameBy(by)}）`}
                  <Written locale={locale} texts={(request.written ?? []).filter((each) => each.seq === seq)} />
                </>
              ),
            }))}
          />
        </Card>
        {may.has('request.unmask') && request.attachments && request.attachments.length > 0 && (
          <Attachments number={number} files={request.attachments} />
        )}
        {may.has('request.papers') && <Papers number={number} />}
        {may.has('request.related') && <Related number={number} />}
      </div>
      <ReasonDialog
        title={say('unmask')}
        about={say('unmask_about')}
        open={asking}
        act={unmask}
        onClose={() => setAsking(false)}
      />
    </Page>
  );
}
