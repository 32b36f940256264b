import { DISPUTE_COLUMNS, TABLE_THREE_ROWS } from '../../src/reports/tables/rows-table.ts';
import { type Made, makeTables, series } from './made-tables.ts';

/** A report of an authority that does not exist, in the form of 2021. */
export const TITLE = '青禾县民政局2023年政府信息公开工作年度报告';
export const PROSE = [
  '一、总体情况',
  '2023年，我局通过各渠道主动公开政府信息620条，其中门户网站400条、微信公众号180条、公告栏40条。',
  '二、主动公开政府信息情况',
];
export const made: Made = makeTables(series(7));

type Block = string | readonly string[];
const LAST = [
  '五、存在的主要问题及改进情况',
  '公开目录更新不够快，2024年将每季度清理一次。',
  '六、其他需要报告的事项',
  '本年度未收取信息处理费。',
];

/** Rows as the form prints them: the group stands in its first row only. */
function rowsOfThree(): string[][] {
  const groups = new Set<string>();
  return TABLE_THREE_ROWS.map(({ label }, index) => {
    const [group = '', own] = label.split(' ');
    const numbers = (made.three[index] ?? []).map(String);
    if (own === undefined) return [label, ...numbers];
    const first = !groups.has(group);
    groups.add(group);
    return [...(first ? [group] : []), own, ...numbers];
  });
}

export function listBlocks(): Block[] {
  const columns = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'];
  return [
    TITLE,
    ...PROSE,
    ['信息内容', '本年制发件数', '本年废止件数', '现行有效件数'],
    ['规章', '0', '0', '0'],
    ['行政规范性文件', '4', '1', '22'],
    ['行政许可', '1,306'],
    ['行政事业性收费', '12.5'],
    '三、收到和处理政府信息公开申请情况',
    ['（本列数据的勾稽关系为：第一项加第二项之和，等于第三项加第四项之和）', ...columns],
    ...rowsOfThree(),
    '四、政府信息公开行政复议、行政诉讼情况',
    [...DISPUTE_COLUMNS, ...DISPUTE_COLUMNS, ...DISPUTE_COLUMNS],
    made.four.flat().map(String),
    ...LAST,
  ];
}

/** The report as text whose tables have bars. */
export function asText(): string {
  return listBlocks()
    .map((block) => (typeof block === 'string' ? block : `| ${block.join(' | ')} |`))
    .join('\n');
}

export function asHtml(): string {
  let html = '<html><head><title>年报</title><script>alert(999件)</script></head><body><table class="layout"><tr><td>';
  let open = false;
  for (const block of listBlocks()) {
    const row = typeof block !== 'string';
    if (row !== open) html += row ? '<table border="1"><tbody>' : '</tbody></table>';
    open = row;
    html += row ? `<tr>${block.map((cell) => `<td><p>${cell}</p></td>`).join('')}</tr>` : `<p>　　${block}</p>`;
  }
  return `${html}</td></tr></table></body></html>`;
}

export function asCsv(): string {
  return listBlocks()
    .map((block) => (typeof block === 'string' ? `"${block}"` : block.map((cell) => `"${cell}"`).join(',')))
    .join('\r\n');
}
