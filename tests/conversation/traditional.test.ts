import { describe, expect, test } from 'vitest';
import { Conversation, openRelease } from './converse.ts';

const release = openRelease();
const open = () => new Conversation(release);

describe('who writes traditional characters', () => {
  test('is answered in them: text, sources and buttons', () => {
    const talk = open();
    const reply = talk.say('提交申請後多長時間答覆');
    expect(talk.outcome).toBe('answer/answer-deadline');
    expect(reply).toContain('20個工作日內答覆');
    expect(reply).toContain('《中華人民共和國政府信息公開條例》');
    expect(reply).toContain('\n依據：');
    expect(reply).not.toMatch(/[请时间条个]/u);
    expect(talk.labels.join()).not.toMatch(/[请时间条个]/u);
  });

  test('can type a label as it is shown', () => {
    const talk = open();
    talk.say('提交申請後多長時間答覆');
    const label = talk.labels.find((each) => each.includes('延期')) ?? '';
    talk.say(label);
    expect(talk.outcome).toBe('answer/extension');
  });

  test('stays answered so after words that both scripts share, until simplified ones come', () => {
    const talk = open();
    talk.say('怎麼申請');
    expect(talk.say('你好')).toContain('這裏');
    expect(talk.say('怎么申请')).toContain('申请');
    expect(talk.say('你好')).toContain('这里');
  });

  test('is asked in them in a form, and reads own words as they were typed', () => {
    const talk = open();
    talk.say('我要申請公開');
    for (const text of ['沈云发〔2017〕3号文件', '同意', '個人', '于云松']) talk.say(text);
    expect(talk.state.form?.draft.name).toBe('于云松');
    expect(talk.state.form?.draft.description).toBe('沈云发〔2017〕3号文件');
    expect(talk.say('修改')).toContain('于云松');
  });
});

test('who writes English finds the sources headed in English, whatever the channel', () => {
  expect(open().say('How long does an answer take?')).toContain('\nSources: ');
});

test('who writes simplified characters is answered in them', () => {
  const talk = open();
  talk.say('申请公开要钱吗');
  expect(talk.state.script).toBe('hans');
  expect(talk.say('你好')).toContain('这里');
});
