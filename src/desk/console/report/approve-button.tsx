import { useMutation } from '@tanstack/react-query';
import { Button, Modal } from 'antd';
import { useState } from 'react';
import { api, take } from '../api/client.ts';
import type { AnnualReport } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';

interface ApproveProps extends Pick<PageProps, 'locale'> {
  readonly report: AnnualReport;
  /** Reads the report again. */
  readonly onDone: () => Promise<void>;
}

/** Approves the report as it is seen, for good; while something is in the way, says what. */
export function ApproveButton({ report, locale, onDone }: ApproveProps) {
  const say = useSay();
  const [seen, setSeen] = useState<AnnualReport>();
  const { year, title, checked, hindrance } = report;
  const approve = useMutation({
    mutationFn: () =>
      take(api.POST('/reports/{year}/approve', { params: { path: { year } }, body: { hash: seen?.hash ?? '' } })),
    onSuccess: () => setSeen(undefined),
    onSettled: onDone,
  });
  const ask = () => {
    approve.reset();
    setSeen(report);
  };
  return (
    <>
      <Button
        type="primary"
        disabled={hindrance !== null}
        aria-describedby={hindrance ? 'report-hindrance' : undefined}
        onClick={ask}
      >
        {say('report_approve')}
      </Button>
      {hindrance && <span id="report-hindrance">{say('report_hindered', { why: hindrance[locale] })}</span>}
      <Modal
        title={say('report_approve_title', { title })}
        open={seen !== undefined}
        onCancel={() => setSeen(undefined)}
        onOk={() => approve.mutate()}
        okText={say('report_approve')}
        cancelText={say('report_not_yet')}
        okButtonProps={{ disabled: seen?.hash !== report.hash }}
        confirmLoading={approve.isPending}
      >
        <Failure error={approve.error} />
        {seen?.hash === report.hash ? (
          <p>{say('report_approve_sure', { checked })}</p>
        ) : (
          <p role="alert">{say('report_moved')}</p>
        )}
      </Modal>
    </>
  );
}
