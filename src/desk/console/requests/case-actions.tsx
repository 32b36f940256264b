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
  const ordered = data.actions.toSorted((a, b) => Number(b.usual) - Number(a.usual));
  return (
    <Card title={say('next_step')}>
      <Failure error={error} />
      {ordered.length === 0 && <p>{say('no_step')}</p>}
      <Space wrap>
        {ordered.map((action) => (
          <Button
            key={action.event}
            type={action.usual ? 'primary' : 'default'}
            disabled={!action.possible}
            onClick={() => setOpen(action)}
          >
            {locale === 'en' ? action.en : action.title}
          </Button>
        ))}
      </Space>
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
