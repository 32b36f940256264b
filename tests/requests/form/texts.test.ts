import { readdirSync, readFileSync } from 'node:fs';
import { join } from 'node:path';
import { expect, test } from 'vitest';
import { loadMessages } from '../../../src/messages.ts';
import { DOCUMENT_KINDS } from '../../../src/requests/form/draft.ts';
import { FIELDS } from '../../../src/requests/form/fields.ts';

const texts = loadMessages('messages')['zh-CN'];
const READERS = 'src/requests/form/read';

test('everything that can be wrong with an answer has words for it', () => {
  const sources = readdirSync(READERS).map((file) => readFileSync(join(READERS, file), 'utf8'));
  const keys = sources.flatMap((source) =>
    [...source.matchAll(/'([a-z]+(?:_[a-z0-9]+)+)'/gu)].map((match) => match[1]),
  );
  const problems = keys.filter((key) => key !== undefined && !(DOCUMENT_KINDS as readonly string[]).includes(key));
  expect(problems.length).toBeGreaterThan(25);
  expect(problems.filter((key) => texts[`file.problem_${key}`] === undefined)).toEqual([]);
});

test('every field has its question, its help, its label and its options in words', () => {
  const drafts = [
    { id: 'd' },
    { id: 'd', applicant: 'organisation' as const },
    { id: 'd', provision: 'electronic' as const },
  ];
  for (const field of FIELDS) {
    const variants =
      field.name === 'documentNumber' ? DOCUMENT_KINDS : field.name === 'name' ? ['person', 'organisation'] : [''];
    for (const variant of variants) {
      expect(texts[`file.question_${field.name}${variant && `_${variant}`}`], field.name).toBeDefined();
    }
    expect(texts[`file.help_${field.name}`], field.name).toBeDefined();
    expect(texts[`file.field_${field.name}`], field.name).toBeDefined();
    for (const option of drafts.flatMap((draft) => field.options?.(draft) ?? [])) {
      expect(texts[`file.option_${option}`], option).toBeDefined();
    }
  }
  for (const step of ['check', 'consent', 'pick', 'review']) expect(texts[`file.help_${step}`], step).toBeDefined();
});
