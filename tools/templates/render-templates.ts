import {
  AlignmentType,
  convertMillimetersToTwip,
  Document,
  Footer,
  LineRuleType,
  Packer,
  PageNumber,
  Paragraph,
  Table,
  TableCell,
  TableRow,
  TextRun,
  WidthType,
} from 'docx';
import { unzipSync, zipSync } from 'fflate';

interface Style {
  /** Half points. */
  readonly size: number;
  readonly title: number;
  /** Twentieths of a point from line to line. */
  readonly line: number;
  readonly margins: { readonly top: number; readonly bottom: number; readonly left: number; readonly right: number };
}

/** As on paper: see `src/documents/pdf/page-style.ts`. */
const STYLES: Readonly<Record<'letter' | 'sheet', Style>> = {
  letter: { size: 32, title: 44, line: 578, margins: { top: 37, bottom: 35, left: 28, right: 26 } },
  sheet: { size: 21, title: 36, line: 360, margins: { top: 20, bottom: 20, left: 22, right: 22 } },
};
const FONT = { ascii: 'Times New Roman', hAnsi: 'Times New Roman', eastAsia: '仿宋' };

interface WriteOptions {
  readonly align?: 'center' | 'right';
  readonly indent?: boolean;
  readonly bold?: boolean;
  readonly size?: number;
  readonly pageBreak?: boolean;
  /** Stays on the page of the paragraph after it. */
  readonly keep?: boolean;
}

function write(style: Style, text: string, more: WriteOptions = {}) {
  const size = more.size ?? style.size;
  return new Paragraph({
    alignment:
      more.align === 'center'
        ? AlignmentType.CENTER
        : more.align === 'right'
          ? AlignmentType.RIGHT
          : AlignmentType.LEFT,
    spacing: { line: Math.max(style.line, size * 12), lineRule: LineRuleType.EXACT },
    widowControl: true,
    keepNext: more.keep ?? false,
    keepLines: more.keep ?? false,
    ...(more.pageBreak ? { pageBreakBefore: true } : {}),
    ...(more.indent ? { indent: { firstLine: style.size * 20 } } : {}),
    ...(more.align === 'right' ? { indent: { right: style.size * 40 } } : {}),
    children: [new TextRun({ text, size, font: FONT, bold: more.bold ?? false })],
  });
}

function writeTable(style: Style, cells: readonly string[], shares: readonly number[]) {
  const small = { ...style, size: Math.min(style.size, 24), line: Math.min(style.line, 400) };
  return new Table({
    width: { size: 100, type: WidthType.PERCENTAGE },
    rows: [
      new TableRow({
        children: cells.map(
          (cell, index) =>
            new TableCell({
              width: { size: shares[index] ?? 25, type: WidthType.PERCENTAGE },
              margins: { top: 60, bottom: 60, left: 100, right: 100 },
              children: [write(small, cell)],
            }),
        ),
      }),
    ],
  });
}

function writeBlocks(style: Style) {
  const small = { ...style, size: Math.min(style.size, 24) };
  return [
    write(style, '{#blocks}'),
    write(style, '{#paragraph}'),
    write(style, '{paragraph}', { indent: true }),
    write(style, '{/paragraph}'),
    write(style, '{#heading}'),
    write(style, '{heading}', { bold: true }),
    write(style, '{/heading}'),
    write(style, '{#fields}'),
    writeTable(style, ['{#rows}{label}', '{value}{/rows}'], [26, 74]),
    write(style, '{/fields}'),
    write(style, '{#choices}'),
    write(small, '{choice}'),
    write(style, '{/choices}'),
    write(style, '{#table}'),
    writeTable(style, ['{#lines}{c1}', '{c2}', '{c3}', '{c4}{/lines}'], [25, 25, 25, 25]),
    write(style, '{/table}'),
    write(style, '{/blocks}'),
  ];
}

/** A paragraph that is there only where its value is not empty. */
function optional(style: Style, name: string, more: WriteOptions) {
  return [write(style, `{#${name}}`), write(style, `{${name}}`, more), write(style, `{/${name}}`)];
}

function buildTemplate(style: Style): Document {
  const { top, bottom, left, right } = style.margins;
  const margin = {
    top: convertMillimetersToTwip(top),
    bottom: convertMillimetersToTwip(bottom),
    left: convertMillimetersToTwip(left),
    right: convertMillimetersToTwip(right),
  };
  const number = new TextRun({ children: ['— ', PageNumber.CURRENT, ' —'], size: 24, font: FONT });
  const footer = new Footer({ children: [new Paragraph({ alignment: AlignmentType.CENTER, children: [number] })] });
  return new Document({
    styles: { default: { document: { run: { language: { value: 'zh-CN', eastAsia: 'zh-CN' } } } } },
    sections: [
      {
        properties: { page: { size: { width: 11906, height: 16838 }, margin } },
        footers: { default: footer },
        children: [
          write(style, '{title}', { align: 'center', bold: true, size: style.title }),
          ...optional(style, 'subtitle', { align: 'center' }),
          ...optional(style, 'number', { align: 'center' }),
          ...optional(style, 'addressee', {}),
          ...writeBlocks(style),
          ...optional(style, 'remedy', { indent: true, keep: true }),
          write(style, '{#signature}'),
          write(style, '', { keep: true }),
          write(style, '{name}', { align: 'right', keep: true }),
          write(style, '{on}', { align: 'right', keep: true }),
          write(style, '{seal}', { align: 'right' }),
          write(style, '{/signature}'),
          write(style, '{#requester}'),
          write(style, ''),
          write(style, '{signRequester}　　　　　　　　{signDay}'),
          write(style, '{/requester}'),
          write(style, '{#slip}'),
          write(style, '', { pageBreak: true }),
          ...writeBlocks(style),
          write(style, '{/slip}'),
        ],
      },
    ],
  });
}

/** Parts that say when and by whom a file was made; readers do without. */
const FIXED = '2026-01-01T00:00:00Z';

/** The shipped templates by layout, with every date in them fixed. */
export async function renderTemplates(): Promise<ReadonlyMap<'letter' | 'sheet', Uint8Array>> {
  const templates = new Map<'letter' | 'sheet', Uint8Array>();
  for (const layout of ['letter', 'sheet'] as const) {
    const parts = unzipSync(new Uint8Array(await Packer.toBuffer(buildTemplate(STYLES[layout]))));
    const fixed = Object.entries(parts)
      .toSorted(([a], [b]) => (a < b ? -1 : 1))
      .map(([name, bytes]): [string, Uint8Array] => {
        if (name !== 'docProps/core.xml') return [name, bytes];
        const text = new TextDecoder().decode(bytes).replaceAll(/\d{4}-\d{2}-\d{2}T[\d:.]+Z/gu, FIXED);
        return [name, new TextEncoder().encode(text)];
      });
    templates.set(layout, zipSync(Object.fromEntries(fixed), { mtime: new Date(2026, 0, 1), level: 9 }));
  }
  return templates;
}
