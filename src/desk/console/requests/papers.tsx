import { useMutation, useQuery } from '@tanstack/react-query';
import { Button, Card, Collapse } from 'antd';
import { useState } from 'react';
import { papersQuery } from '../api/queries.ts';
import { saveFile } from '../api/save-file.ts';
import { Failure } from '../common/failure.tsx';
import { ReasonDialog } from '../common/reason-dialog.tsx';
import { writeMoment } from '../common/write-time.ts';
import { useSay } from '../texts.ts';

/** The documents of a case: their words with the requester starred, and the file in full for a reason. */
export function Papers({ number }: { readonly number: string }) {
  const say = useSay();
  const { data, error } = useQuery(papersQuery(number));
  const [asked, setAsked] = useState<number>();
  const save = useMutation({
    mutationFn: (reason: string) => saveFile(`/requests/${number}/papers/${asked}/file`, { reason }),
    onSuccess: () => setAsked(undefined),
  });
  const papers = data?.papers ?? [];
  return (
    <Card title={say('papers')}>
      <Failure error={error} />
      {data && papers.length === 0 && <p>{say('none')}</p>}
      {papers.length > 0 && (
        <Collapse
          items={papers.map((paper) => ({
            key: paper.seq,
            label: [paper.title, paper.number].filter(Boolean).join(' '),
            children: (
              <>
                <p>
                  {say('paper_made', { at: writeMoment(paper.madeAt) })} ·{' '}
                  {paper.releasedAt
                    ? say('paper_released', { at: writeMoment(paper.releasedAt) })
                    : say('paper_not_released')}
                </p>
                <p className="paper">{paper.text}</p>
                <Button onClick={() => setAsked(paper.seq)}>{say('paper_file')}</Button>
              </>
            ),
          }))}
        />
      )}
      <ReasonDialog
        title={say('paper_file')}
        about={say('paper_about')}
        open={asked !== undefined}
        act={save}
        onClose={() => setAsked(undefined)}
      />
    </Card>
  );
}
