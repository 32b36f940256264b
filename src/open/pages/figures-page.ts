import { h } from 'preact';
import type { OpenFigure } from '../schema.ts';
import { type PageContext, writePage } from './markup.ts';

/** Figures of every report on file, a table a year, newest first, each with the words it was read from. */
export function writeFiguresPage(figures: readonly OpenFigure[], context: PageContext): string {
  const { say } = context;
  const years = [...new Set(figures.map((figure) => figure.year))].toSorted((a, b) => b - a);
  const head = ['metric', 'value', 'section', 'quote'].map((name) => h('th', { scope: 'col' }, say(`open.${name}`)));
  const writeRow = ({ metric, value, unit, approximate, section, quote, note }: OpenFigure) =>
    h(
      'tr',
      null,
      h('th', { scope: 'row' }, metric, note && h('small', null, note)),
      h(
        'td',
        { class: 'value' },
        `${approximate ? say('open.about_value') : ''}${value}${unit === '–' ? '' : ` ${unit}`}`,
      ),
      h('td', null, section),
      h('td', null, h('q', null, quote)),
    );
  return writePage(context, {
    title: say('open.figures'),
    body: [
      h('h1', null, say('open.figures')),
      ...years.map((year) => {
        const rows = figures.filter((figure) => figure.year === year);
        return h(
          'section',
          null,
          h('h2', null, rows[0]?.report ?? String(year)),
          h(
            'p',
            null,
            h('a', { href: `/open/data/figures-${year}.csv` }, 'CSV'),
            ' ',
            h('a', { href: `/open/data/figures-${year}.json` }, 'JSON'),
          ),
          h(
            'div',
            { class: 'scroll', tabIndex: 0, role: 'region', 'aria-label': rows[0]?.report ?? String(year) },
            h('table', { lang: 'zh-CN' }, h('thead', null, h('tr', null, head)), h('tbody', null, rows.map(writeRow))),
          ),
        );
      }),
    ],
  });
}
