import { type ComponentChild, h } from 'preact';
import { renderToString } from 'preact-render-to-string';
import type { ComposedReport } from '../../reports/index.ts';
import type { DocumentBlock, Grid, GridCell } from '../../requests/documents/index.ts';
import { layOutReport, type SayReport } from './lay-out.ts';

const STYLE = [
  'body{font-family:system-ui,"Noto Sans SC",sans-serif;max-width:60rem;margin:0 auto;padding:1rem;line-height:1.7}',
  'h1{text-align:center}p{text-indent:2em}',
  '.wide{overflow-x:auto}table{border-collapse:collapse;width:100%}',
  'caption{text-align:left;font-weight:600;padding:.5rem 0}',
  'th,td{border:1px solid #767676;padding:.3rem .5rem}td{text-align:right}th{font-weight:400;text-align:left}',
  'th[scope^=col]{font-weight:600;text-align:center}',
].join('');

function writeCell({ text, span = 1, head }: GridCell): ComponentChild {
  if (!head) return h('td', { colSpan: span }, text);
  return h('th', { scope: head === 'row' ? 'row' : span > 1 ? 'colgroup' : 'col', colSpan: span }, text);
}

/** A table wider than the page scrolls by itself, and by keyboard too. */
function writeGrid({ caption, rows }: Grid): ComponentChild {
  const body = rows.map((row) => h('tr', null, row.map(writeCell)));
  return h(
    'div',
    { class: 'wide', tabIndex: 0, role: 'region', 'aria-label': caption },
    h('table', null, h('caption', null, caption), h('tbody', null, body)),
  );
}

function writeBlock(block: DocumentBlock): ComponentChild {
  if (block.kind === 'grid') return writeGrid(block);
  if (block.kind === 'heading') return h('h2', null, block.text);
  return block.kind === 'paragraph' ? h('p', null, block.text) : null;
}

/** A page that stands by itself. */
export function writePage(title: string, style: string, body: ComponentChild): string {
  const page = h(
    'html',
    { lang: 'zh-CN' },
    h(
      'head',
      null,
      h('meta', { charSet: 'utf-8' }),
      h('meta', { name: 'viewport', content: 'width=device-width' }),
      h('title', null, title),
      h('style', { dangerouslySetInnerHTML: { __html: style } }),
    ),
    h('body', null, body),
  );
  return `<!doctype html>\n${renderToString(page)}\n`;
}

/** The report as a page that stands by itself; a reader of annual reports reads it back. */
export function writeReportPage(report: ComposedReport, say: SayReport): string {
  return writePage(report.title, STYLE, [h('h1', null, report.title), ...layOutReport(report, say).map(writeBlock)]);
}
