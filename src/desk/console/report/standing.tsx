import { Alert, Space } from 'antd';
import type { AnnualReport } from '../api/queries.ts';
import { writeMoment } from '../common/write-time.ts';
import type { PageProps } from '../frame/page-props.ts';
import { useSay } from '../texts.ts';

interface StandingProps extends Pick<PageProps, 'locale'> {
  readonly report: AnnualReport;
}

/** How far the report is: what is open, what does not add up, why it cannot be approved yet. */
export function Standing({ report, locale }: StandingProps) {
  const say = useSay();
  if (report.approvedAt)
    return (
      <Alert
        type="success"
        title={say('report_approved', { at: writeMoment(report.approvedAt), by: report.approvedBy ?? '' })}
      />
    );
  return (
    <Space orientation="vertical" className="report-standing">
      <Alert
        type="info"
        title={say(report.preview ? 'report_preview' : 'report_draft', { day: report.asOf })}
        description={report.hindrance?.[locale]}
      />
      {report.gaps.length > 0 && (
        <Alert
          type="warning"
          title={say('report_gaps', { count: report.gaps.length })}
          description={report.gaps.join('、')}
        />
      )}
      {report.mismatches.length > 0 ? (
        <Alert
          type="error"
          title={say('report_mismatches', { count: report.mismatches.length })}
          description={
            <ul className="plain">
              {report.mismatches.map(({ about, left, right }) => (
                <li key={`${about}${left}`}>
                  {about}：{left} ≠ {right}
                </li>
              ))}
            </ul>
          }
        />
      ) : (
        <Alert type="success" title={say('report_adds_up', { checked: report.checked })} />
      )}
    </Space>
  );
}
