import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { BuiltReport } from './build-report.ts';
import type { CountedTable } from './count-cases.ts';

export type Say = (key: string, values?: Readonly<Record<string, string | number>>) => string;

const STYLE = [
  'body{font-family:system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:0 auto;padding:1rem;line-height:1.6}',
  '.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}',
  'caption{text-align:left;font-weight:600;padding:.5rem 0}',
  'th,td{border:1px solid #767676;padding:.3rem .5rem}td{text-align:right}th{font-weight:400;text-align:left}',
  'thead th{font-weight:600;text-align:center}',
].join('');

const head = (label: string, attributes: Readonly<Record<string, string | number>> = {}) =>
  h('th', { scope: 'col', ...attributes }, label);

function writeTable(caption: string, heads: ComponentChild, rows: ComponentChild): ComponentChild {
  // A table wider than the page scrolls by itself, and by keyboard too.
  return h(
    'div',
    { class: 'wide', tabIndex: 0, role: 'region', 'aria-label': caption },
    h('table', null, h('caption', null, caption), h('thead', null, heads), h('tbody', null, rows)),
  );
}

function writeThree({ columns, rows, values }: CountedTable, say: Say): ComponentChild {
  const heads = h('tr', null, [head(say('report.build_row')), ...columns.map((column) => head(column))]);
  const body = rows.map((label, row) =>
    h('tr', null, [h('th', { scope: 'row' }, label), ...(values[row] ?? []).map((value) => h('td', null, value))]),
  );
  return writeTable(say('report.build_three'), heads, body);
}

/** As prescribed: one row of fifteen numbers below 复议 and the two kinds of 诉讼. */
function writeFour({ columns, rows, values }: CountedTable, say: Say): ComponentChild {
  const groups = h(
    'tr',
    null,
    rows.map((label) => head(label, { colSpan: columns.length, scope: 'colgroup' })),
  );
  const heads = h(
    'tr',
    null,
    rows.flatMap(() => columns.map((column) => head(column))),
  );
  const body = h(
    'tr',
    null,
    values.flat().map((value) => h('td', null, value)),
  );
  return writeTable(say('report.build_four'), [groups, heads], body);
}

/** The tables as a page that stands by itself; a reader of annual reports reads it back. */
export function writeReportHtml(report: BuiltReport, say: Say): string {
  const { authority, year, asOf, preview, tables } = report;
  const title = say('report.build_title', { authority, year });
  const page = h(
    'html',
    { lang: 'zh-CN' },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', null, title),
      h('style', { dangerouslySetInnerHTML: { __html: STYLE } }),
    ),
    h(
      'body',
      null,
      h('h1', null, title),
      preview ? h('p', null, say('report.build_preview', { day: asOf })) : null,
      h('h2', null, say('report.build_heading_three')),
      writeThree(tables.三, say),
      h('h2', null, say('report.build_heading_four')),
      writeFour(tables.四, say),
    ),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}
