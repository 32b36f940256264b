import { writeOrdinal } from '../../knowledge/cite.ts';
import type { Letterhead } from '../../knowledge/schema/document.ts';
import type { Law } from '../../knowledge/schema/law.ts';
import type { DocumentFacts } from './facts.ts';
import { FACT_SHAPES, type LawMention, readLawMention, replacePlaceholders } from './placeholders.ts';

/** What texts are filled from, and where missing facts are noted. */
export interface Filling {
  readonly facts: DocumentFacts;
  readonly letterhead: Letterhead;
  readonly laws: readonly Law[];
  readonly missing: Set<string>;
}

type Fact = string | number | readonly Readonly<Record<string, string | number>>[];

/** The fact of that name, `group.name`; undefined when it is not known. */
export function readFact(facts: DocumentFacts, name: string): Fact | undefined {
  const [group = '', field = ''] = name.split('.');
  const values = facts[group as keyof DocumentFacts];
  return typeof values === 'object' ? (values as Readonly<Record<string, Fact | undefined>>)[field] : undefined;
}

/** 2026-03-09 as letters write it: 2026年3月9日. */
export function writeDay(day: string): string {
  const [year, month, date] = day.split('-').map(Number);
  return `${year}年${month}月${date}日`;
}

function writeLaw({ law: id, article, paragraph, item }: LawMention, laws: readonly Law[]): string {
  const law = laws.find((each) => each.id === id);
  const parts = [
    article === undefined ? '' : `第${writeOrdinal(article)}条`,
    paragraph === undefined ? '' : `第${writeOrdinal(paragraph)}款`,
    item === undefined ? '' : `第（${writeOrdinal(item)}）项`,
  ];
  return `《${law?.title ?? id}》${parts.join('')}`;
}

/** The word printed for one value of a fact with a fixed list of values. */
export function writeChoice(filling: Filling, name: string, value: string): string {
  return fillText(filling.letterhead.words[name]?.[value] ?? value, filling);
}

function writeFact(filling: Filling, name: string): string {
  const value = readFact(filling.facts, name);
  if (value === undefined || value === '' || typeof value === 'object') {
    filling.missing.add(name);
    return '';
  }
  const type = FACT_SHAPES.get(name)?.type;
  if (type === 'choice') return writeChoice(filling, name, String(value));
  return type === 'day' ? writeDay(String(value)) : String(value);
}

function writeInner(filling: Filling, inner: string): string {
  const mention = readLawMention(inner);
  if (mention) return writeLaw(mention, filling.laws);
  const { letterhead } = filling;
  switch (inner) {
    case 'you': {
      const applicant = filling.facts.requester?.applicant;
      if (applicant === undefined) filling.missing.add('requester.applicant');
      return letterhead.you[applicant ?? 'person'];
    }
    case 'reconsideration':
    case 'reconsiderationOld':
    case 'court':
      return letterhead[inner];
    default:
      return writeFact(filling, inner);
  }
}

/** A fact that ends its own sentence needs no second full stop; a law named twice running is named once. */
function tidySentence(text: string): string {
  return text.replaceAll(/([。！？；])。/gu, '$1').replaceAll(/(《[^》]+》)(第[^《》，。；]+)和\1/gu, '$1$2和');
}

/** A text with its facts, articles and words put in. What is not known is noted in `missing`. */
export function fillText(text: string, filling: Filling): string {
  return tidySentence(replacePlaceholders(text, (inner) => writeInner(filling, inner)));
}
