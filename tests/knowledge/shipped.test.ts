import { join } from 'node:path';
import { expect, it } from 'vitest';
import type { Day } from '../../src/day.ts';
import { checkKnowledge } from '../../src/knowledge/index.ts';

const ROOT = join(import.meta.dirname, '../..');

it('the knowledge that is shipped has no problem on the day it was last gone through', () => {
  const problems = checkKnowledge({
    knowledgeDirectory: join(ROOT, 'knowledge'),
    authority: 'shenyang-petition-bureau',
    messagesDirectory: join(ROOT, 'messages'),
    today: '2026-11-23' as Day,
    locale: 'en',
  });
  expect(problems.map(({ file, line, message }) => `${file}:${line} ${message}`)).toEqual([]);
});
