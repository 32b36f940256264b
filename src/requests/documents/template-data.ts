import { type Box, type DocumentBlock, type DocumentModel, type FieldRow, writeBox } from './model.ts';

/** Widest table a template holds. */
const COLUMNS = ['c1', 'c2', 'c3', 'c4'] as const;

/** Tags every template of a document holds; an office's own may set them where and how it likes. */
export const TEMPLATE_TAGS: readonly string[] = [
  'title',
  'subtitle',
  'number',
  'addressee',
  'blocks',
  'paragraph',
  'heading',
  'fields',
  'rows',
  'label',
  'value',
  'choices',
  'choice',
  'table',
  'lines',
  ...COLUMNS,
  'remedy',
  'signature',
  'name',
  'on',
  'seal',
  'requester',
  'signRequester',
  'signDay',
  'slip',
];

/** Words a template's data holds besides the document's own. */
export interface TemplateWords {
  readonly signRequester: string;
  readonly signDay: string;
}

function writeBoxes(boxes: readonly Box[]): string {
  return boxes.map(writeBox).join('　');
}

function writeRow(row: FieldRow) {
  if ('value' in row) return { label: row.label, value: row.value };
  if ('boxes' in row) return { label: row.label, value: writeBoxes(row.boxes) };
  return { label: row.label, value: '\n'.repeat(row.write) };
}

function writeLine(cells: readonly string[]) {
  return Object.fromEntries(COLUMNS.map((column, index) => [column, cells[index] ?? '']));
}

function writeBlock(block: DocumentBlock) {
  switch (block.kind) {
    case 'paragraph':
    case 'heading':
      return { [block.kind]: block.text };
    case 'fields':
      return { fields: [{ rows: block.rows.map(writeRow) }] };
    case 'boxes':
      return { choices: [{ choice: writeBoxes(block.boxes) }] };
    case 'table':
      return { table: [{ lines: [block.head, ...block.rows].map(writeLine) }] };
    case 'grid':
      // No letter has one: templates hold narrow tables.
      return { table: [{ lines: block.rows.map((row) => writeLine(row.map(({ text }) => text))) }] };
  }
}

/** A document as a template takes it: what is absent is empty, so that its place in the template goes. */
export function makeTemplateData(model: DocumentModel, words: TemplateWords): object {
  const { signature } = model;
  return {
    title: model.title,
    subtitle: model.subtitle ?? '',
    number: model.number ?? '',
    addressee: model.addressee ?? '',
    blocks: model.blocks.map(writeBlock),
    remedy: model.remedy ?? '',
    signature: signature?.by === 'authority' ? [signature] : [],
    requester: signature?.by === 'requester' ? [words] : [],
    slip: model.slip.length > 0 ? [{ blocks: model.slip.map(writeBlock) }] : [],
  };
}
