import type { ReadReport, ReportFigure, ReportTable } from '../report.ts';
import type { Equation, Term } from './equation.ts';

const TOTAL = '总计';

function cellOf(table: ReportTable | undefined, id: string, column: string): Term | undefined {
  const row = table?.ids.indexOf(id) ?? -1;
  const value = table?.values[row]?.[table.columns.indexOf(column)];
  return value === null || value === undefined ? undefined : { name: `${table?.rows[row] ?? id} ${column}`, value };
}

interface Told {
  /** The figure's name, freed of whose and when: only plain names speak of all. */
  readonly name: RegExp;
  /** What the tables give for it; several where the words may mean several. */
  readonly stands: (tables: ReadReport['tables']) => readonly (readonly (Term | undefined)[])[];
}

const APPLICATION =
  '(?:各类|有效)?(?:政府)?(?:信息)?(?:公开)?(?:依申请公开|依申请|申请)(?:政府)?(?:信息)?(?:公开)?(?:申请|事项)?';
const three = (tables: ReadReport['tables'], id: string) => cellOf(tables.三, id, TOTAL);
const four = (tables: ReadReport['tables'], id: string) => cellOf(tables.四, id, TOTAL);

const TOLD: readonly Told[] = [
  {
    name: new RegExp(`(?:收到|接到|新收|受理|办理|处理)(?:的)?${APPLICATION}$`, 'u'),
    stands: (tables) => [
      [three(tables, 'new')],
      [three(tables, 'new'), three(tables, 'carried-over')],
      [three(tables, 'handled')],
    ],
  },
  { name: /^结转下(?:一)?年度?(?:继续)?(?:办理)?$/u, stands: (tables) => [[three(tables, 'carried-on')]] },
  { name: /^予以公开$/u, stands: (tables) => [[three(tables, 'granted')]] },
  { name: /^部分公开$/u, stands: (tables) => [[three(tables, 'partial')]] },
  {
    name: /^(?:收到|发生|引发|涉及?|被申请)?(?:政府信息公开)?行政复议(?:案件|申请)?$/u,
    stands: (tables) => [[four(tables, 'review')]],
  },
  {
    name: /^(?:收到|发生|引发|涉及?)?(?:政府信息公开)?行政诉讼(?:案件)?$/u,
    stands: (tables) => [[four(tables, 'direct'), four(tables, 'after-review')], [four(tables, 'direct')]],
  },
  {
    name: /^(?:新?制定|新?制发|新?出台)(?:行政)?规范性文件$/u,
    stands: ({ 二 }) => [[cellOf(二, 'normative-documents', '本年制发件数')]],
  },
];

function compare(figure: ReportFigure, report: ReadReport): Equation | undefined {
  const value = figure.amount;
  if (value === undefined || figure.approximate || figure.of !== undefined || figure.unit === '%') return undefined;
  const told = TOLD.find(({ name }) => name.test(figure.said ?? figure.metric));
  const stands = (told?.stands(report.tables) ?? []).flatMap((terms) =>
    terms.every((term) => term !== undefined) ? [terms.flatMap((term) => term ?? [])] : [],
  );
  const [first] = stands;
  if (!first) return undefined;
  const holding = stands.find((terms) => terms.reduce((sum, term) => sum + term.value, 0) === value) ?? first;
  return {
    code: 'must_text',
    about: figure.metric,
    left: [{ name: figure.metric, value }],
    right: holding,
    lines: [figure.position.line],
    quote: figure.quote,
  };
}

/** What the prose says of all applications, disputes and rules is what the tables say. */
export function equationsOfText(report: ReadReport): readonly Equation[] {
  const said = report.figures.filter(({ from }) => from === 'prose' || from === 'none');
  return said.flatMap((figure) => compare(figure, report) ?? []);
}
