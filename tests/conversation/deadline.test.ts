import { beforeEach, describe, expect, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { Clerk, Conversation, openRelease, SECRET } from './converse.ts';

const release = openRelease();
const NUMBER = 'SPB-2026-000001';
const day = (text: string) => text as Day;
const talk = (now = '2026-02-10T10:00:00+08:00') => new Conversation(release, { now });

describe('asking for the last day to answer', () => {
  test('from today, with every step of the count', () => {
    const citizen = talk();
    const said = citizen.say('今天交的话最晚哪天答复？');
    expect(said).toContain('最晚2026年3月16日星期一答复。');
    for (const step of ['当天不算', '周末不算', '春节放假不算：2月15日至2月23日', '补班', '2月14日', '第20个工作日']) {
      expect(said).toContain(step);
    }
    expect(citizen.outcome).toBe('answer/deadline');
    expect(citizen.last?.outcome.sources.map(({ article }) => article)).toEqual(['第三十一条', '第三十三条']);
  });

  test.each([
    ['2026-03-02收到的，哪天到期', '2026年3月30日'],
    ['3月2日交的申请最晚哪天答复', '2026年3月30日'],
    ['三月二号收到，几号到期', '2026年3月30日'],
    ['沈阳市信访局3月2日收到我的申请，最迟哪天回复', '2026年3月30日'],
    ['2月27日提交，3月2日双方确认，最晚哪天答复', '2026年3月30日'],
    ['昨天交的，最晚什么时候答复', '2026年5月11日'],
    ['哪天到期', '2026年5月12日'],
    ['最晚哪天答复', '2026年5月12日'],
  ])('%s', (question, due) => {
    expect(talk('2026-04-10T10:00:00+08:00').say(question)).toContain(`最晚${due}`);
  });

  test('the day is the one in China, whatever the hour elsewhere', () => {
    expect(talk('2026-02-09T15:59:59Z').say('今天交最晚哪天答复')).toContain('2026年2月9日收到');
    expect(talk('2026-02-09T16:00:00Z').say('今天交最晚哪天答复')).toContain('2026年2月10日收到');
  });

  test('an estimate is called one, with the year that is missing', () => {
    const said = talk('2026-12-10T10:00:00+08:00').say('今天交的话最晚哪天答复');
    expect(said).toContain('2027年1月8日星期五答复（先估算）');
    expect(said).toContain('2027年的放假安排还没公布');
  });

  test('before May 2019 it is 15 working days, by the article of that time', () => {
    const citizen = talk();
    expect(citizen.say('2017年9月25日交的，最晚哪天答复')).toContain('2017年10月20日');
    expect(citizen.last?.outcome.sources).toMatchObject([{ article: '第二十四条' }]);
    expect(citizen.say('2018年3月2日交的呢')).toContain('2018年3月23日');
  });

  test('a day that does not exist is pointed out', () => {
    expect(talk().say('2月30日交的最晚哪天答复')).toContain('没有2月30日这一天');
  });

  test('in traditional characters it is heard and answered', () => {
    expect(talk().say('今天交的話，最晚哪天答覆')).toMatch(/第20個工作日/u);
  });

  test.each([
    '答复期限从哪天起算',
    '复议最晚哪天交',
    '昨天收到补正通知，最晚哪天补',
    '今天收到判决书最晚哪天上诉',
    '3月2日收到告知书，起诉哪天到期',
    '驾照3月2日到期，去哪换',
    '3月2日交的信访材料，最晚哪天答复',
    '年报最晚哪天发布',
    '今天星期几',
  ])('leaves alone what is about something else: %s', (question) => {
    const citizen = talk();
    citizen.say(question);
    expect(citizen.outcome).not.toBe('answer/deadline');
  });
});

describe('怎么算的', () => {
  test('after an answer about time limits counts from today', () => {
    const citizen = talk();
    citizen.say('交了申请多久能给答复？');
    expect(citizen.say('怎么算的')).toContain('2026年3月16日');
    expect(citizen.say('那3月2日呢')).toContain('2026年3月30日');
  });

  test('out of the blue or after a figure it is not about a date', () => {
    const citizen = talk();
    citizen.say('怎么算的');
    expect(citizen.outcome).not.toBe('answer/deadline');
    citizen.say('2017年收到多少件申请');
    citizen.say('怎么算的');
    expect(citizen.outcome).not.toBe('answer/deadline');
  });
});

describe('for a request of one’s own', () => {
  let clerk: Clerk;
  const open = (now: string) => {
    const citizen = new Conversation(release, { clerk, now });
    citizen.say(`${NUMBER} ${SECRET}`);
    return citizen;
  };

  beforeEach(() => {
    clerk = new Clerk();
    clerk.carryOut({ kind: 'file_request', draft: { id: 'd', description: '2017年信访工作要点' } }, day('2026-02-09'));
  });

  test.each(['怎么算的', '这个日子是怎么算出来的？', '哪天到期', '我的申请最晚哪天答复'])(
    '%s counts from the day it was received',
    (question) => {
      clerk.confirm(NUMBER, { receivedOn: day('2026-02-10'), dueOn: day('2026-03-16'), dueProvisional: false });
      const said = open('2026-02-25T10:00:00+08:00').say(question);
      expect(said).toContain(`申请${NUMBER}最晚2026年3月16日星期一答复`);
      expect(said).toContain('2026年2月10日收到，当天不算');
      expect(said).toContain('2026年4月14日');
    },
  );

  test('the card tells that one may ask', () => {
    clerk.confirm(NUMBER, { receivedOn: day('2026-02-10'), dueOn: day('2026-03-16'), dueProvisional: false });
    const citizen = new Conversation(release, { clerk, now: '2026-02-25T10:00:00+08:00' });
    expect(citizen.say(`${NUMBER} ${SECRET}`)).toContain('怎么算的');
  });

  test('asked while the code is waited for, it is answered once the request is known', () => {
    clerk.confirm(NUMBER, { receivedOn: day('2026-02-10'), dueOn: day('2026-03-16'), dueProvisional: false });
    const citizen = new Conversation(release, { clerk, now: '2026-02-25T10:00:00+08:00' });
    citizen.say('查进度');
    expect(citizen.say('怎么算的')).toContain('查询码');
    expect(citizen.say(`${NUMBER} ${SECRET}`)).toContain('2026年2月10日收到，当天不算');
  });

  test('before receipt it is what today would give', () => {
    const said = open('2026-02-10T10:00:00+08:00').say('怎么算的');
    expect(said).toContain('还没有和您确认收到');
    expect(said).toContain('2026年3月16日');
  });

  test('an extended one is counted to its own date', () => {
    const count = { from: day('2026-02-10'), days: 20, extendedBy: 20, pauses: [] };
    const dates = { receivedOn: day('2026-02-10'), dueOn: day('2026-04-14'), dueProvisional: false };
    clerk.confirm(NUMBER, dates, { count });
    const said = open('2026-03-20T10:00:00+08:00').say('怎么算的');
    expect(said).toContain('延长过');
    expect(said).toContain('第40个工作日，是2026年4月14日');
  });

  test('time for asking others is shown and left out', () => {
    const count = {
      from: day('2026-02-10'),
      days: 20,
      extendedBy: 0,
      pauses: [{ from: day('2026-03-03'), to: day('2026-03-06') }],
    };
    const dates = { receivedOn: day('2026-02-10'), dueOn: day('2026-03-20'), dueProvisional: false };
    clerk.confirm(NUMBER, dates, { count });
    const said = open('2026-02-25T10:00:00+08:00').say('怎么算的');
    expect(said).toContain('不计入期限的时间：3月3日至3月6日');
    expect(said).toContain('第20个工作日，是2026年3月20日');
  });

  test('clarified anew, it is counted from the day the clarification came', () => {
    const count = { from: day('2026-03-02'), days: 20, extendedBy: 0, pauses: [] };
    const dates = { receivedOn: day('2026-02-10'), dueOn: day('2026-03-30'), dueProvisional: false };
    clerk.confirm(NUMBER, dates, { state: 'processing', count });
    expect(open('2026-03-05T10:00:00+08:00').say('怎么算的')).toContain('2026年3月2日收到');
  });

  test('a day the authority set is not explained by guesses', () => {
    const dates = { receivedOn: day('2026-02-10'), dueOn: day('2026-06-30'), dueProvisional: false };
    clerk.confirm(NUMBER, dates, { state: 'processing', count: null });
    const said = open('2026-03-05T10:00:00+08:00').say('怎么算的');
    expect(said).toContain('2026-06-30');
    expect(said).not.toContain('个工作日，是');
  });

  test('right after filing it is counted as if received today', () => {
    const citizen = new Conversation(release, { clerk, now: '2026-02-10T10:00:00+08:00' });
    citizen.state = { ...citizen.state, filed: NUMBER, choices: [{ value: 'supplement', label: '补充内容' }] };
    expect(citizen.say('怎么算的')).toContain('最晚2026年3月16日');
  });
});
