import { InputNumber } from 'antd';
import type { AnnualReport } from '../api/queries.ts';
import type { Entered } from './rebase-entered.ts';

interface EntryFieldsProps {
  readonly report: AnnualReport;
  readonly entered: Entered;
  /** Undefined where this person may only read. */
  readonly onChange: ((entered: Entered) => void) | undefined;
}

/** A number staff enter, or as it stands. */
function NumberField(field: {
  readonly id: string;
  readonly label: string;
  readonly value: number | null;
  readonly onChange: ((value: number | null) => void) | undefined;
}) {
  return (
    <label htmlFor={field.id}>
      {field.label}
      {field.onChange ? (
        <InputNumber id={field.id} value={field.value} onChange={field.onChange} />
      ) : (
        <strong>{field.value ?? '–'}</strong>
      )}
    </label>
  );
}

/** The figures the cases do not tell. */
export function FigureFields({ report, entered, onChange }: EntryFieldsProps) {
  return (
    <div className="report-fields">
      {report.figures.map(({ id, label, unit }) => (
        <NumberField
          key={id}
          id={`figure-${id}`}
          label={`${label}（${unit}）`}
          value={entered.figures[id] ?? null}
          onChange={
            onChange &&
            ((value) => {
              const { [id]: _, ...others } = entered.figures;
              onChange({ ...entered, figures: value === null ? others : { ...others, [id]: value } });
            })
          }
        />
      ))}
    </div>
  );
}

/** Table 二, which staff fill in. */
export function TableTwoFields({ report, entered, onChange }: EntryFieldsProps) {
  return (
    <div className="report-fields">
      {report.tableTwo.flatMap(({ id, label, columns }) =>
        columns.map((column, at) => (
          <NumberField
            key={`${id}-${column}`}
            id={`two-${id}-${at}`}
            label={`${label} · ${column}`}
            value={entered.tableTwo[id]?.[at] ?? null}
            onChange={
              onChange &&
              ((value) => {
                const row = columns.map((_, index) => (index === at ? value : (entered.tableTwo[id]?.[index] ?? null)));
                onChange({ ...entered, tableTwo: { ...entered.tableTwo, [id]: row } });
              })
            }
          />
        )),
      )}
    </div>
  );
}
