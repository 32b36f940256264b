import type { ReportFigure } from '../report.ts';
import type { Equation } from './equation.ts';
import { addsUpButForOneDigit } from './one-digit.ts';

const WHOLE = /(?:收到|接到|受理|办理|处理|新收).*(?:申请|依申请公开)/u;
const OVER = /上年.*结转|结转.*上年/u;
/** What the requests of a sentence became; two that together are all of them. */
const PAIRS: readonly (readonly [RegExp, RegExp])[] = [
  [/答复|办结/u, /(?<!上年.*)结转/u],
  [/(?:应该?|应当|予以|依法)受理|^受理/u, /不属|不予受理|未受理|非本/u],
];

const saidOf = ({ said, metric }: ReportFigure) => said ?? metric;

/** In one sentence: 办理195件, 答复192件, 结转3件; or 收到35件, 受理8件, 不属管辖27件. */
export function equationsOfRequestsTold(figures: readonly ReportFigure[]): readonly Equation[] {
  const sentences = Map.groupBy(
    figures.filter(
      ({ from, unit, approximate, of }) => from === 'prose' && unit === '件' && !approximate && of === undefined,
    ),
    ({ quote }) => quote,
  );
  return [...sentences].flatMap(([quote, [whole, ...rest]]) => {
    if (!whole || !WHOLE.test(saidOf(whole))) return [];
    return PAIRS.flatMap(([one, other]): Equation[] => {
      const parts = [one, other].map((pattern) =>
        rest.filter((each) => pattern.test(saidOf(each)) && !OVER.test(saidOf(each))),
      );
      const [first, second] = [parts[0]?.[0], parts[1]?.[0]];
      if (!first || !second || first === second) return [];
      const over = rest.filter((each) => OVER.test(saidOf(each)));
      const term = ({ metric, amount }: ReportFigure) => ({ name: metric, value: amount ?? 0 });
      const left = [first, second].map(term);
      const right = [whole, ...over].map(term);
      const sum = left.reduce((added, { value }) => added + value, 0);
      const all = right.reduce((added, { value }) => added + value, 0);
      // Between these two there may be others the sentence does not count (refused, withdrawn).
      const wrong =
        sum > all ||
        addsUpButForOneDigit(
          all,
          left.map(({ value }) => value),
        );
      if (sum !== all && !wrong) return [];
      return [{ code: 'must_parts', about: whole.metric, left, right, lines: [whole.position.line], quote }];
    });
  });
}
