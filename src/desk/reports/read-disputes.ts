import { type Day, parseDay } from '../../day.ts';
import type { Dispute } from '../../reports/index.ts';
import type { CaseEvent } from '../../requests/index.ts';

/** Results of a remedy in the order of the columns of table 四. */
const RESULTS = ['upheld', 'corrected', 'other'];

const dayIn = ({ fields, on }: CaseEvent, name: string): Day => parseDay(String(fields[name] ?? '')) ?? on;

/** The reviews and lawsuits of a case; a lawsuit after a review stands in a row of its own. */
export function readDisputes(events: readonly CaseEvent[]): readonly Dispute[] {
  const decided = events.filter(({ kind }) => kind === 'remedy_decided');
  let reviewed = false;
  return events
    .filter(({ kind }) => kind === 'remedy_lodged')
    .map((lodged) => {
      const { remedy } = lodged.fields;
      const row = remedy === 'reconsideration' ? 'review' : reviewed ? 'after-review' : 'direct';
      reviewed ||= remedy === 'reconsideration';
      const at = decided.findIndex(({ seq, fields }) => seq > lodged.seq && fields.remedy === remedy);
      const [end] = at < 0 ? [] : decided.splice(at, 1);
      return {
        row,
        lodgedOn: dayIn(lodged, 'lodgedOn'),
        decidedOn: end ? dayIn(end, 'decidedOn') : null,
        result: end ? Math.max(0, RESULTS.indexOf(String(end.fields.result))) : null,
      };
    });
}
