import type { Published, Publisher } from '../../figures/index.ts';

/** What is asked of the reports of several authorities or years. */
export type PublishedQuery =
  | {
      readonly kind: 'value' | 'rank' | 'compare' | 'trend' | 'share';
      readonly metric: string;
      readonly publishers: readonly Publisher[];
      readonly years: readonly number[];
    }
  /** Which authorities and years there are. */
  | { readonly kind: 'holdings' };

const RANK = /排名|排行|排序|从[多高]到[少低]|最[多少高低]|哪[家个](?:单位|局|机关|地方)?(?:最|更)|谁最/u;
const COMPARE = /比较|对比|相比|比一比|(?:哪[家个]|谁).{0,8}[多少高低](?!少)|差多少|相差|分别/u;
const TREND = /趋势|历年|逐年|这几年|这些年|近几年|几年来|变化/u;
const SHARE = /占比|占多少|占百分|百分之几|比例|占/u;
const EVERYONE = /各(?:单位|家|局|地|机关|部门)|所有(?:单位|机关)|(?:别的|其他|其它)(?:单位|局|机关|地方)|大家/u;
const QUANTITY = /多少|几[件条次例]|数量|件数|有没有|收到过|是多少/u;
const HOLDINGS =
  /(?:有|收录|能查|可以查).{0,4}(?:哪些|哪几|什么)(?:单位|机关|局|地方|年份|年度|年).{0,6}(?:报告|年报|数据)|(?:哪些|哪几)(?:单位|机关|年份|年度|年)的?(?:年度)?(?:报告|年报|数据)/u;
/** After the name of a place: the name of an office of it, which is another authority. */
const OFFICE_FOLLOWS = /^[\p{Script=Han}]{0,8}?(?:局|委|院|厅|所|街道|镇|乡|法院|公安|教育|医保|社保)/u;

/** Authorities with reports that a text names, the longest name first; a place's name does not stand for its offices. */
export function findPublishers(text: string, { publishers }: Published): readonly Publisher[] {
  const names = publishers
    .flatMap((publisher) => publisher.names.map((name) => ({ name, publisher })))
    .toSorted((a, b) => b.name.length - a.name.length);
  let rest = text;
  const found: { at: number; publisher: Publisher }[] = [];
  for (const { name, publisher } of names) {
    for (let at = rest.indexOf(name); at >= 0; at = rest.indexOf(name, at + 1)) {
      const office = !/[局厅府]$/u.test(name) && OFFICE_FOLLOWS.test(rest.slice(at + name.length));
      if (office) continue;
      found.push({ at, publisher });
      rest = rest.slice(0, at) + '\0'.repeat(name.length) + rest.slice(at + name.length);
    }
  }
  return [...new Set(found.toSorted((a, b) => a.at - b.at).map(({ publisher }) => publisher))];
}

/** The metric whose name is longest in the text. */
function findMetric(text: string, { metrics }: Published): string | undefined {
  const named = metrics.flatMap(({ id, names }) =>
    names.filter((name) => text.includes(name)).map((name) => ({ id, length: name.length })),
  );
  return named.toSorted((a, b) => b.length - a.length)[0]?.id;
}

/**
 * Reads a question for figures of other authorities, or of several authorities or years side by side. Undefined when it
 * is not one: questions for the own report alone are read by `readFigureQuery`.
 */
export function readPublishedQuery(
  text: string,
  years: readonly number[],
  published: Published,
): PublishedQuery | undefined {
  if (published.publishers.length < 2) return undefined;
  if (HOLDINGS.test(text)) return { kind: 'holdings' };
  const metric = findMetric(text, published);
  if (metric === undefined) return undefined;
  const named = findPublishers(text, published);
  const everyone = EVERYONE.test(text);
  const others = named.filter(({ own }) => !own);
  const asked = everyone ? published.publishers : named;
  const query = { metric, publishers: asked, years };
  if ((everyone || named.length > 1) && RANK.test(text)) return { kind: 'rank', ...query };
  if (everyone && (QUANTITY.test(text) || COMPARE.test(text))) return { kind: 'rank', ...query };
  if (named.length > 1 && (COMPARE.test(text) || QUANTITY.test(text))) return { kind: 'compare', ...query };
  if (others.length === 0) return undefined;
  if (TREND.test(text)) return { kind: 'trend', ...query, years: [] };
  if (SHARE.test(text)) return { kind: 'share', ...query };
  return QUANTITY.test(text) ? { kind: 'value', ...query } : undefined;
}
