/** A figure of a report somebody has looked at and wants kept. */
export interface ReviewedFigure {
  readonly metric: string;
  readonly value: number | string;
  readonly unit: string;
  readonly approximate: boolean;
  /** Heading of its section; null before the first one. */
  readonly section: string | null;
  readonly quote: string;
  /** The metric of `published.yaml` it is; null for the authority's own report. */
  readonly as: string | null;
  /** Id of the figure that stands and takes what was read; null where it is to be added. */
  readonly replaces: string | null;
}

/** What a report says of itself. */
export interface ReportHead {
  readonly authority: string;
  readonly year: number;
  readonly title: string;
  /** Civil days, `YYYY-MM-DD`. */
  readonly signed: string;
  readonly published: string;
  readonly url: string | null;
  readonly sections: readonly { readonly number: string; readonly heading: string }[];
}

const LONGEST_QUOTE = 80;

/** Where a value stands in words, as written with or without marks between thousands; -1 where it does not. */
export function findValue(words: string, value: number | string): { readonly at: number; readonly length: number } {
  const bare = String(value);
  const grouped = typeof value === 'number' ? value.toLocaleString('en-US') : bare;
  const found = [bare, grouped].map((text) => ({ at: words.indexOf(text), length: text.length }));
  return found.find(({ at }) => at >= 0) ?? { at: -1, length: 0 };
}

/** Verbatim words around the value, no longer than a quote may be. */
export function cutQuote(quote: string, value: number | string): string {
  const words = quote.trim();
  if (words.length <= LONGEST_QUOTE) return words;
  const at = Math.max(0, findValue(words, value).at);
  const start = Math.max(0, Math.min(at - LONGEST_QUOTE / 2, words.length - LONGEST_QUOTE));
  return words.slice(start, start + LONGEST_QUOTE);
}

/** Whether two names of a metric are the same but for spaces. */
export const sameName = (one: string, other: string) => one.replaceAll(/\s/gu, '') === other.replaceAll(/\s/gu, '');
