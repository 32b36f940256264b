import { errorAt } from '../files/problem.ts';
import { listLaws, listSources, type Rule } from './rule.ts';

/** Every law, article, report and section that is cited exists. */
export const deadSources: Rule = {
  name: 'dead-sources',
  needsEveryFile: true,
  check: ({ files }) => {
    const laws = new Map(listLaws(files).map(({ value }) => [value.id, value]));
    const reports = new Map(files.reports.map(({ data }) => [data.year, data]));
    return listSources(files).flatMap(({ file, path, value: source }) => {
      if ('law' in source) {
        const law = laws.get(source.law);
        if (!law) return [errorAt(file, [...path, 'law'], 'dead_law', { law: source.law })];
        if (law.articles === undefined || source.article <= law.articles) return [];
        const values = { law: law.title, article: source.article, last: law.articles };
        return [errorAt(file, [...path, 'article'], 'dead_article', values)];
      }
      if ('report' in source) {
        const report = reports.get(source.report);
        if (!report) return [errorAt(file, [...path, 'report'], 'dead_report', { year: source.report })];
        if (source.section in report.sections) return [];
        const values = {
          year: source.report,
          section: source.section,
          sections: Object.keys(report.sections).join('、'),
        };
        return [errorAt(file, [...path, 'section'], 'dead_section', values)];
      }
      return [];
    });
  },
};
