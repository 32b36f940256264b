import type { DocumentName } from '../../knowledge/schema/document.ts';

/** One row of a table of fields. Exactly one of the three is what stands beside the label. */
export type FieldRow =
  | { readonly label: string; readonly value: string }
  /** All choices with boxes, the right one ticked. */
  | { readonly label: string; readonly boxes: readonly Box[] }
  /** Lines left free for handwriting. */
  | { readonly label: string; readonly write: number };

export interface Box {
  readonly text: string;
  readonly ticked: boolean;
}

/** A cell of a table with spans. `head`: it names its column or its row. */
export interface GridCell {
  readonly text: string;
  /** Columns it spans. Default: 1. */
  readonly span?: number;
  readonly head?: 'column' | 'row';
}

/** A table whose columns differ in width and whose heads span several. `widths` are shares of the whole. */
export interface Grid {
  readonly kind: 'grid';
  readonly caption: string;
  readonly widths: readonly number[];
  readonly rows: readonly (readonly GridCell[])[];
}

/** How many rows at the top name the columns of all the others; none where heads stand further down too. */
export function countHeadRows(rows: Grid['rows']): number {
  const heads = rows.map((row) => row.every(({ head, text }) => head === 'column' || text === ''));
  const first = heads.indexOf(false);
  const top = first < 0 ? rows.length : first;
  return heads.indexOf(true, top) < 0 ? top : 0;
}

export type DocumentBlock =
  | Grid
  | { readonly kind: 'paragraph'; readonly text: string }
  | { readonly kind: 'heading'; readonly text: string }
  | { readonly kind: 'fields'; readonly rows: readonly FieldRow[] }
  | { readonly kind: 'boxes'; readonly boxes: readonly Box[] }
  | { readonly kind: 'table'; readonly head: readonly string[]; readonly rows: readonly (readonly string[])[] };

/** What stands under a document. `seal` is the words printed where the seal goes. */
export type Signature =
  | { readonly by: 'authority'; readonly name: string; readonly on: string; readonly seal: string }
  | { readonly by: 'requester' };

/** A document as it is to be set, in reading order; every text is final. */
export interface DocumentModel<Kind extends string = DocumentName> {
  readonly kind: Kind;
  readonly layout: 'letter' | 'sheet';
  readonly title: string;
  readonly subtitle: string | null;
  /** 沈信公开告〔2026〕12号; null for kinds without a series. */
  readonly number: string | null;
  /** Whom it is for, with the colon; null for sheets. */
  readonly addressee: string | null;
  readonly blocks: readonly DocumentBlock[];
  /** How it can be contested; null where it cannot be by itself. */
  readonly remedy: string | null;
  readonly signature: Signature | null;
  /** A reply form after the signature, on a page of its own; mostly empty. */
  readonly slip: readonly DocumentBlock[];
}

/** The marks before a choice; the fonts in use lack them, so that renderers draw them. */
export const EMPTY_BOX = '☐';
export const TICKED_BOX = '☑';

export function writeBox({ text, ticked }: Box): string {
  return `${ticked ? TICKED_BOX : EMPTY_BOX} ${text}`;
}

function writeRow(row: FieldRow): string {
  if ('value' in row) return `${row.label}：${row.value}`;
  if ('boxes' in row) return `${row.label}：${row.boxes.map(writeBox).join('　')}`;
  return `${row.label}：`;
}

function writeBlock(block: DocumentBlock): string[] {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return [block.text];
    case 'fields':
      return block.rows.map(writeRow);
    case 'boxes':
      return block.boxes.map(writeBox);
    case 'table':
      return [block.head, ...block.rows].map((row) => row.join('　'));
    case 'grid':
      return [block.caption, ...block.rows.map((row) => row.map(({ text }) => text).join('　'))];
  }
}

/** A document as plain text, a line for each thing set, in reading order. */
export function writeDocument(model: DocumentModel): string {
  const { signature } = model;
  const signed = signature?.by === 'authority' ? [signature.name, signature.on, signature.seal] : [];
  return [
    model.title,
    model.subtitle,
    model.number,
    model.addressee,
    ...model.blocks.flatMap(writeBlock),
    model.remedy,
    ...signed,
    ...model.slip.flatMap(writeBlock),
  ]
    .filter((line) => line !== null)
    .join('\n');
}
