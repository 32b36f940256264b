/** How a cell becomes a field: its words, a list of them, a place in China's levels, or where something comes from. */
type Reading = 'text' | 'list' | 'level' | 'nature' | 'basis';

export interface Column {
  /** Field it fills, as `source.title`. */
  readonly field: string;
  readonly reading: Reading;
  /** Headings it is found by; the first is the one told to people. */
  readonly headings: readonly string[];
}

const text = (field: string, ...headings: readonly string[]): Column => ({ field, reading: 'text', headings });
const list = (field: string, ...headings: readonly string[]): Column => ({ field, reading: 'list', headings });

/** What may stand in a table of authorities or of matters. The columns may come in any order, others are left out and told. */
export const COLUMNS = {
  authorities: [
    text('id', '编号', 'id'),
    text('name', '名称', '机关名称', '单位名称', '单位', 'name'),
    list('short', '简称', '别名', 'short'),
    text('kind', '类别', '机关类别', 'kind'),
    text('place', '区划代码', '行政区划代码', '行政区划', 'place'),
    text('phone', '电话', '联系电话', 'phone'),
    text('address', '地址', '办公地址', '通信地址', 'address'),
    text('postcode', '邮编', '邮政编码', 'postcode'),
    text('fax', '传真', 'fax'),
    text('email', '邮箱', '电子邮箱', '电子邮件', 'email'),
    text('site', '网站', '官网', 'site'),
    text('source.title', '来源', '出处', 'source'),
    text('source.url', '来源网址', '出处网址', 'source_url'),
    text('asOf', '来源日期', '截至日期', 'as_of'),
    text('note', '备注', 'note'),
  ],
  matters: [
    text('id', '编号', 'id'),
    text('title', '事项', '事项名称', 'title'),
    text('en', '英文', 'en'),
    list('terms', '关键词', '词语', 'terms'),
    list('hints', '日常说法', 'hints'),
    list('phrasings', '问法', 'phrasings'),
    text('kind', '类别', '机关类别', 'kind'),
    { field: 'level', reading: 'level', headings: ['层级', 'level'] },
    list('also', '其他类别', 'also'),
    { field: 'basis', reading: 'basis', headings: ['依据', 'basis'] },
    text('why', '理由', '职责', 'why'),
    { field: 'nature', reading: 'nature', headings: ['性质', 'nature'] },
    text('advice', '办法', '建议', 'advice'),
    text('hotline', '热线', 'hotline'),
  ],
} as const satisfies Readonly<Record<string, readonly Column[]>>;
export type ImportedList = keyof typeof COLUMNS;

const LEVELS: Readonly<Record<string, string>> = {
  省: 'province',
  市: 'city',
  县: 'county',
  区: 'county',
  区县: 'county',
};
const NATURES: Readonly<Record<string, string>> = {
  信息公开: 'information',
  查询: 'lookup',
  信访: 'petition',
  举报: 'misconduct',
  法院: 'court',
  公用企事业: 'enterprise',
  村务: 'village',
};
/** ogi-2019 第10条第2项: a law by its id and an article; anything else is the title of a document. */
const ARTICLE = /^([a-z0-9-]+)\s*第?(\d{1,4})条?(?:第?(\d{1,3})项)?$/u;

const split = (cell: string) =>
  cell
    .split(/[;；、|\n]/u)
    .map((each) => each.trim())
    .filter(Boolean);

function readBasis(cell: string): unknown[] {
  return split(cell).map((each) => {
    const [, law, article, item] = ARTICLE.exec(each) ?? [];
    if (law === undefined) return { title: each };
    return { law, article: Number(article), ...(item === undefined ? {} : { item: Number(item) }) };
  });
}

/** The value of a cell; undefined for an empty one. */
export function readCell(cell: string, reading: Reading): unknown {
  const words = cell.trim();
  if (words === '') return undefined;
  if (reading === 'list') return split(words);
  if (reading === 'basis') return readBasis(words);
  if (reading === 'level') return LEVELS[words] ?? words;
  return reading === 'nature' ? (NATURES[words] ?? words) : words;
}
