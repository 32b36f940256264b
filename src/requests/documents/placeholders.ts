import { z } from 'zod';
import { daySchema } from '../../knowledge/schema/base.ts';
import { FACT_GROUPS } from './facts.ts';

/** What kind of fact stands behind a placeholder. `values` are those of a fixed list, `columns` those of a list's rows. */
export interface FactShape {
  readonly type: 'text' | 'day' | 'number' | 'choice' | 'list';
  readonly values: readonly string[];
  readonly columns: readonly string[];
}

function shapeOf(schema: z.core.$ZodType): FactShape {
  if (schema === daySchema) return { type: 'day', values: [], columns: [] };
  if (schema instanceof z.ZodEnum) return { type: 'choice', values: schema.options.map(String), columns: [] };
  if (schema instanceof z.ZodNumber) return { type: 'number', values: [], columns: [] };
  if (schema instanceof z.ZodArray && schema.element instanceof z.ZodObject) {
    return { type: 'list', values: [], columns: Object.keys(schema.element.shape) };
  }
  return { type: 'text', values: [], columns: [] };
}

/** Every fact a document may name, by `group.name`. */
export const FACT_SHAPES: ReadonlyMap<string, FactShape> = new Map(
  Object.entries(FACT_GROUPS).flatMap(([group, { shape }]) =>
    Object.entries(shape).map(([name, schema]): [string, FactShape] => [`${group}.${name}`, shapeOf(schema)]),
  ),
);

/** Placeholders that are no facts: how the requester is addressed, and what the letterhead says. */
export const LETTERHEAD_WORDS: ReadonlySet<string> = new Set(['you', 'reconsideration', 'reconsiderationOld', 'court']);

/** An article named in a text: `{law ogi-2019 36(5)}` is item 5, `33.2` paragraph 2, `23.1(4)` item 4 of paragraph 1. */
export interface LawMention {
  readonly law: string;
  readonly article: number | undefined;
  readonly paragraph: number | undefined;
  readonly item: number | undefined;
}

const PLACEHOLDER = /\{([^{}]*)\}/gu;
const LAW = /^law ([a-z0-9-]+)(?: (\d+)(?:\.(\d+))?(?:\((\d+)\))?)?$/u;

function asNumber(text: string | undefined): number | undefined {
  return text === undefined ? undefined : Number(text);
}

/** What stands between braces as a law's article; undefined for anything else. */
export function readLawMention(inner: string): LawMention | undefined {
  const match = LAW.exec(inner);
  if (!match) return undefined;
  const [, law = '', article, paragraph, item] = match;
  return { law, article: asNumber(article), paragraph: asNumber(paragraph), item: asNumber(item) };
}

/** What stands between braces in a text, in order. */
export function listPlaceholders(text: string): string[] {
  return [...text.matchAll(PLACEHOLDER)].map((match) => match[1] ?? '');
}

/** The text with each placeholder replaced. */
export function replacePlaceholders(text: string, replace: (inner: string) => string): string {
  return text.replaceAll(PLACEHOLDER, (_whole, inner: string) => replace(inner));
}
