import { cpSync, mkdtempSync, readFileSync, rmSync, writeFileSync } from 'node:fs';
import { tmpdir } from 'node:os';
import { join } from 'node:path';
import { onTestFinished } from 'vitest';
import type { Day } from '../../src/day.ts';
import { checkKnowledge } from '../../src/knowledge/index.ts';

const FIXTURE = join(import.meta.dirname, '../fixtures/knowledge-sound');
const MESSAGES = join(import.meta.dirname, '../../messages');

/** A change to one file of the sound knowledge: `old` is replaced by `now`, wherever it first stands. */
export interface Break {
  readonly file: string;
  readonly old: string;
  readonly now: string;
}

/** Options for a copy of the sound knowledge in which something is broken. The copy goes when the test ends. */
export function breakKnowledge(...breaks: readonly Break[]) {
  const knowledgeDirectory = join(mkdtempSync(join(tmpdir(), 'desk-knowledge-')), 'knowledge');
  onTestFinished(() => rmSync(join(knowledgeDirectory, '..'), { recursive: true, force: true }));
  cpSync(FIXTURE, knowledgeDirectory, { recursive: true });
  for (const { file, old, now } of breaks) {
    const path = join(knowledgeDirectory, file);
    const text = readFileSync(path, 'utf8');
    if (!text.includes(old)) throw new Error(`${file} does not contain ${old}`);
    writeFileSync(
      path,
      text.replace(old, () => now),
    );
  }
  return { knowledgeDirectory, authority: 'town', messagesDirectory: MESSAGES } as const;
}

/** Problems as `file:line severity message`, the file without the folder's name. */
export function checkBroken(...breaks: readonly Break[]): string[] {
  const problems = checkKnowledge({ ...breakKnowledge(...breaks), today: '2026-11-23' as Day, locale: 'zh-CN' });
  return problems.map(
    ({ file, line, severity, message }) => `${file.replace('knowledge/', '')}:${line} ${severity} ${message}`,
  );
}
