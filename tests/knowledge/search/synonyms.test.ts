import { describe, expect, it } from 'vitest';
import { createSynonyms } from '../../../src/knowledge/search/synonyms.ts';

describe('synonyms of one authority', () => {
  const fold = createSynonyms([
    ['信息公开', '政务公开', '公开'],
    ['身份证', 'ID', '身份證件'],
  ]);

  it.each([
    ['the rest fold into the first', '政务公开指南', '信息公开指南'],
    ['the first stands for itself and is not torn', '信息公开指南', '信息公开指南'],
    ['the longest word at a place wins', '政务公开与公开', '信息公开与信息公开'],
    ['Latin words match whole', 'id identity', '身份证 identity'],
    ['groups are normalised like the text', '身份证件', '身份证'],
  ])('%s', (_, text, expected) => {
    expect(fold(text)).toBe(expected);
  });

  it('no groups change nothing', () => {
    expect(createSynonyms([])('公开')).toBe('公开');
  });
});
