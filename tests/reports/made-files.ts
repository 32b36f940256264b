import { strToU8, zipSync } from 'fflate';
import { listBlocks } from './made-report.ts';

const escapeXml = (text: string) => text.replaceAll('&', '&amp;').replaceAll('<', '&lt;');
const zip = (files: Readonly<Record<string, string>>) =>
  zipSync(Object.fromEntries(Object.entries(files).map(([name, text]) => [name, strToU8(text)])));

const HEAD = '<?xml version="1.0" encoding="UTF-8" standalone="yes"?>';
const TYPES = 'http://schemas.openxmlformats.org/package/2006/content-types';
const RELATIONS = 'http://schemas.openxmlformats.org/package/2006/relationships';
const OFFICE = 'http://schemas.openxmlformats.org/officeDocument/2006/relationships';

/** The made report as a Word document. */
export function asDocx(extra: Readonly<Record<string, string>> = {}): Uint8Array {
  const paragraph = (text: string) => `<w:p><w:r><w:t xml:space="preserve">${escapeXml(text)}</w:t></w:r></w:p>`;
  const row = (cells: readonly string[]) =>
    `<w:tr>${cells.map((cell) => `<w:tc>${paragraph(cell)}</w:tc>`).join('')}</w:tr>`;
  const body = listBlocks().map((block) =>
    typeof block === 'string' ? paragraph(block) : `<w:tbl>${row(block)}</w:tbl>`,
  );
  const main = 'application/vnd.openxmlformats-officedocument.wordprocessingml.document.main+xml';
  return zip({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/word/document.xml" ContentType="${main}"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="word/document.xml"/></Relationships>`,
    'word/document.xml': `${HEAD}<w:document xmlns:w="http://schemas.openxmlformats.org/wordprocessingml/2006/main"><w:body>${body.join('')}</w:body></w:document>`,
    ...extra,
  });
}

/** The made report as a workbook; `cell` may put a formula in place of a value. */
export function asXlsx(cell?: (text: string, at: string) => string | undefined): Uint8Array {
  const write = (text: string, at: string) =>
    cell?.(text, at) ?? `<c r="${at}" t="inlineStr"><is><t>${escapeXml(text)}</t></is></c>`;
  const rows = listBlocks().map((block, row) => {
    // On a sheet every row of the table has two columns of labels.
    const texts = [block].flat();
    const grid = texts.length === 8 ? [texts[0] ?? '', '', ...texts.slice(1)] : texts;
    const cells = grid.map((text, column) => write(text, `${String.fromCharCode(65 + column)}${row + 1}`));
    return `<row r="${row + 1}">${cells.join('')}</row>`;
  });
  const main = 'http://schemas.openxmlformats.org/spreadsheetml/2006/main';
  const kind = 'application/vnd.openxmlformats-officedocument.spreadsheetml';
  return zip({
    '[Content_Types].xml': `${HEAD}<Types xmlns="${TYPES}"><Default Extension="rels" ContentType="application/vnd.openxmlformats-package.relationships+xml"/><Override PartName="/xl/workbook.xml" ContentType="${kind}.sheet.main+xml"/><Override PartName="/xl/worksheets/sheet1.xml" ContentType="${kind}.worksheet+xml"/></Types>`,
    '_rels/.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/officeDocument" Target="xl/workbook.xml"/></Relationships>`,
    'xl/workbook.xml': `${HEAD}<workbook xmlns="${main}" xmlns:r="${OFFICE}"><sheets><sheet name="年报" sheetId="1" r:id="r1"/></sheets></workbook>`,
    'xl/_rels/workbook.xml.rels': `${HEAD}<Relationships xmlns="${RELATIONS}"><Relationship Id="r1" Type="${OFFICE}/worksheet" Target="worksheets/sheet1.xml"/></Relationships>`,
    'xl/worksheets/sheet1.xml': `${HEAD}<worksheet xmlns="${main}"><sheetData>${rows.join('')}</sheetData></worksheet>`,
  });
}

/** The made report as a PDF whose font carries no outlines, only what each glyph means. */
export function asPdf(): Uint8Array {
  const blocks = listBlocks();
  const hex = (text: string) => [...text].map((mark) => mark.charCodeAt(0).toString(16).padStart(4, '0')).join('');
  const size = 8;
  const lines = blocks.map((block, index) => {
    const y = 1400 - index * 14;
    // Sentences stand in one piece; cells in columns of their own, long labels to the left of the numbers.
    const cells = [block].flat();
    const place = (index: number) => {
      const fromRight = cells.length - 1 - index;
      if (cells.length === 1) return 40;
      return cells.length <= 9 && fromRight > 6 ? 40 + 500 * index : 1600 - 80 * fromRight;
    };
    return cells.map((cell, at) => `BT /F1 ${size} Tf 1 0 0 1 ${place(at)} ${y} Tm <${hex(cell)}> Tj ET`).join('\n');
  });
  const stream = (text: string) => `<< /Length ${text.length} >>\nstream\n${text}\nendstream`;
  const map =
    '/CIDInit /ProcSet findresource begin 12 dict begin begincmap /CMapName /U def /CMapType 2 def 1 begincodespacerange <0000> <ffff> endcodespacerange 1 beginbfrange <0000> <ffff> <0000> endbfrange endcmap end end';
  const objects = [
    '<< /Type /Catalog /Pages 2 0 R >>',
    '<< /Type /Pages /Kids [3 0 R] /Count 1 >>',
    '<< /Type /Page /Parent 2 0 R /MediaBox [0 0 1700 1500] /Contents 4 0 R /Resources << /Font << /F1 5 0 R >> >> >>',
    stream(lines.join('\n')),
    '<< /Type /Font /Subtype /Type0 /BaseFont /Made /Encoding /Identity-H /DescendantFonts [6 0 R] /ToUnicode 7 0 R >>',
    '<< /Type /Font /Subtype /CIDFontType2 /BaseFont /Made /CIDSystemInfo << /Registry (Adobe) /Ordering (Identity) /Supplement 0 >> /DW 1000 /FontDescriptor 8 0 R >>',
    stream(map),
    '<< /Type /FontDescriptor /FontName /Made /Flags 4 /FontBBox [0 0 1000 1000] /ItalicAngle 0 /Ascent 800 /Descent -200 /CapHeight 700 /StemV 80 >>',
  ];
  let text = '%PDF-1.7\n';
  const offsets = objects.map((object, index) => {
    const at = text.length;
    text += `${index + 1} 0 obj\n${object}\nendobj\n`;
    return `${String(at).padStart(10, '0')} 00000 n \n`;
  });
  const at = text.length;
  text += `xref\n0 ${objects.length + 1}\n0000000000 65535 f \n${offsets.join('')}trailer\n<< /Size ${objects.length + 1} /Root 1 0 R >>\nstartxref\n${at}\n%%EOF`;
  return strToU8(text);
}

/** Text in GBK, by looking every pair of bytes up. */
export function encodeGbk(text: string): Uint8Array {
  const decoder = new TextDecoder('gbk');
  const pairs = new Map<string, readonly [number, number]>();
  for (let lead = 0x81; lead <= 0xfe; lead += 1) {
    for (let trail = 0x40; trail <= 0xfe; trail += 1) {
      const mark = trail === 0x7f ? '' : decoder.decode(Uint8Array.of(lead, trail));
      if (mark.length === 1 && !pairs.has(mark)) pairs.set(mark, [lead, trail]);
    }
  }
  return Uint8Array.from([...text].flatMap((mark) => pairs.get(mark) ?? [mark.charCodeAt(0)]));
}

/** Text in UTF-16, with a mark or without one. */
export function encodeWide(text: string, { big = false, marked = true } = {}): Uint8Array {
  const bytes = [...(marked ? [0xfeff] : []), ...[...text].map((mark) => mark.charCodeAt(0))];
  return Uint8Array.from(bytes.flatMap((unit) => (big ? [unit >> 8, unit & 255] : [unit & 255, unit >> 8])));
}
