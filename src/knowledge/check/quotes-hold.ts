import { errorAt } from '../files/problem.ts';
import { quoteSays } from './quote-says.ts';
import { listFigures, type Rule } from './rule.ts';

/** The words a figure was read from contain it, and its section is one of the report's. */
export const quotesHold: Rule = {
  name: 'quotes-hold',
  needsEveryFile: false,
  check: ({ files }) => {
    const sections = new Map(files.reports.map(({ data }) => [data.year, data.sections]));
    return listFigures(files).flatMap(({ file, path, value: figure, year }) => [
      ...(quoteSays(figure.quote, figure.value, figure.unit)
        ? []
        : [
            errorAt(file, [...path, 'quote'], 'quote_without_value', {
              id: figure.id,
              value: figure.value,
              quote: figure.quote,
            }),
          ]),
      ...(figure.section in (sections.get(year) ?? {})
        ? []
        : [errorAt(file, [...path, 'section'], 'figure_without_section', { id: figure.id, section: figure.section })]),
    ]);
  },
};
