import { ConverterFactory } from 'opencc-js/core';
import { from } from 'opencc-js/preset/cn2t';
import { describe, expect, test } from 'vitest';
import { loadRelease } from '../../src/knowledge/index.ts';
import { detectScript, toTraditional } from '../../src/knowledge/script/index.ts';

describe('the script of a message', () => {
  test.each([
    ['怎麼申請公開', 'hant'],
    ['怎么申请公开', 'hans'],
    // One simplified character is enough: 臺 is copied from a name, 么 is typed.
    ['臺北的学校怎么查', 'hans'],
    // Written alike in both.
    ['制度', undefined],
    ['你好', undefined],
    ['2', undefined],
    ['how long', undefined],
  ])('%s is %s', (text, script) => {
    expect(detectScript(text)).toBe(script);
  });
});

describe('writing in traditional characters', () => {
  test.each([
    ['申请行政复议，复印不收钱', '申請行政複議，複印不收錢'],
    ['机关应当当场答复', '機關應當當場答覆'],
    ['制作机关的制度', '製作機關的制度'],
    ['里面、公里', '裏面、公里'],
  ])('%s', (simplified, traditional) => {
    expect(toTraditional(simplified)).toBe(traditional);
  });

  test('numbers, marks and other scripts stay as they are', () => {
    const text = '〔2015〕71 (024) 28513177 syxfzwgk@163.com 😀 𠮷 fee';
    expect(toTraditional(text)).toBe(text);
  });

  test('every answer is written as OpenCC itself writes it', () => {
    const loaded = loadRelease({
      knowledgeDirectory: 'knowledge',
      authority: 'shenyang-petition-bureau',
      messagesDirectory: 'messages',
    });
    if (!('release' in loaded)) throw new Error('the knowledge does not load');
    const { answers, laws } = loaded.release.base;
    const texts = [
      ...answers.flatMap((entry) => entry.versions.flatMap(({ answer, detail }) => [answer, detail ?? ''])),
      ...laws.map((law) => law.title),
    ];
    const convert = ConverterFactory(...(from.cn ?? []));
    expect(texts.filter((text) => toTraditional(text) !== convert(text))).toEqual([]);
    expect(texts.filter((text) => toTraditional(text).length !== text.length)).toEqual([]);
  });
});
