import type { FigureQuery, Figures } from '../../figures/index.ts';
import type { FigureCues } from './figure-cues.ts';

/** What is to be done with which metrics. */
type Plan = Pick<FigureQuery, 'kind' | 'metrics'>;

/** The whole that all of some metrics are parts of. */
function commonWhole(figures: Figures, ids: readonly string[], year: number): string | undefined {
  return figures
    .listRelations(year)
    .find(({ kind, parts }) => kind !== 'same' && ids.every((id) => parts.some((part) => part.id === id)))?.whole.id;
}

function isPartOf(figures: Figures, part: string, whole: string, year: number): boolean {
  return figures
    .listRelations(year)
    .some((each) => each.whole.id === whole && each.parts.some(({ id }) => id === part));
}

/** The other figure read from the same words, as in "from 10 % to 26 %". */
function findCounterpart(figures: Figures, id: string, year: number): string | undefined {
  const own = figures.observe(id, year);
  return figures.list(year).find((each) => each.id !== id && each.quote === own?.quote && each.unit === own.unit)?.id;
}

function planShare(
  figures: Figures,
  named: readonly string[],
  ranked: readonly string[],
  year: number,
): Plan | undefined {
  const [top] = ranked;
  if (top && figures.observe(top, year)?.unit === '%') return { kind: 'value', metrics: [top] };
  if (named.length >= 2) return { kind: 'share', metrics: named.slice(0, 2) };
  if (!top) return undefined;
  // The whole may match better than the part that is meant: 收到的申请里外地的占几成.
  const part = ranked.slice(1, 4).find((id) => isPartOf(figures, id, top, year));
  const isPart = commonWhole(figures, [top], year) !== undefined;
  if (isPart) return { kind: 'share', metrics: [top] };
  return part ? { kind: 'share', metrics: [part, top] } : undefined;
}

function planSum(figures: Figures, named: readonly string[], year: number): Plan | undefined {
  // 主动公开里网站和微信一共: the whole that is named beside its parts says where they are, it is not added.
  const apart = named.filter((id) => named.filter((other) => isPartOf(figures, other, id, year)).length < 2);
  // 网站信息里文章和图片一共: parts of one whole are added up; what is of another whole says where they are.
  const siblings = figures
    .listRelations(year)
    .filter(({ kind }) => kind !== 'same')
    .map(({ parts }) => apart.filter((id) => parts.some((part) => part.id === id)))
    .find(({ length }) => length >= 2);
  const terms = siblings ?? apart;
  return terms.length >= 2 ? { kind: 'sum', metrics: terms } : undefined;
}

function planDifference(figures: Figures, named: readonly string[], top: string, year: number): Plan | undefined {
  if (named.length >= 2) return { kind: 'difference', metrics: named.slice(0, 2) };
  for (const id of [...named, top]) {
    const counterpart = findCounterpart(figures, id, year);
    if (counterpart !== undefined) return { kind: 'difference', metrics: [id, counterpart] };
  }
  return undefined;
}

function planParts(figures: Figures, named: readonly string[], top: string, year: number): Plan | undefined {
  const common = named.length >= 2 ? commonWhole(figures, named, year) : undefined;
  if (common !== undefined) return { kind: 'parts', metrics: [common] };
  const isWhole = figures.listRelations(year).some(({ kind, whole }) => kind !== 'same' && whole.id === top);
  const whole = isWhole ? top : commonWhole(figures, [top], year);
  return whole === undefined ? undefined : { kind: 'parts', metrics: [whole] };
}

/**
 * Chooses the operation the words point to and the metrics it needs; a plain value when none can be carried out.
 * @param named metrics named in the question, in order
 * @param ranked metrics it may be about, best first
 * @param year a year on file, for the relations between metrics
 */
export function planFigure(
  figures: Figures,
  cues: FigureCues,
  named: readonly string[],
  ranked: readonly string[],
  year: number,
): Plan {
  const [top = ''] = ranked;
  for (const operation of cues.operations) {
    const found =
      operation === 'share'
        ? planShare(figures, named, ranked, year)
        : operation === 'sum'
          ? planSum(figures, named, year)
          : operation === 'difference'
            ? planDifference(figures, named, top, year)
            : operation === 'parts'
              ? planParts(figures, named, top, year)
              : { kind: operation, metrics: [top] };
    if (found) return found;
  }
  return { kind: 'value', metrics: [top] };
}
