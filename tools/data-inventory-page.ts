import { RETENTION_EVENTS, type RetentionRule } from '../src/knowledge/schema/retention.ts';
import { COLUMN_CLASSES, COLUMN_FACTS, type ColumnClass } from '../src/store/column-facts.ts';
import { TABLE_FACTS, TABLE_NAMES, type TableName } from '../src/store/table-order.ts';

const HEAD = `# Data inventory

Written by \`node tools/write-data-inventory.ts\` from the classes every column is given in the code; a test compares the two, and both with the database. How long each class of data is kept is set in the office's \`retention.yaml\`; what stands here is the desk's own.`;

const KEPT_BY_ITSELF: Readonly<Record<string, string>> = {
  workings: 'as long as the desk runs',
  public: 'for good: what was published stays provable',
  staff: 'as long as the account',
  brief: 'days at most, by itself',
};

const CLASSES = Object.keys(COLUMN_CLASSES) as ColumnClass[];

function writeKept(table: TableName, rules: readonly RetentionRule[]): string {
  const { kept } = TABLE_FACTS[table];
  const rule = rules.find(({ data }) => data === kept);
  if (!rule) return KEPT_BY_ITSELF[kept] ?? kept;
  return rule.keep === undefined
    ? `${kept}: kept`
    : `${kept}: ${rule.keep} since ${RETENTION_EVENTS[rule.data]}, then ${rule.action}`;
}

function writeTable(table: TableName, rules: readonly RetentionRule[]): string {
  const columns = COLUMN_FACTS[table];
  const sealed = Object.keys(TABLE_FACTS[table].sealed);
  const rows = CLASSES.flatMap((name) => {
    const listed = columns[name] ?? [];
    return listed.length ? [`${name}: ${listed.map((each) => `\`${each}\``).join(', ')}`] : [];
  });
  const all = sealed.length ? [`**sealed**: ${sealed.map((each) => `\`${each}\``).join(', ')}`, ...rows] : rows;
  return `| \`${table}\` | ${all.join('<br>')} | ${writeKept(table, rules)} |`;
}

/** Every table with its columns by what they may tell, and how long its rows are kept, as a page. */
export function writeDataInventory(rules: readonly RetentionRule[]): string {
  const meanings = [
    '| **sealed** | encrypted for its place; opened only with the key |',
    ...CLASSES.map((name) => `| ${name} | ${COLUMN_CLASSES[name]} |`),
  ];
  const tables = TABLE_NAMES.map((name) => writeTable(name, rules));
  return [
    HEAD,
    ['| class | what it tells |', '| --- | --- |', ...meanings].join('\n'),
    ['| table | columns | kept |', '| --- | --- | --- |', ...tables].join('\n'),
    '',
  ]
    .join('\n\n')
    .replace(/\n+$/u, '\n');
}
