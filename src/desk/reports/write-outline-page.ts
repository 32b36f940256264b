import { type ComponentChild, h } from 'preact';
import type { Outline, OutlinePart } from './outline-report.ts';
import { writePage } from './write-page.ts';

const STYLE = [
  'body{margin:0;background:#f5f3ee;color:#17282b;font:1.0625rem/1.6 system-ui,"PingFang SC","Microsoft YaHei","Noto Sans SC",sans-serif}',
  'header{background:#0f4c52;color:#fff;padding:1.5rem 1rem}header>*{max-width:46rem;margin:0 auto}',
  'h1{font-size:1.7rem;line-height:1.35}.preview{background:#96490f;border-radius:8px;padding:.4rem .8rem}',
  'main{max-width:46rem;margin:0 auto;padding:1rem}section{background:#fff;border-radius:12px;padding:1rem 1.25rem 1.25rem;margin:0 0 1rem}',
  'h2{border-left:6px solid #96490f;padding-left:.7rem;font-size:1.25rem}',
  'dl{display:grid;grid-template-columns:repeat(auto-fit,minmax(min(11rem,100%),1fr));gap:.7rem;margin:0}',
  'dl>div{background:#e2edeb;border-radius:10px;padding:.6rem .9rem;display:flex;flex-direction:column-reverse;justify-content:flex-end}',
  'dd{margin:0;font-size:1.9rem;font-weight:700;color:#0f4c52}dd small{font-size:1rem;font-weight:400;color:#4b5d60;margin-left:.3rem}dt{color:#4b5d60}',
  'table{width:100%;border-collapse:collapse}th{text-align:left;font-weight:400;padding:.35rem .6rem .35rem 0;width:45%}',
  'th small{display:block;color:#4b5d60}td{padding:.35rem 0;white-space:nowrap}',
  '.bar{display:inline-block;vertical-align:middle;height:1.3rem;background:#0f4c52;border-radius:4px;margin-right:.5rem}',
  'footer{max-width:46rem;margin:0 auto;padding:0 1rem 2rem;color:#4b5d60}',
].join('');
/** Of the cell, for the longest bar: its number stands beside it. */
const BAR_MOST = 62;

function writePart(part: OutlinePart): ComponentChild {
  if (part.kind === 'numbers') {
    const numbers = part.numbers.map(({ label, value, unit }) =>
      h('div', null, h('dt', null, label), h('dd', null, value, unit && h('small', null, unit))),
    );
    return h('section', null, h('h2', null, part.heading), h('dl', null, numbers));
  }
  const most = Math.max(1, ...part.bars.map(({ value }) => value));
  const rows = part.bars.map(({ label, value, detail }) => {
    const width = `${Math.round((value / most) * BAR_MOST)}%`;
    const bar = value > 0 ? h('span', { class: 'bar', style: { width }, 'aria-hidden': 'true' }) : null;
    return h(
      'tr',
      null,
      h('th', { scope: 'row' }, label, detail && h('small', null, detail)),
      h('td', null, bar, `${value}${part.unit}`),
    );
  });
  return h(
    'section',
    null,
    h('h2', null, part.heading),
    h('table', { 'aria-label': part.heading }, h('tbody', null, rows)),
  );
}

/** The same as the drawing, as a page anybody can read: headings, lists and tables, fit for a telephone. */
export function writeOutlinePage({ title, subtitle, preview, parts, foot }: Outline): string {
  return writePage(title, STYLE, [
    h('header', null, h('h1', null, title), h('p', null, subtitle), preview && h('p', { class: 'preview' }, preview)),
    h('main', null, parts.map(writePart)),
    h('footer', null, foot),
  ]);
}
