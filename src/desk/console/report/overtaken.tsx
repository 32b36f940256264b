import { Alert } from 'antd';
import type { AnnualReport } from '../api/queries.ts';
import { useSay } from '../texts.ts';

interface OvertakenProps {
  readonly report: AnnualReport;
  /** Of what somebody types that a colleague saved differently meanwhile. */
  readonly ids: readonly string[];
}

/** What the colleague's text or number is called, and how it reads. */
function readSaved({ sections, figures, tableTwo, entered }: AnnualReport, id: string) {
  const parts = [...sections.flatMap((section) => section.parts), ...figures, ...tableTwo];
  const label = parts.flatMap((part) => ('id' in part && part.id === id ? [part.label] : [])).at(0) ?? id;
  const { texts, figures: numbers, tableTwo: rows } = entered;
  const row = rows[id]?.map((value) => value ?? '–').join(' / ');
  return { label, saved: texts[id] ?? row ?? String(numbers[id] ?? '–') };
}

/** Two wrote at the same place: what the other saved is shown before it is written over. */
export function Overtaken({ report, ids }: OvertakenProps) {
  const say = useSay();
  if (ids.length === 0) return null;
  return (
    <Alert
      type="warning"
      role="alert"
      title={say('report_overtaken', { count: ids.length })}
      description={ids.map((id) => {
        const { label, saved } = readSaved(report, id);
        return (
          <blockquote key={id}>
            <strong>{label}</strong>
            <p className="paper">{saved}</p>
          </blockquote>
        );
      })}
    />
  );
}
