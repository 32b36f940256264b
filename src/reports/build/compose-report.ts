import { type AnnualReportText, FIGURE_PLACE } from '../../knowledge/schema/annual-report.ts';
import type { ReportTable, TableName } from '../report.ts';
import { type RuleRow, tableTwoForm } from '../tables/table-two-form.ts';
import type { BuiltReport } from './build-report.ts';
import { countFigures, type WorkFigures } from './count-figures.ts';

/** What staff entered for a year's report. Nothing of a requester belongs in it. */
export interface Entered {
  /** By the paragraph's id; such a text may name figures too. */
  readonly texts: Readonly<Record<string, string>>;
  /** By the figure's id. */
  readonly figures: Readonly<Record<string, number>>;
  /** Table 二: by the row's id, a number for each of its columns; null where it is not known yet. */
  readonly tableTwo: Readonly<Record<string, readonly (number | null)[]>>;
}

export const NOTHING_ENTERED: Entered = { texts: {}, figures: {}, tableTwo: {} };

export interface ReportParagraph {
  readonly id: string;
  readonly label: string;
  /** With every known figure in its place; what is not known stands as its place. Null while nobody has written it. */
  readonly text: string | null;
  /** As written, with places. */
  readonly pattern: string | null;
  /** Names of the figures it lacks. */
  readonly lacks: readonly { readonly id: string; readonly label: string }[];
  readonly write: string | null;
  /** What last year's report said to it. */
  readonly before: readonly { readonly label: string; readonly text: string }[];
}

export type ReportPart = ReportParagraph | { readonly table: TableName };

export interface TableTwoRow extends RuleRow {
  readonly values: readonly (number | null)[];
}

/** The whole report of a year: counted tables, texts with figures bound, and what is still open. */
export interface ComposedReport extends BuiltReport {
  readonly title: string;
  readonly sections: readonly { readonly heading: string; readonly parts: readonly ReportPart[] }[];
  readonly tableTwo: readonly TableTwoRow[];
  readonly enteredFigures: readonly {
    readonly id: string;
    readonly label: string;
    readonly unit: string;
    readonly value: number | null;
  }[];
  /** Labels of what has still to be filled in. */
  readonly gaps: readonly string[];
}

/** What this year takes from the report of the year before. */
export interface PreviousReport {
  readonly tableThree: ReportTable;
  readonly paragraphs: readonly { readonly id: string; readonly label: string; readonly text: string }[];
}

interface Composing {
  readonly entered: Entered;
  readonly values: Values;
  /** What figures are called where they are missing. */
  readonly labels: ReadonlyMap<string, string>;
  readonly previous: PreviousReport | undefined;
}

type Values = Readonly<Record<string, string | number | null>>;
type Paragraph = Exclude<AnnualReportText['sections'][number]['parts'][number], { table: string }>;

function fillText(pattern: string, values: Values): { readonly text: string; readonly lacks: readonly string[] } {
  const lacks: string[] = [];
  const text = pattern.replaceAll(FIGURE_PLACE, (place, name: string) => {
    const value = values[name];
    if (value !== null && value !== undefined) return String(value);
    lacks.push(name);
    return place;
  });
  return { text, lacks };
}

function composeParagraph(part: Paragraph, { entered, values, labels, previous }: Composing): ReportParagraph {
  const written = entered.texts[part.id]?.trim();
  const pattern = written || part.text || null;
  const filled = pattern === null ? undefined : fillText(pattern, values);
  const before = (part.before ?? []).flatMap((id) => previous?.paragraphs.find((each) => each.id === id) ?? []);
  return {
    id: part.id,
    label: part.label,
    pattern,
    text: filled?.text ?? null,
    lacks: (filled?.lacks ?? []).map((id) => ({ id, label: labels.get(id) ?? id })),
    write: part.write ?? null,
    before: before.map(({ label, text }) => ({ label, text })),
  };
}

function fillTableTwo(year: number, { tableTwo }: Entered): TableTwoRow[] {
  return tableTwoForm(year).map((row) => ({
    ...row,
    values: row.columns.map((_, column) => tableTwo[row.id]?.[column] ?? null),
  }));
}

function listGaps(sections: ComposedReport['sections'], tableTwo: readonly TableTwoRow[]) {
  const paragraphs = sections.flatMap(({ parts }) => parts).filter((part) => 'id' in part);
  return [
    ...paragraphs.filter(({ text }) => text === null).map(({ label }) => label),
    ...new Set(paragraphs.flatMap(({ lacks }) => lacks.map(({ label }) => label))),
    ...tableTwo.filter(({ values }) => values.includes(null)).map(({ label }) => label),
  ];
}

/** Puts the year's report together. Pure: the same cases, texts and entries give the same report. */
export function composeReport(
  built: BuiltReport,
  template: AnnualReportText,
  entered: Entered,
  about: { readonly work: WorkFigures; readonly previous?: PreviousReport | undefined },
): ComposedReport {
  const counted = countFigures(built, template.change, about.work, about.previous?.tableThree);
  const values: Values = { ...entered.figures, ...counted };
  const labels = new Map([
    ...Object.entries(template.names),
    ...template.figures.map(({ id, label }) => [id, label] as const),
  ]);
  const composing = { entered, values, labels, previous: about.previous };
  const sections = template.sections.map(({ heading, parts }) => ({
    heading,
    parts: parts.map(
      (part): ReportPart => ('table' in part ? { table: part.table } : composeParagraph(part, composing)),
    ),
  }));
  const tableTwo = fillTableTwo(built.year, entered);
  return {
    ...built,
    title: fillText(template.title, values).text,
    sections,
    tableTwo,
    enteredFigures: template.figures.map((figure) => ({ ...figure, value: entered.figures[figure.id] ?? null })),
    gaps: listGaps(sections, tableTwo),
  };
}
