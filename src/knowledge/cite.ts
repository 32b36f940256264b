import type { CitedSource } from '../channel/message.ts';
import type { KnowledgeBase } from './release.ts';
import type { Source } from './schema/base.ts';

const DIGITS = ['零', '一', '二', '三', '四', '五', '六', '七', '八', '九'];

/** A number from 1 to 999 as law texts write it: 36 is 三十六, 105 is 一百零五. */
export function writeOrdinal(value: number): string {
  const hundreds = Math.floor(value / 100);
  const tens = Math.floor((value % 100) / 10);
  const ones = value % 10;
  const head = hundreds ? `${DIGITS[hundreds]}百` : '';
  const gap = hundreds && !tens && ones ? '零' : '';
  const middle = tens ? `${tens === 1 && !hundreds ? '' : DIGITS[tens]}十` : '';
  return head + gap + middle + (ones ? DIGITS[ones] : '');
}

/** A source as it is shown: the law with its number, and 第三十六条第（五）项. */
export function citeSource(source: Source, base: Pick<KnowledgeBase, 'laws' | 'reports'>): CitedSource {
  if ('law' in source) {
    const law = base.laws.find((each) => each.id === source.law);
    const paragraph = source.paragraph ? `第${writeOrdinal(source.paragraph)}款` : '';
    const item = source.item ? `第（${writeOrdinal(source.item)}）项` : '';
    return {
      title: law ? `《${law.title}》${law.number ? `（${law.number}）` : ''}` : source.law,
      article: `第${writeOrdinal(source.article)}条${paragraph}${item}`,
      url: law?.url ?? null,
    };
  }
  if ('report' in source) {
    const report = base.reports.find((each) => each.year === source.report);
    const heading = report?.sections[source.section];
    return {
      title: report?.title ?? `${source.report}`,
      article: heading ? `${source.section}、${heading}` : source.section,
      url: report?.url ?? null,
    };
  }
  return { title: source.title, article: null, url: source.url ?? null };
}
