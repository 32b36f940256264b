import { useMutation, useQuery, useQueryClient } from '@tanstack/react-query';
import { Alert, App, Button, Form, Popconfirm, Space } from 'antd';
import { api, take } from '../api/client.ts';
import { directoryQuery, type Hours, hoursQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { Page } from '../common/page.tsx';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';
import { TeamCard } from './team-card.tsx';

type Team = Omit<Hours['teams'][number], 'next'>;
/** What of a team is filled in; when it opens next is worked out. */
function withoutNext(given: Hours['teams'][number]): Team {
  const { next: _, ...team } = given;
  return team;
}

interface Values {
  readonly teams: readonly Team[];
}

/** What the form left empty is not sent. */
const trimTeam = ({ name, days, intervals = [], exceptions = [] }: Team): Team => ({
  name: name.trim(),
  days: days.toSorted(),
  intervals,
  exceptions: exceptions.map(({ from, to, why, intervals: own = [] }) => ({
    from,
    ...(to ? { to } : {}),
    ...(why?.trim() ? { why: why.trim() } : {}),
    intervals: own,
  })),
});

function HoursForm({ hours, locale }: { readonly hours: Hours } & Pick<PageProps, 'locale'>) {
  const say = useSay();
  const { message } = App.useApp();
  const queries = useQueryClient();
  const [form] = Form.useForm<Values>();
  const { data: directory } = useQuery(directoryQuery);
  const { version } = hours;
  const write = useMutation({
    mutationFn: (teams: Team[] | null) => take(api.PUT('/hours', { body: { version, teams } })),
    onSuccess: (saved) => {
      queries.setQueryData(hoursQuery.queryKey, saved);
      void message.success(say('hours_saved'));
    },
  });
  const who = directory?.staff.find(({ id }) => id === hours.changedBy)?.name ?? say('colleague');
  const standing = hours.own
    ? say('hours_own', { name: who, at: writeMoment(hours.changedAt ?? '') })
    : say(hours.assumed ? 'hours_assumed' : 'hours_standard');
  return (
    <Form<Values>
      form={form}
      layout="vertical"
      requiredMark={false}
      initialValues={{ teams: hours.teams.map(withoutNext) }}
      onFinish={({ teams }) => write.mutate(teams.map(trimTeam))}
    >
      <Alert type={hours.assumed ? 'warning' : 'info'} title={standing} className="failure" />
      <datalist id="units">
        {directory?.units.map(({ id, name }) => (
          <option key={id} value={name} />
        ))}
      </datalist>
      <Form.List name="teams">
        {(fields, { add, remove }) => (
          <>
            {fields.map(({ key, name }) => (
              <TeamCard
                key={key}
                place={name}
                title={form.getFieldValue(['teams', name, 'name']) || say('team_add')}
                next={hours.teams[name]?.next}
                locale={locale}
                onRemove={fields.length > 1 ? () => remove(name) : undefined}
              />
            ))}
            <p>
              <Button onClick={() => add({ days: [1, 2, 3, 4, 5], intervals: [{ from: '09:00', to: '17:00' }] })}>
                {say('team_add')}
              </Button>
            </p>
          </>
        )}
      </Form.List>
      <Failure error={write.error} />
      <Space wrap className="actions">
        <Button type="primary" htmlType="submit" loading={write.isPending}>
          {say('hours_save')}
        </Button>
        {hours.own && (
          <Popconfirm title={say('hours_back_about')} onConfirm={() => write.mutate(null)}>
            <Button>{say('hours_back')}</Button>
          </Popconfirm>
        )}
      </Space>
    </Form>
  );
}

/** When staff answer, by team: shown and changed, told to people at once. */
export function HoursPage({ locale }: PageProps) {
  const say = useSay();
  const { data, error } = useQuery(hoursQuery);
  return (
    <Page title={say('hours')}>
      <p className="hint">{say('hours_about')}</p>
      <Failure error={error} />
      {data && <HoursForm key={data.version} hours={data} locale={locale} />}
    </Page>
  );
}
