import { describe, expect, test } from 'vitest';
import { findDecidedIntent } from '../../src/conversation/understand/decided-intent.ts';
import { compilePattern } from '../../src/conversation/understand/speech-pattern.ts';
import { Conversation, openRelease } from './converse.ts';

const release = openRelease();
const { intents } = release.base;
const meant = (text: string) => findDecidedIntent(text, intents)?.does;

describe('a pattern', () => {
  test('has gaps, words to choose from and words that may be missing', () => {
    const pattern = compilePattern('…[换 找]…[真人 活人][来]?', false);
    expect(['换个真人来', '快找真人', '给我找一个活人来'].every((text) => pattern.test(text))).toBe(true);
    expect(pattern.test('真人秀')).toBe(false);
  });

  test('keeps within one sentence and takes signs for themselves', () => {
    expect(compilePattern('去…点火', true).test('我不去。他点火')).toBe(false);
    expect(compilePattern('a.b', false).test('axb')).toBe(false);
  });
});

describe('despair', () => {
  test.each([
    '我不想活了',
    '申请被拒了，我真的撑不下去',
    '我就站在你们楼顶',
    '活著沒有意思',
    '家里备好了农药，我这就喝农药',
    '多久答复？再不答复我就一了百了',
    'I want to kill myself',
  ])('is heard in “%s” and met with help, never with a procedure', (text) => {
    const citizen = new Conversation(release, { now: '2026-11-23T10:00:00+08:00' });
    expect(citizen.say(text)).toMatch(/12356/u);
    expect(citizen.last?.outcome).toMatchObject({ kind: 'smalltalk', sources: [] });
  });

  test('is heard at the end of a long story', () => {
    const story = `${'我跑了很多地方都没有人管，材料交了一遍又一遍。'.repeat(60)}我不想活了。${'求求你们。'.repeat(80)}`;
    expect(meant(story)).toBe('distress');
  });

  test.each(['请公开2023年跳楼事件的处理结果', '商场跳楼价', '我不想活动，想申请公开', 'my husband wants a document'])(
    'is not heard in “%s”',
    (text) => {
      expect(meant(text)).toBeUndefined();
    },
  );
});

describe('danger', () => {
  test('is met with the emergency numbers', () => {
    const citizen = new Conversation(release, { now: '2026-11-23T10:00:00+08:00' });
    expect(citizen.say('有人拿着刀要砍我')).toMatch(/110[\s\S]*120/u);
  });
});

describe('abuse', () => {
  test('alone is met calmly; a question asked rudely is answered', () => {
    const citizen = new Conversation(release, { now: '2026-11-23T10:00:00+08:00' });
    expect(citizen.say('一群饭桶')).toContain('抱歉');
    citizen.say('他妈的申请公开到底要不要交钱');
    expect(citizen.last?.outcome).toMatchObject({ kind: 'answer', id: 'is-it-free' });
  });
});

describe('what is said to the desk itself', () => {
  test.each([
    ['领导好', 'smalltalk'],
    ['有人在吗', 'smalltalk'],
    ['你能帮我干点啥', 'help'],
    ['机器说不明白，换个人来', 'person'],
    ['帮我写一份申请', 'request'],
    ['上周交的申请有结果没', 'track'],
    ['把那个申请撤了吧', 'withdraw'],
  ])('“%s” is %s', (text, does) => {
    expect(meant(text)).toBe(does);
  });

  test.each(['申请交上去还能撤回吗', '交了申请多久有结果', '工作人员不给我回执怎么投诉', '怎么找工作人员的电话'])(
    '“%s” asks for an answer',
    (text) => {
      expect(meant(text)).toBeUndefined();
    },
  );
});
