import { useMutation, useQueryClient } from '@tanstack/react-query';
import { Button, Popconfirm } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import { retentionQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';

/** Erases what is due, call by call, and says how far it is. What is done stays done should one fail. */
export function RunButton({ due }: { readonly due: number }) {
  const say = useSay();
  const queries = useQueryClient();
  const [done, setDone] = useState<number>();
  const run = useMutation({
    mutationFn: async () => {
      setDone(0);
      for (;;) {
        const { many, more } = await take(api.POST('/retention/run'));
        setDone((before = 0) => before + many);
        if (!more) return;
      }
    },
    onSettled: () => queries.invalidateQueries(retentionQuery),
  });
  return (
    <>
      <Popconfirm
        title={say('retention_sure', { due })}
        okText={say('retention_run')}
        onConfirm={() => run.mutate()}
        disabled={due === 0}
      >
        <Button type="primary" danger disabled={due === 0} loading={run.isPending}>
          {say('retention_run')}
        </Button>
      </Popconfirm>
      {done !== undefined && (
        <p role="status">{say(run.isPending ? 'retention_running' : 'retention_done', { many: done })}</p>
      )}
      <Failure error={run.error} />
    </>
  );
}
