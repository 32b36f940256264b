/** A row of table 二 with its columns; rows of different kinds have different ones. */
export interface RuleRow {
  readonly id: string;
  readonly label: string;
  /** The article and item of 711号令 it reports on. */
  readonly item: string;
  readonly columns: readonly string[];
}

const ITEMS = {
  one: '第二十条第（一）项',
  five: '第二十条第（五）项',
  six: '第二十条第（六）项',
  eight: '第二十条第（八）项',
};
const RULES = ['本年制发件数', '本年废止件数', '现行有效件数'];
const DECISIONS = ['本年处理决定数量'];

/** 国办公开办函〔2021〕30号, for reports of 2021 and later. */
const FORM_2021: readonly RuleRow[] = [
  { id: 'regulations', label: '规章', item: ITEMS.one, columns: RULES },
  { id: 'normative-documents', label: '行政规范性文件', item: ITEMS.one, columns: RULES },
  { id: 'licences', label: '行政许可', item: ITEMS.five, columns: DECISIONS },
  { id: 'penalties', label: '行政处罚', item: ITEMS.six, columns: DECISIONS },
  { id: 'coercion', label: '行政强制', item: ITEMS.six, columns: DECISIONS },
  { id: 'charges', label: '行政事业性收费', item: ITEMS.eight, columns: ['本年收费金额（单位：万元）'] },
];

const MADE_2019 = ['本年新制作数量', '本年新公开数量', '对外公开总数量'];
const DONE_2019 = ['上一年项目数量', '本年增/减', '处理决定数量'];

/** 国办公开办函〔2019〕60号, for the reports of 2019 and 2020. */
const FORM_2019: readonly RuleRow[] = [
  { id: 'regulations', label: '规章', item: ITEMS.one, columns: MADE_2019 },
  { id: 'normative-documents', label: '规范性文件', item: ITEMS.one, columns: MADE_2019 },
  { id: 'licences', label: '行政许可', item: ITEMS.five, columns: DONE_2019 },
  { id: 'other-services', label: '其他对外管理服务事项', item: ITEMS.five, columns: DONE_2019 },
  { id: 'penalties', label: '行政处罚', item: ITEMS.six, columns: DONE_2019 },
  { id: 'coercion', label: '行政强制', item: ITEMS.six, columns: DONE_2019 },
  { id: 'charges', label: '行政事业性收费', item: ITEMS.eight, columns: DONE_2019.slice(0, 2) },
  {
    id: 'procurement',
    label: '政府集中采购',
    item: '第二十条第（九）项',
    columns: ['采购项目数量', '采购总金额'],
  },
];

/** Rows of table 二 in the form in force for a report's year. */
export function tableTwoForm(year: number): readonly RuleRow[] {
  return year >= 2021 ? FORM_2021 : FORM_2019;
}
