import type { ComposedReport } from '../../reports/index.ts';
import type { SayReport } from './lay-out.ts';

/** A number to be seen at once. */
export interface OutlineNumber {
  readonly label: string;
  readonly value: string;
  readonly unit: string;
}

/** A number beside others of its kind, drawn as a bar. `detail` says what it is made of. */
export interface OutlineBar {
  readonly label: string;
  readonly value: number;
  readonly detail: string | null;
}

export type OutlinePart =
  | { readonly kind: 'numbers'; readonly heading: string; readonly numbers: readonly OutlineNumber[] }
  | { readonly kind: 'bars'; readonly heading: string; readonly unit: string; readonly bars: readonly OutlineBar[] };

/** The year's report at a glance: nothing but numbers of the report, in its own order. */
export interface Outline {
  readonly title: string;
  readonly subtitle: string;
  /** Set where the report is not final. */
  readonly preview: string | null;
  readonly parts: readonly OutlinePart[];
  readonly foot: string;
}

type Tables = ComposedReport['tables'];

const OUTCOMES = ['granted', 'partial', 'refused', 'unable', 'not-processed', 'other'] as const;
/** Outcomes that have several grounds, each a row of its own. */
const GROUNDED = ['refused', 'unable', 'not-processed', 'other'] as const;

function totalOf({ ids, values }: Tables['三'], match: (id: string) => boolean): number {
  return ids.reduce((sum, id, row) => sum + (match(id) ? (values[row]?.at(-1) ?? 0) : 0), 0);
}

const isOf = (group: string) => (id: string) => id === group || id.startsWith(`${group}-`);

/** A row's own words: 属于国家秘密 of （三）不予公开 1.属于国家秘密. */
const shorten = (label: string): string => label.replace(/^（[一二三四五六七]）[^\d]*\d\./u, '');

function outlineRequests({ tables: { 三 } }: ComposedReport, say: SayReport): OutlinePart[] {
  const unit = say('outline_requests_unit');
  const number = (id: string) => ({ label: say(`outline_${id}`), value: String(totalOf(三, isOf(id))), unit });
  const fresh = 三.values[三.ids.indexOf('new')] ?? [];
  const applicants = 三.columns.slice(0, -1).map((label, column) => ({
    label,
    value: fresh[column] ?? 0,
    detail: null,
  }));
  const grounds = 三.ids.flatMap((id, row) => {
    const value = 三.values[row]?.at(-1) ?? 0;
    const group = GROUNDED.find((each) => isOf(each)(id));
    return group === undefined || value === 0
      ? []
      : [{ label: shorten(三.rows[row] ?? ''), value, detail: say(`outline_${group}`) }];
  });
  const outcomes = OUTCOMES.map((id) => ({ label: say(`outline_${id}`), value: totalOf(三, isOf(id)), detail: null }));
  return [
    {
      kind: 'numbers',
      heading: say('outline_requests'),
      numbers: ['new', 'carried-over', 'handled', 'carried-on'].map(number),
    },
    { kind: 'bars', heading: say('outline_applicants'), unit, bars: applicants },
    { kind: 'bars', heading: say('outline_outcomes'), unit, bars: outcomes },
    { kind: 'bars', heading: say('outline_grounds'), unit, bars: grounds },
  ];
}

function outlineDisputes({ tables: { 四 } }: ComposedReport, say: SayReport): OutlinePart {
  const bars = 四.rows.map((label, row) => {
    const values = 四.values[row] ?? [];
    const results = 四.columns
      .slice(0, -1)
      .flatMap((column, at) => (values[at] ? [say('outline_result', { result: column, count: values[at] })] : []));
    return { label, value: values.at(-1) ?? 0, detail: results.length > 0 ? results.join(say('outline_comma')) : null };
  });
  return { kind: 'bars', heading: say('outline_disputes'), unit: say('outline_requests_unit'), bars };
}

/** Table 二, each number with what it counts; one nobody has entered yet is shown as open. */
function outlinePublished({ tableTwo }: ComposedReport, say: SayReport): OutlinePart {
  const numbers = tableTwo.flatMap(({ label, columns, values }) =>
    columns.map((column, at) => ({
      label: say('outline_of', { label, column }),
      value: values[at] == null ? say('open_cell') : String(values[at]),
      unit: '',
    })),
  );
  return { kind: 'numbers', heading: say('two'), numbers };
}

function outlineFigures({ enteredFigures }: ComposedReport, say: SayReport): OutlinePart {
  const numbers = enteredFigures.flatMap(({ label, unit, value }) =>
    value === null ? [] : [{ label, value: String(value), unit }],
  );
  return { kind: 'numbers', heading: say('outline_figures'), numbers };
}

const isEmpty = (part: OutlinePart) => (part.kind === 'numbers' ? part.numbers : part.bars).length === 0;

/** What of the report is drawn. Every number is one the report itself holds. */
export function outlineReport(report: ComposedReport, say: SayReport): Outline {
  const parts = [
    outlineFigures(report, say),
    ...outlineRequests(report, say),
    outlineDisputes(report, say),
    outlinePublished(report, say),
  ];
  return {
    title: report.title,
    subtitle: say('outline'),
    preview: report.preview ? say('preview', { day: report.asOf }) : null,
    parts: parts.filter((part) => !isEmpty(part)),
    foot: say('outline_foot', { authority: report.authority }),
  };
}
