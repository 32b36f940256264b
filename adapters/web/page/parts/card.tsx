import { label } from '../../../../src/channel/label.ts';
import type { WebLine } from '../../render.ts';
import { useSay } from '../state/speaking.ts';
import { Paragraphs } from './paragraphs.tsx';
import { ReceiptActions } from './receipt-actions.tsx';

/** Labelled rows: what was filled in, a contact, a receipt. */
export function Card({ line }: { readonly line: WebLine }) {
  const say = useSay();
  return (
    <section className={line.printable ? 'card receipt' : 'card'} aria-label={line.title ?? undefined}>
      <p className="card-title">{line.title}</p>
      <dl>
        {line.rows.map((row) => (
          <div className="row" key={row.label}>
            <dt>{row.label}</dt>
            <dd>{row.value}</dd>
          </div>
        ))}
      </dl>
      {line.text !== '' && <Paragraphs text={line.text} />}
      {line.printable && (
        <>
          <p className="receipt-note">{say('receipt_note')}</p>
          <ReceiptActions
            text={[line.title, ...line.rows.map((row) => label(row.label, row.value)), line.text].join('\n')}
          />
        </>
      )}
    </section>
  );
}
