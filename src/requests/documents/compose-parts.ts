import type { DocumentPart, DocumentRow } from '../../knowledge/schema/document.ts';
import type { DocumentBlock, FieldRow } from './model.ts';
import { FACT_SHAPES, replacePlaceholders } from './placeholders.ts';
import { type Filling, fillText, readFact, writeChoice } from './write-facts.ts';

type Conditions = { readonly when?: string | undefined; readonly unless?: string | undefined };

/** Whether a condition is met. One on a value needs the fact: what is not known is noted as missing. */
function meets(condition: string, filling: Filling): boolean {
  const [name = '', wanted] = condition.split('=');
  const value = readFact(filling.facts, name);
  if (wanted === undefined) return value !== undefined && value !== '';
  if (value === undefined) filling.missing.add(name);
  return value === wanted;
}

function applies({ when, unless }: Conditions, filling: Filling): boolean {
  return (when === undefined || meets(when, filling)) && (unless === undefined || !meets(unless, filling));
}

function composeRow(row: DocumentRow, filling: Filling): FieldRow {
  const { label } = row;
  if ('write' in row) return { label, write: row.write };
  if ('pick' in row) {
    const picked = readFact(filling.facts, row.pick);
    if (picked === undefined) filling.missing.add(row.pick);
    const values = FACT_SHAPES.get(row.pick)?.values ?? [];
    return {
      label,
      boxes: values.map((value) => ({ text: writeChoice(filling, row.pick, value), ticked: value === picked })),
    };
  }
  if (row.otherwise === undefined) return { label, value: fillText(row.value, filling) };
  const trial = { ...filling, missing: new Set<string>() };
  const value = fillText(row.value, trial);
  return { label, value: trial.missing.size === 0 ? value : row.otherwise };
}

function composeTable(part: Extract<DocumentPart, { each: string }>, filling: Filling): DocumentBlock {
  const list = readFact(filling.facts, part.each);
  if (typeof list !== 'object') filling.missing.add(part.each);
  const items = typeof list === 'object' ? list : [];
  return {
    kind: 'table',
    head: part.columns.map((column) => column.label),
    rows: items.map((item) =>
      part.columns.map(({ value }) => replacePlaceholders(value, (inner) => String(item[inner] ?? ''))),
    ),
  };
}

function composePart(part: DocumentPart, filling: Filling): DocumentBlock | undefined {
  if (typeof part === 'string') return { kind: 'paragraph', text: fillText(part, filling) };
  if (!applies(part, filling)) return undefined;
  if ('text' in part) return { kind: 'paragraph', text: fillText(part.text, filling) };
  if ('heading' in part) return { kind: 'heading', text: fillText(part.heading, filling) };
  if ('boxes' in part) {
    return { kind: 'boxes', boxes: part.boxes.map((text) => ({ text: fillText(text, filling), ticked: false })) };
  }
  if ('each' in part) return composeTable(part, filling);
  const rows = part.fields.filter((row) => applies(row, filling)).map((row) => composeRow(row, filling));
  return rows.length > 0 ? { kind: 'fields', rows } : undefined;
}

/** Neighbouring tables of fields are one table. */
function joinFields(blocks: readonly DocumentBlock[]): DocumentBlock[] {
  const joined: DocumentBlock[] = [];
  for (const block of blocks) {
    const last = joined.at(-1);
    if (block.kind === 'fields' && last?.kind === 'fields') {
      joined[joined.length - 1] = { kind: 'fields', rows: [...last.rows, ...block.rows] };
    } else joined.push(block);
  }
  return joined;
}

/** The parts of a text that apply to these facts, filled in. */
export function composeParts(parts: readonly DocumentPart[], filling: Filling): DocumentBlock[] {
  return joinFields(parts.flatMap((part) => composePart(part, filling) ?? []));
}

/** Facts whose value decides between parts, where these parts provide for none of the value at hand. */
export function findUnprovided(parts: readonly DocumentPart[], filling: Filling): string | undefined {
  const provided = new Map<string, Set<string>>();
  for (const part of parts) {
    const [name = '', value] = (typeof part === 'string' ? '' : (part.when ?? '')).split('=');
    if (value !== undefined) provided.set(name, (provided.get(name) ?? new Set()).add(value));
  }
  for (const [name, values] of provided) {
    const value = readFact(filling.facts, name);
    if (value !== undefined && !values.has(String(value))) return name;
  }
  return undefined;
}
