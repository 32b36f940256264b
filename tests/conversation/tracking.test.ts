import { beforeEach, describe, expect, it, test } from 'vitest';
import type { Day } from '../../src/day.ts';
import { Clerk, Conversation, openRelease, SECRET } from './converse.ts';

const release = openRelease();
/** A question the knowledge base answers, in its own words. */
const QUESTION = '提交申请后多长时间答复？';
const NUMBER = 'SPB-2026-000001';
const day = (text: string) => text as Day;
let clerk: Clerk;

beforeEach(() => {
  clerk = new Clerk();
  clerk.carryOut({ kind: 'file_request', draft: { id: 'd', description: '2017年信访工作要点' } }, day('2026-02-09'));
});

const open = (now = '2026-02-10T10:00:00+08:00') => new Conversation(release, { clerk, now });

describe('looking up a request', () => {
  it('takes number and query code one after the other', () => {
    const talk = open();
    expect(talk.say('查进度')).toContain('请发申请编号和查询码');
    expect(talk.say(NUMBER)).toContain('再发8位查询码');
    const status = talk.say(SECRET);
    for (const said of [NUMBER, '等机关和您确认收到', '2017年信访工作要点', '2026-02-09', '最晚2026-03-16答复']) {
      expect(status).toContain(said);
    }
    expect(talk.outcome).toBe(`status/${NUMBER}`);
  });

  test.each([
    `${NUMBER} ${SECRET}`,
    'spb2026000001 bcdf 2345',
    'ＳＰＢ－２０２６－０００００１　ＢＣＤＦ２３４５',
    'SPB-2O26-OOOOO1, bcdf-2345',
    `我的编号是${NUMBER}，查询码${SECRET}`,
  ])('takes both at once, however typed: %s', (typed) => {
    expect(open().say(typed)).toContain('等机关和您确认收到');
  });

  it('the code may come first', () => {
    const talk = open();
    talk.say('查进度');
    expect(talk.say(SECRET)).toContain('申请编号是多少');
    expect(talk.say(NUMBER)).toContain('等机关和您确认收到');
  });

  it('wrong pairs are asked again, slips are pointed out', () => {
    const talk = open();
    talk.say('查进度');
    expect(talk.say(`${NUMBER} BCDF2346`)).toContain('对不上');
    expect(talk.say(`${NUMBER} BCDF234`)).toContain('您发的是7位');
    expect(talk.say('BCDF234O')).toContain('没有0、1');
    expect(talk.say('abc')).toContain('没看出编号和查询码');
    expect(talk.say(`${NUMBER} ${SECRET}`)).toContain('等机关和您确认收到');
  });

  it('who lost the receipt is told the way', () => {
    const talk = open();
    talk.say('查进度');
    expect(talk.say('编号找不到了')).toContain('请工作人员核对身份');
    expect(talk.labels).toContain('找工作人员');
  });

  it('a question in between is answered', () => {
    const talk = open();
    talk.say('查进度');
    talk.say(QUESTION);
    expect(talk.outcome).toMatch(/^(?:answer|clarify)\//u);
    expect(talk.say(`${NUMBER} ${SECRET}`)).toContain('等机关和您确认收到');
  });

  it('too many wrong tries close it for a while', () => {
    const talk = open();
    talk.clerk.carryOut = () => ({ kind: 'too_many_attempts', minutes: 12 });
    expect(talk.say(`${NUMBER} ${SECRET}`)).toContain('12分钟以后再试');
    expect(talk.state.tracking).toBeNull();
  });

  it('不查了 leaves', () => {
    const talk = open();
    talk.say('查进度');
    expect(talk.say('不查了')).toContain('不查了');
    expect(talk.state.tracking).toBeNull();
  });
});

describe('a received request', () => {
  const status = (now: string) => {
    clerk.confirm(NUMBER, { receivedOn: day('2026-02-10'), dueOn: day('2026-03-16'), dueProvisional: false });
    return open(now).say(`${NUMBER} ${SECRET}`);
  };

  it('tells the day it is due and the working days left', () => {
    const text = status('2026-03-09T10:00:00+08:00');
    expect(text).toContain('最晚答复：2026-03-16');
    expect(text).toContain('还有5个工作日');
  });

  it('on the last day says so', () => {
    expect(status('2026-03-16T10:00:00+08:00')).toContain('今天是答复期限的最后一天');
  });

  it('when overdue tells what can be done', () => {
    const text = status('2026-03-17T10:00:00+08:00');
    expect(text).toContain('2026-03-16已经过了');
    expect(text).toContain('行政复议');
  });

  it('marks a date that rests on holidays not announced', () => {
    clerk.confirm(NUMBER, { receivedOn: day('2026-12-04'), dueOn: day('2027-01-04'), dueProvisional: true });
    expect(open('2026-12-07T10:00:00+08:00').say(`${NUMBER} ${SECRET}`)).toContain('2027年放假安排公布前');
  });
});

describe('a request the office waits with', () => {
  const status = (changes: Parameters<Clerk['confirm']>[2], now = '2026-03-02T10:00:00+08:00') => {
    const dates = { receivedOn: day('2026-02-10'), dueOn: day('2026-03-16'), dueProvisional: false };
    clerk.confirm(NUMBER, dates, changes);
    return open(now).say(`${NUMBER} ${SECRET}`);
  };
  const waits = { until: day('2026-03-10'), provisional: false };

  it.each(['clarifying', 'reasons', 'fee'] as const)('%s: tells what to do and until when', (state) => {
    const text = status({ state, waits });
    expect(text).toContain('请在2026-03-10以前');
    expect(text).toContain('撤回申请');
  });

  it('says so when that day is over', () => {
    expect(status({ state: 'clarifying', waits }, '2026-03-11T10:00:00+08:00')).toContain('2026-03-10到期了');
  });

  it('answered: when, and until when reconsideration can be asked for', () => {
    const text = status({ state: 'answered', answeredOn: day('2026-02-20'), remedyBy: day('2026-04-21') });
    expect(text).toContain('机关在2026-02-20答复了您');
    expect(text).toContain('申请行政复议的期限到2026-04-21为止');
    expect(text).not.toContain('撤回申请');
  });

  it('abandoned: what that means', () => {
    expect(status({ state: 'abandoned' })).toContain('到期没有补充或缴费');
  });
});

describe('withdrawing', () => {
  it('asks before it does it', () => {
    const talk = open();
    talk.say('撤回申请');
    expect(talk.say(`${NUMBER} ${SECRET}`)).toContain('要撤回申请SPB-2026-000001吗');
    expect(clerk.filed.get(NUMBER)?.state).toBe('filed');
    expect(talk.say('是')).toContain('已经撤回');
    expect(clerk.filed.get(NUMBER)?.state).toBe('withdrawn');
  });

  test.each(['先不撤', '还是别撤回了', '我不想撤销申请', '算了'])('%s leaves it as it is', (said) => {
    const talk = open();
    talk.say('撤回申请');
    talk.say(`${NUMBER} ${SECRET}`);
    expect(talk.say(said)).toContain('照常办理');
  });

  it('where files cannot be sent, whoever adds to a request is told where they go instead', () => {
    const talk = open();
    talk.say('补充内容');
    expect(talk.say(`${NUMBER} ${SECRET}`)).toContain('这里收不了文件');
  });

  it('不撤回 leaves it as it is', () => {
    const talk = open();
    talk.say(`${NUMBER} ${SECRET}`);
    talk.press('撤回申请');
    expect(talk.press('不撤回')).toContain('照常办理');
    expect(clerk.filed.get(NUMBER)?.state).toBe('filed');
  });

  it('a second press on the old button does not confirm', () => {
    const talk = open();
    talk.say(`${NUMBER} ${SECRET}`);
    talk.press('撤回申请');
    expect(talk.press('withdraw')).toContain('要撤回申请');
    expect(clerk.filed.get(NUMBER)?.state).toBe('filed');
  });

  it('a confirmation without anything to confirm asks for the number', () => {
    expect(open().press('tracking/confirm')).toContain('请发申请编号和查询码');
    expect(clerk.filed.get(NUMBER)?.state).toBe('filed');
  });

  it('one withdrawn already is only shown', () => {
    const talk = open();
    talk.say(`${NUMBER} ${SECRET}`);
    talk.press('撤回申请');
    talk.say('是');
    talk.say('撤回申请');
    expect(talk.say(`${NUMBER} ${SECRET}`)).toContain('不能再撤回或补充');
  });
});

describe('adding to a request', () => {
  it('records what is typed next', () => {
    const talk = open();
    talk.say(`${NUMBER} ${SECRET}`);
    expect(talk.press('补充内容')).toContain('请写要给申请');
    expect(talk.say('我要的是前三个季度的，不要附件')).toContain('已经记上了');
    expect(clerk.asked.at(-1)).toMatchObject({ kind: 'supplement_request', text: '我要的是前三个季度的，不要附件' });
    expect(talk.labels).toContain('撤回申请');
  });

  it('refuses too little and too much, and can be left', () => {
    const talk = open();
    talk.say(`${NUMBER} ${SECRET}`);
    talk.press('补充内容');
    expect(talk.say('啊')).toContain('写得太少了');
    expect(talk.say('字'.repeat(2001))).toContain('最多2000个字');
    expect(talk.say('取消')).toContain('不查了');
  });
});
