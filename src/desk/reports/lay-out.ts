import type { ComposedReport, ReportParagraph } from '../../reports/index.ts';
import type { DocumentBlock, DocumentModel, Grid, GridCell } from '../../requests/documents/index.ts';

/** A text by its key under `report.` in the messages. */
export type SayReport = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const head = (text: string, span = 1): GridCell => ({ text, span, head: 'column' });
const label = (text: string): GridCell => ({ text, head: 'row' });
const cellOf = (value: number | null | undefined, open: string): GridCell => ({
  text: value == null ? open : String(value),
});

/** A paragraph with its gaps to be seen: nothing that is missing looks like a finished text. */
function writeParagraph(part: ReportParagraph, say: SayReport): string {
  if (part.text === null) return say('gap', { label: part.label });
  return part.lacks.reduce((text, { id, label }) => text.replaceAll(`{${id}}`, say('gap', { label })), part.text);
}

/** Table 二: rows that share their columns stand under one head. */
function layOutTwo({ tableTwo }: ComposedReport, say: SayReport): Grid {
  const most = Math.max(...tableTwo.map(({ columns }) => columns.length));
  const rows = tableTwo.flatMap((row, index) => {
    const before = tableTwo[index - 1];
    const spanOf = (column: number) => (column === row.columns.length - 1 ? most - row.columns.length + 1 : 1);
    const sameHead = before?.item === row.item && before.columns.join() === row.columns.join();
    const heads = sameHead
      ? []
      : [[head(row.item, most + 1)], [head(say('content')), ...row.columns.map((name, at) => head(name, spanOf(at)))]];
    const cells = row.values.map((value, at) => ({ ...cellOf(value, say('open_cell')), span: spanOf(at) }));
    return [...heads, [label(row.label), ...cells]];
  });
  return { kind: 'grid', caption: say('two'), widths: [2, ...Array.from({ length: most }, () => 1.5)], rows };
}

function layOutThree({ tables: { 三 } }: ComposedReport, say: SayReport): Grid {
  const rows = 三.rows.flatMap((name, row) => {
    const cells = [label(name), ...(三.values[row] ?? []).map((value) => cellOf(value, ''))];
    // The third item is what the rows from the first outcome on come to; it has no numbers of its own.
    return 三.ids[row] === 'granted' ? [[{ ...label(say('outcomes')), span: cells.length }], cells] : [cells];
  });
  const groups = [{ text: '', span: 2 }, head(say('organisations'), 5), { text: '' }];
  return {
    kind: 'grid',
    caption: say('three'),
    widths: [4, 1, 1, 1, 1, 1, 1, 1],
    rows: [groups, [head(say('row')), ...三.columns.map((name) => head(name))], ...rows],
  };
}

/** As prescribed: one row of fifteen numbers below 复议 and the two kinds of 诉讼. */
function layOutFour({ tables: { 四 } }: ComposedReport, say: SayReport): Grid {
  return {
    kind: 'grid',
    caption: say('four'),
    widths: 四.rows.flatMap(() => 四.columns.map(() => 1)),
    rows: [
      四.rows.map((name) => head(name, 四.columns.length)),
      四.rows.flatMap(() => 四.columns.map((name) => head(name))),
      四.values.flat().map((value) => cellOf(value, '')),
    ],
  };
}

const TABLES = { 二: layOutTwo, 三: layOutThree, 四: layOutFour } as const;

/** The report's blocks in reading order, the same for the page, the PDF and the file for Word. */
export function layOutReport(report: ComposedReport, say: SayReport): readonly DocumentBlock[] {
  const preview: DocumentBlock[] = report.preview
    ? [{ kind: 'paragraph', text: say('preview', { day: report.asOf }) }]
    : [];
  const sections = report.sections.flatMap(({ heading, parts }): DocumentBlock[] => [
    { kind: 'heading', text: heading },
    ...parts.flatMap((part): DocumentBlock[] =>
      'table' in part
        ? [TABLES[part.table](report, say)]
        : writeParagraph(part, say)
            .split('\n')
            .map((text) => ({ kind: 'paragraph', text })),
    ),
  ]);
  return [...preview, ...sections];
}

/** The report as a document to be set. */
export function modelReport(report: ComposedReport, say: SayReport): DocumentModel<'annual-report'> {
  return {
    kind: 'annual-report',
    layout: 'sheet',
    title: report.title,
    subtitle: null,
    number: null,
    addressee: null,
    blocks: layOutReport(report, say),
    remedy: null,
    signature: null,
    slip: [],
  };
}
