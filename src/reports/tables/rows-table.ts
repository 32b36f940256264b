/**
 * Rows and columns of the tables of 国办公开办函〔2021〕30号. Labels are those of the form; patterns also know them cut
 * short, as collectors and older forms write them.
 */
export interface TableRow {
  readonly id: string;
  readonly label: string;
  /** Tells the row by its words alone. */
  readonly pattern: RegExp;
  /** The group the row stands in, where its words stand in several: 3.其他. */
  readonly group?: string;
}

export const APPLICANTS = ['自然人', '商业企业', '科研机构', '社会公益组织', '法律服务机构', '其他', '总计'] as const;

/** Patterns of the columns of table 三, cut short or not, in the order of `APPLICANTS`. */
export const APPLICANT_PATTERNS: readonly RegExp[] = [
  /自然人|个人/u,
  /企业/u,
  /科研/u,
  /公益/u,
  /法律服务/u,
  /^其他/u,
  /总计|合计/u,
];

/** Groups of outcomes: what heads the rows beneath. */
export const GROUPS: readonly (readonly [string, RegExp])[] = [
  ['refused', /不予公开|（三）/u],
  ['unable', /无法提供|（四）/u],
  ['not-processed', /不予处理|（五）/u],
  ['other', /其他处理|（六）/u],
  ['none', /（七）/u],
];

export const OUTCOME_ROWS: readonly TableRow[] = [
  { id: 'granted', label: '（一）予以公开', pattern: /(?<!不)予以公开/u },
  { id: 'partial', label: '（二）部分公开', pattern: /部分公开/u },
  { id: 'refused-secret', label: '（三）不予公开 1.属于国家秘密', pattern: /国家秘密/u },
  { id: 'refused-forbidden', label: '（三）不予公开 2.其他法律行政法规禁止公开', pattern: /(?:法律|法规).{0,6}禁止/u },
  { id: 'refused-stability', label: '（三）不予公开 3.危及“三安全一稳定”', pattern: /三安全/u },
  { id: 'refused-third-party', label: '（三）不予公开 4.保护第三方合法权益', pattern: /第三方/u },
  { id: 'refused-internal', label: '（三）不予公开 5.属于三类内部事务信息', pattern: /内部事务/u },
  { id: 'refused-process', label: '（三）不予公开 6.属于四类过程性信息', pattern: /过程性/u },
  { id: 'refused-enforcement', label: '（三）不予公开 7.属于行政执法案卷', pattern: /执法案卷/u },
  { id: 'refused-inquiry', label: '（三）不予公开 8.属于行政查询事项', pattern: /查询事项/u },
  { id: 'unable-not-held', label: '（四）无法提供 1.本机关不掌握相关政府信息', pattern: /不掌握/u },
  { id: 'unable-not-made', label: '（四）无法提供 2.没有现成信息需要另行制作', pattern: /没有现成|另行制作/u },
  { id: 'unable-unclear', label: '（四）无法提供 3.补正后申请内容仍不明确', pattern: /仍不明确/u },
  { id: 'not-processed-petition', label: '（五）不予处理 1.信访举报投诉类申请', pattern: /信访|举报投诉/u },
  { id: 'not-processed-repeated', label: '（五）不予处理 2.重复申请', pattern: /重复/u },
  { id: 'not-processed-published', label: '（五）不予处理 3.要求提供公开出版物', pattern: /出版物/u },
  { id: 'not-processed-excessive', label: '（五）不予处理 4.无正当理由大量反复申请', pattern: /大量反复/u },
  {
    id: 'not-processed-confirm',
    label: '（五）不予处理 5.要求行政机关确认或重新出具已获取信息',
    pattern: /确认或重新|重新出具/u,
  },
  {
    id: 'other-not-amended',
    label: '（六）其他处理 1.申请人无正当理由逾期不补正、行政机关不再处理其政府信息公开申请',
    pattern: /不补正/u,
  },
  {
    id: 'other-not-paid',
    label: '（六）其他处理 2.申请人逾期未按收费通知要求缴纳费用、行政机关不再处理其政府信息公开申请',
    pattern: /缴费|缴纳费用|收费通知/u,
  },
  {
    id: 'other-other',
    label: '（六）其他处理 3.其他',
    pattern: /^(?:[（(]六[)）])?(?:其他处理)?\s*(?:[（(]?3[)）]?[.、．]?\s*)?其他(?:处理)?$/u,
    group: 'other',
  },
];

export const TABLE_THREE_ROWS: readonly TableRow[] = [
  { id: 'new', label: '一、本年新收政府信息公开申请数量', pattern: /新收/u },
  { id: 'carried-over', label: '二、上年结转政府信息公开申请数量', pattern: /上年(?:度)?结转/u },
  ...OUTCOME_ROWS,
  { id: 'handled', label: '（七）总计', pattern: /^(?:[（(]七[)）])?\s*(?:总计|合计)$/u },
  { id: 'carried-on', label: '四、结转下年度继续办理', pattern: /结转/u },
];

const OTHER_2019: TableRow = { id: 'other-other', label: '（六）其他处理', pattern: /其他处理/u };

/** Rows of table 三 in the form of 国办公开办函〔2019〕60号, which has one for 其他处理 where that of 2021 has three. */
const TABLE_THREE_2019: readonly TableRow[] = TABLE_THREE_ROWS.flatMap((row) => {
  if (row.id === OTHER_2019.id) return [OTHER_2019];
  return row.id.startsWith('other-') ? [] : [row];
});

/** The first year reports have tables for (711号令); those before are told in prose, each year's in its own outline. */
export const FIRST_TABLE_YEAR = 2019;

/** Rows of table 三 in the form in force for a report's year. */
export function tableThreeForm(year: number): readonly TableRow[] {
  return year >= 2021 ? TABLE_THREE_ROWS : TABLE_THREE_2019;
}

/** The row an outcome is counted in, by the rows of its form: what a form has no row of its own for is 其他处理. */
export function rowOfForm(form: readonly TableRow[], id: string): string {
  return form.some((row) => row.id === id) ? id : OTHER_2019.id;
}

export const RULE_COLUMNS = ['本年制发件数', '本年废止件数', '现行有效件数'] as const;
export const TABLE_TWO_ROWS: readonly TableRow[] = [
  { id: 'regulations', label: '规章', pattern: /(?<!党内法规|范性)规章$/u },
  { id: 'normative-documents', label: '行政规范性文件', pattern: /规范性文件/u },
  { id: 'licences', label: '行政许可', pattern: /行政许可/u },
  { id: 'penalties', label: '行政处罚', pattern: /行政处罚/u },
  { id: 'coercion', label: '行政强制', pattern: /行政强制/u },
  { id: 'charges', label: '行政事业性收费', pattern: /行政事业性收费/u },
];

export const DISPUTE_COLUMNS = ['结果维持', '结果纠正', '其他结果', '尚未审结', '总计'] as const;
export const TABLE_FOUR_ROWS: readonly TableRow[] = [
  { id: 'review', label: '行政复议', pattern: /^行政复议|^复议$/u },
  { id: 'direct', label: '行政诉讼 未经复议直接起诉', pattern: /直接起诉/u },
  { id: 'after-review', label: '行政诉讼 复议后起诉', pattern: /复议后起诉/u },
];
