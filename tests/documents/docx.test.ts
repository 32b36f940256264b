import { mkdirSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { unzipSync, zipSync } from 'fflate';
import { describe, expect, it, onTestFinished } from 'vitest';
import type { Day } from '../../src/day.ts';
import { renderEditable, renderWords, templatesIn } from '../../src/documents/index.ts';
import { checkKnowledge } from '../../src/knowledge/index.ts';
import { loadMessages } from '../../src/messages.ts';
import { composeDocument, type DocumentModel, writeDocument } from '../../src/requests/documents/index.ts';
import { renderTemplates } from '../../tools/templates/render-templates.ts';
import { breakKnowledge } from '../knowledge/break-knowledge.ts';
import { FULL } from '../requests/documents/facts.ts';
import { readShippedTexts } from '../requests/documents/texts.ts';
import { readDocx } from './read-docx.ts';

const TEMPLATES = join(import.meta.dirname, '../../src/documents/templates');
const texts = readShippedTexts();
const words = renderWords(loadMessages(join(import.meta.dirname, '../../messages')));
const NONE = join(tmpdir(), 'no-templates-here');

function compose(kind: DocumentModel['kind'], name = '王小明'): DocumentModel {
  const facts = {
    ...FULL,
    requester: { ...FULL.requester, name },
    decision: { ...FULL.decision, outcome: 'A3' as const },
  };
  const composed = composeDocument(kind, facts, texts);
  if (composed.kind !== 'composed') throw new Error(JSON.stringify(composed));
  return composed.model;
}

const squeeze = (text: string) => text.replaceAll(/[\s：]/gu, '');

/** The shipped template with one piece of its text changed. */
function changeTemplate(old: string, now: string): Uint8Array {
  const parts = unzipSync(new Uint8Array(readFileSync(join(TEMPLATES, 'letter.docx'))));
  const text = new TextDecoder().decode(parts['word/document.xml']);
  expect(text).toContain(old);
  return zipSync({ ...parts, 'word/document.xml': new TextEncoder().encode(text.replaceAll(old, now)) });
}

describe('every kind as DOCX', () => {
  it.each(texts.documents.map(({ kind }) => kind))('%s holds the same text as the letter itself', async (kind) => {
    const model = compose(kind);
    const signature = model.signature?.by === 'requester' ? words.signRequester + words.signDay : '';
    expect(squeeze(readDocx(await renderEditable(model, { words, own: templatesIn(NONE) })))).toBe(
      squeeze(writeDocument(model) + signature),
    );
  });

  it('holds rare characters themselves, and what looks like a tag or markup as text', async () => {
    const text = readDocx(
      await renderEditable(compose('decision', '𠮷{remedy}<b>&😀'), { words, own: templatesIn(NONE) }),
    );
    expect(text).toContain('𠮷{remedy}<b>&😀：');
  });
});

describe('templates', () => {
  it('the shipped ones are what the tool writes (if not: node tools/write-templates.ts)', async () => {
    for (const [layout, bytes] of await renderTemplates())
      expect(Buffer.from(bytes).equals(readFileSync(join(TEMPLATES, `${layout}.docx`)))).toBe(true);
  });

  it('an office’s own takes the place of the shipped one', async () => {
    const own = mkdtempSync(join(tmpdir(), 'desk-templates-'));
    onTestFinished(() => rmSync(own, { recursive: true, force: true }));
    writeFileSync(join(own, 'decision.docx'), changeTemplate('{title}', '沈阳市信访局文件 {title}'));
    expect(readDocx(await renderEditable(compose('decision'), { words, own: templatesIn(own) }))).toContain(
      '沈阳市信访局文件 依申请公开',
    );
    expect(readDocx(await renderEditable(compose('extension'), { words, own: templatesIn(own) }))).not.toContain(
      '沈阳市信访局文件',
    );
  });

  function checkTemplate(name: string, bytes: Uint8Array): string[] {
    const options = breakKnowledge();
    const folder = join(options.knowledgeDirectory, 'town/documents/templates');
    mkdirSync(folder, { recursive: true });
    writeFileSync(join(folder, name), bytes);
    return checkKnowledge({ ...options, today: '2026-11-23' as Day }).map(({ file, message }) => `${file} ${message}`);
  }

  it.each([
    ['sound', 'decision.docx', ['{title}', '{title}'], undefined],
    [
      'a tag misspelt',
      'decision.docx',
      ['{addressee}', '{adressee}'],
      'decision.docx 模板里的“adressee”没有对应的内容',
    ],
    ['the remedy left out', 'decision.docx', ['remedy', 'seal'], 'decision.docx 模板里少了“remedy”'],
    ['a loop not closed', 'decision.docx', ['{/signature}', ''], 'decision.docx 这个文书模板读不懂'],
    ['a name of no document', 'letter.docx', ['{title}', '{title}'], 'letter.docx 没有叫“letter”的文书'],
  ] as const)('are checked with the knowledge: %s', (_fault, name, [old, now], said) => {
    const problems = checkTemplate(name, changeTemplate(old, now));
    if (said === undefined) expect(problems).toEqual([]);
    else expect(problems[0]).toContain(said);
  });

  it('what is no DOCX at all is told as a problem', () => {
    expect(checkTemplate('decision.docx', Buffer.from('hello'))[0]).toContain('这个文书模板读不懂');
  });
});
