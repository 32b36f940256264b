import { useQuery } from '@tanstack/react-query';
import { Button, Card, Space } from 'antd';
import { useState } from 'react';
import { type CaseAction, caseActionsQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { type ConsoleLocale, useSay } from '../texts.ts';
import { ActionDialog } from './action-dialog.tsx';

interface CaseActionsProps {
  readonly number: string;
  readonly locale: ConsoleLocale;
}

/** What this person may do with the case now: the usual next step first and plain to see, the rest beside it. */
export function CaseActions({ number, locale }: CaseActionsProps) {
  const say = useSay();
  const { data, error } = useQuery(caseActionsQuery(number));
  const [open, setOpen] = useState<CaseAction>();
  if (!data) return <Failure error={error} />;
  const [next, others] = [true, false].map((usual) => data.actions.filter((each) => each.usual === usual)) as [
    CaseAction[],
    CaseAction[],
  ];
  const nameOf = ({ en, title }: CaseAction) => (locale === 'en' ? en : title);
  const barred = data.actions.flatMap((action) =>
    action.why ? [{ name: nameOf(action), why: action.why[locale] }] : [],
  );
  const draw = (actions: readonly CaseAction[]) => (
    <Space wrap className="steps">
      {actions.map((action) => (
        <Button
          key={action.event}
          type={action.usual ? 'primary' : 'default'}
          size={action.usual ? 'large' : 'middle'}
          disabled={!action.possible}
          onClick={() => setOpen(action)}
        >
          {nameOf(action)}
        </Button>
      ))}
    </Space>
  );
  return (
    <Card title={say('next_step')}>
      <Failure error={error} />
      {data.actions.length === 0 && <p>{say('no_step')}</p>}
      {next.length > 0 && draw(next)}
      {next.length > 0 && others.length > 0 && <p className="about">{say('other_steps')}</p>}
      {draw(others)}
      {barred.length > 0 && (
        <ul className="about barred" aria-label={say('barred_steps')}>
          {barred.map(({ name, why }) => (
            <li key={name}>{say('barred', { name, why })}</li>
          ))}
        </ul>
      )}
      {open && (
        <ActionDialog
          key={open.event}
          number={number}
          version={data.version}
          action={open}
          locale={locale}
          onClose={() => setOpen(undefined)}
        />
      )}
    </Card>
  );
}
