import { useQuery } from '@tanstack/react-query';
import { Modal } from 'antd';
import { Link } from 'react-router';
import { reportCasesQuery } from '../api/queries.ts';
import { Failure } from '../common/failure.tsx';
import { useSay } from '../texts.ts';

/** A cell of table 三 or 四. */
export interface AskedCell {
  readonly row: string;
  readonly column: string;
  /** What the cell counts, for its heading. */
  readonly label: string;
}

interface CasesDialogProps {
  readonly year: number;
  readonly asOf: string | undefined;
  readonly cell: AskedCell | undefined;
  readonly onClose: () => void;
}

/** The requests behind a number of the report. */
export function CasesDialog({ year, asOf, cell, onClose }: CasesDialogProps) {
  const say = useSay();
  const { data, error } = useQuery(reportCasesQuery(year, asOf, cell));
  return (
    <Modal title={cell?.label} open={cell !== undefined} onCancel={onClose} footer={null} destroyOnHidden>
      <Failure error={error} />
      <ul className="plain">
        {data?.requests.map((number) => (
          <li key={number}>
            <Link to={`/requests/${number}`}>{number}</Link>
          </li>
        ))}
      </ul>
      {data?.requests.length === 0 && <p>{say('none')}</p>}
    </Modal>
  );
}
