import { join } from 'node:path';
import { describe, expect, it } from 'vitest';
import { renderWords } from '../../src/documents/index.ts';
import { openCoverage } from '../../src/documents/pdf/fonts.ts';
import { makePrintable } from '../../src/documents/pdf/rare-characters.ts';
import { renderPdf } from '../../src/documents/render-pdf.ts';
import { loadMessages } from '../../src/messages.ts';
import {
  composeDocument,
  type DocumentFacts,
  type DocumentModel,
  EMPTY_BOX,
  TICKED_BOX,
  writeDocument,
} from '../../src/requests/documents/index.ts';
import { FULL } from '../requests/documents/facts.ts';
import { readShippedTexts } from '../requests/documents/texts.ts';
import { readPdf } from './read-pdf.ts';

const texts = readShippedTexts();
const words = renderWords(loadMessages(join(import.meta.dirname, '../../messages')));
const options = { words, at: new Date('2026-03-20T02:00:00Z'), author: '沈阳市信访局' };

function compose(kind: DocumentModel['kind'], facts: DocumentFacts = FULL): DocumentModel {
  const composed = composeDocument(kind, facts, texts);
  if (composed.kind !== 'composed') throw new Error(JSON.stringify(composed));
  return composed.model;
}

/** A document's text as it stands on paper: boxes are drawn, the colons after labels are the table's lines. */
function onPaper(text: string): string {
  return text.replaceAll(new RegExp(`[\\s：${EMPTY_BOX}${TICKED_BOX}]`, 'gu'), '');
}

const REFUSAL = { ...FULL, decision: { ...FULL.decision, outcome: 'A3' as const } };
const withName = (name: string): DocumentFacts => ({ ...REFUSAL, requester: { ...REFUSAL.requester, name } });

describe('every kind as PDF', () => {
  it.each(texts.documents.map(({ kind }) => kind))('%s holds its whole text, tagged', async (kind) => {
    const model = compose(kind, REFUSAL);
    const pdf = await readPdf(await renderPdf(model, options));
    const signature = model.signature?.by === 'requester' ? words.signRequester + words.signDay : '';
    expect(onPaper(pdf.text)).toBe(onPaper(writeDocument(model) + signature));
    expect(pdf.marked).toBe(true);
    expect(pdf.language).toBe('zh-CN');
    expect(pdf.title).toContain(model.title);
    expect(pdf.roles).toEqual(expect.arrayContaining(['Document', 'H1']));
    if (model.blocks.some((block) => block.kind === 'fields'))
      expect(pdf.roles).toEqual(expect.arrayContaining(['TH', 'TD']));
  });
});

describe('a character the font lacks', () => {
  it('is printed as its code point, explained once, and kept as the actual text', async () => {
    const bytes = await renderPdf(compose('decision', withName('𠮷田㐂😀')), { ...options, compress: false });
    const pdf = await readPdf(bytes);
    expect(pdf.text).toContain('〔U+20BB7〕田㐂〔U+1F600〕：');
    expect(pdf.text.split(words.rareNote.slice(0, 8))).toHaveLength(2);
    const actual = Buffer.from('\ufeff𠮷田㐂😀：', 'utf16le').swap16();
    expect(Buffer.from(bytes).includes(actual)).toBe(true);
  });

  it('is no character Chinese law lets a child be named with', () => {
    const isCovered = openCoverage();
    // The ends of 通用规范汉字表 and some of its characters beyond the basic plane.
    for (const character of '一丁㐂䶮㛃𬭚𫖯𪨰𬺈𬸪〇') expect(isCovered(character.codePointAt(0) ?? 0)).toBe(true);
  });

  it('never breaks the text: halves of pairs, controls and variation selectors', () => {
    const all = () => true;
    expect(makePrintable('葛\u{e0100}\u0007城\ud842', all)).toEqual({ text: '葛 城\ufffd', actual: undefined });
  });
});

describe('pages', () => {
  const paragraph = '检索了档案室的文书档案和信访信息系统。'.repeat(12);

  it.each([2, 3, 5, 6])('no line stands alone, and the seal never without text: %s paragraphs', async (count) => {
    const model = compose('decision', REFUSAL);
    const long: DocumentModel = {
      ...model,
      blocks: Array.from({ length: count }, () => ({ kind: 'paragraph' as const, text: paragraph })),
    };
    const { pages, text } = await readPdf(await renderPdf(long, options));
    expect(onPaper(text)).toBe(onPaper(writeDocument(long)));
    // Fewer characters than a line holds would be a line alone.
    for (const page of pages) expect(page.length).toBeGreaterThan(40);
    const last = pages.at(-1) ?? '';
    expect(last.indexOf('沈阳市信访局')).toBeGreaterThan(28);
  });

  it('a description longer than a page goes on in the same row', async () => {
    const description = '某某街道2015年至2025年历年信访事项登记情况，'.repeat(120);
    const model = compose('application', { ...FULL, request: { ...FULL.request, description } });
    const { pages, text } = await readPdf(await renderPdf(model, options));
    expect(pages.length).toBeGreaterThan(1);
    expect(text).toContain(description);
  });

  it('the same document gives the same bytes', async () => {
    const model = compose('receipt');
    expect(await renderPdf(model, options)).toEqual(await renderPdf(model, options));
  });
});
