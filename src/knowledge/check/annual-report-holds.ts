import { errorAt, type Finding } from '../files/problem.ts';
import { type AnnualReportText, COUNTED_FIGURES, FIGURE_PLACE } from '../schema/annual-report.ts';
import type { Rule } from './rule.ts';

type Part = AnnualReportText['sections'][number]['parts'][number];

interface Placed {
  readonly part: Exclude<Part, { table: string }>;
  readonly path: readonly (string | number)[];
}

function listParagraphs({ sections }: AnnualReportText): Placed[] {
  return sections.flatMap(({ parts }, section) =>
    parts.flatMap((part, index) => ('table' in part ? [] : [{ part, path: ['sections', section, 'parts', index] }])),
  );
}

/** Every figure named in the year's report is counted or entered, every paragraph has an id of its own and something in it. */
export const annualReportHolds: Rule = {
  name: 'annual-report-holds',
  needsEveryFile: false,
  check: ({ files: { annualReport } }) => {
    if (!annualReport) return [];
    const { file, data } = annualReport;
    const known = new Set<string>([...COUNTED_FIGURES, ...data.figures.map(({ id }) => id)]);
    const paragraphs = listParagraphs(data);
    const ids = paragraphs.map(({ part }) => part.id);
    return paragraphs.flatMap(({ part, path }, index): Finding[] => {
      const named = [...(part.text ?? '').matchAll(FIGURE_PLACE)].map(([, name = '']) => name);
      return [
        ...named
          .filter((name) => !known.has(name))
          .map((name) => errorAt(file, [...path, 'text'], 'unknown_figure', { name, known: [...known].join('、') })),
        ...(ids.indexOf(part.id) < index ? [errorAt(file, [...path, 'id'], 'paragraph_twice', { id: part.id })] : []),
        ...((part.text === undefined) === (part.write === undefined)
          ? [errorAt(file, [...path, 'id'], 'paragraph_text_or_write', { id: part.id })]
          : []),
        ...(part.before ?? [])
          .filter((id) => !ids.includes(id))
          .map((id) => errorAt(file, [...path, 'before'], 'dead_id', { id })),
      ];
    });
  },
};
