import { errorAt } from '../files/problem.ts';
import { quoteSays } from './quote-says.ts';
import { place, type Rule } from './rule.ts';

/** Figures of other authorities name a metric of the list, and their quotes bear them. */
export const publishedHold: Rule = {
  name: 'published-hold',
  needsEveryFile: false,
  check: ({ files: { published } }) => {
    if (!published) return [];
    const { file, data } = published;
    const known = new Set(data.metrics.map(({ id }) => id));
    return place(file, ['reports'], data.reports).flatMap((report) =>
      place(file, [...report.path, 'figures'], report.value.figures).flatMap(({ path, value: figure }) => [
        ...(known.has(figure.metric) ? [] : [errorAt(file, [...path, 'metric'], 'dead_metric', { id: figure.metric })]),
        ...(quoteSays(figure.quote, figure.value, figure.unit)
          ? []
          : [
              errorAt(file, [...path, 'quote'], 'quote_without_value', {
                id: figure.metric,
                value: figure.value,
                quote: figure.quote,
              }),
            ]),
      ]),
    );
  },
};
