import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import { dose } from '../dose.ts';
import { Conversation, openRelease, SECRET } from './converse.ts';

const release = openRelease();
/** A question the knowledge base answers, in its own words. */
const QUESTION = '提交申请后多长时间答复？';
const open = (options = {}) => new Conversation(release, options);

/** What a person types from the first question to the list of answers. */
const PERSON = [
  '沈信发〔2017〕3号文件',
  '同意',
  '我自己',
  '张三',
  '身份证',
  '11010519491231002x',
  '138 0013 8000',
  '电子版',
  '邮箱',
  'zhangsan@example.com',
];

function fill(answers: readonly string[] = PERSON, options = {}): Conversation {
  const talk = open(options);
  talk.say('我要申请');
  for (const answer of answers) reply(talk, answer);
  return talk;
}

/** Answers a question; should the check find that a description is held elsewhere, files it here all the same. */
function reply(talk: Conversation, answer: string): string {
  const said = talk.say(answer);
  return talk.state.form?.step === 'check' ? talk.press('仍然在这里申请') : said;
}

describe('a person files a request', () => {
  it('and asks how the day on the receipt came about', () => {
    const talk = fill();
    talk.press('确认提交');
    expect(talk.say('怎么算的')).toMatch(/第20个工作日|20个工作日/u);
    expect(talk.outcome).toBe('answer/deadline');
  });

  it('from the wish to the receipt', () => {
    const talk = open();
    expect(talk.say('我要申请')).toContain('您想要什么信息？');
    expect(talk.last?.replies[0]).toMatchObject({ ask: { field: 'description', type: 'multiline', step: 1 } });
    const notice = reply(talk, '沈信发〔2017〕3号文件');
    for (const said of ['谁收', '为什么收', '收什么', '怎么用', '存多久', '不需要说明用途'])
      expect(notice).toContain(said);
    expect(talk.press('同意')).toContain('以个人名义申请，还是代表单位');
    expect(talk.press('个人')).toContain('您的姓名是？');
    expect(talk.say('张三')).toContain('用哪种证件');
    expect(talk.say('1')).toContain('18位');
    expect(talk.say('110105 19491231 002x')).toContain('联系电话是多少');
    expect(talk.say('138 0013 8000')).toContain('哪种形式');
    expect(talk.press('电子版')).toContain('怎么给您');
    expect(talk.say('发邮箱')).toContain('哪个电子邮箱');
    const review = talk.say('zhangsan@example.com');
    for (const said of [
      '沈信发〔2017〕3号文件',
      '个人（公民）',
      '张三',
      '11010519491231002X',
      '13800138000',
      '电子版',
      'zhangsan@example.com',
    ]) {
      expect(review).toContain(said);
    }
    const receipt = talk.press('确认提交');
    expect(receipt).toContain('SPB-2026-000001');
    expect(receipt).toContain(SECRET);
    expect(receipt).toContain('20个工作日内答复');
    expect(receipt).toContain('如果今天就确认，最晚2026-12-21答复');
    expect(talk.replies.at(-1)).toMatchObject({ kind: 'card', printable: true });
    expect(talk.outcome).toBe('request/SPB-2026-000001');
    expect(talk.state.form).toBeNull();
    expect(JSON.stringify(talk.state)).not.toContain('13800138000');
  });

  it('says that the date may move when the next year is not announced', () => {
    expect(fill(PERSON, { now: '2026-12-10T10:00:00+08:00' }).say('提交')).toContain(
      '最晚2027-01-08答复（估算：2027年放假安排公布前，可能差几天）',
    );
  });

  it('twice on 提交 files once', () => {
    const talk = fill();
    const submit = talk.state.choices.find((choice) => choice.label === '确认提交')?.value ?? '';
    talk.press('确认提交');
    expect(talk.press(submit)).toContain('已经提交了，编号是SPB-2026-000001');
    expect(talk.say('提交')).toContain('已经提交了，编号是SPB-2026-000001');
    expect(talk.clerk.filed.size).toBe(1);
  });

  it('files two requests when two are written', () => {
    const talk = fill();
    talk.say('提交');
    talk.say('我要申请');
    for (const answer of PERSON) reply(talk, answer);
    expect(talk.say('提交')).toContain('SPB-2026-000002');
    expect(new Set([...talk.clerk.drafts.values()].map((draft) => draft.id)).size).toBe(2);
  });

  it('the same submission delivered again gives no second query code', () => {
    const talk = fill();
    const before = structuredClone(talk.state);
    talk.say('提交');
    talk.state = before;
    const again = talk.say('提交');
    expect(again).toContain('这份申请之前已经提交过');
    expect(again).toContain('SPB-2026-000001');
    expect(again).not.toContain(SECRET);
  });
});

it('an organisation files a request and has it posted', () => {
  const talk = open();
  talk.say('我要申请');
  for (const answer of [
    '沈信发〔2017〕3号文件',
    '好的',
    '我们公司',
    '沈阳某某科技有限公司',
    '营业执照',
    '91350100M000100Y43',
    '李四',
    '(024) 2272-1234',
    '纸质',
    '寄给我',
  ]) {
    reply(talk, answer);
  }
  const review = talk.say('沈阳市沈河区市府大路1号 110013');
  for (const said of ['单位或组织', '91350100M000100Y43', '联系人：李四', '024-22721234', '邮寄给我', '市府大路1号'])
    expect(review).toContain(said);
  talk.say('没问题');
  expect(talk.clerk.drafts.get('SPB-2026-000001')).toMatchObject({ applicant: 'organisation', contactName: '李四' });
});

describe('what was said already is not asked again', () => {
  it('a wish that names the papers opens with them', () => {
    const talk = open();
    talk.press('request');
    expect(talk.state.form?.step).toBe('description');
    const other = open();
    expect(reply(other, '我要申请公开沈信发〔2017〕3号文件')).toContain('谁收');
    expect(other.state.form?.draft.description).toMatch(/沈信发〔2017〕3号文件$/u);
  });

  it('a document asked for a message ago is carried over', () => {
    const talk = open();
    talk.say('请公开大连市中山区某小区的不动产登记档案');
    expect(talk.outcome).toMatch(/^referral\//u);
    const check = talk.press('写一份公开申请');
    expect(talk.state.form?.draft.description).toBe('请公开大连市中山区某小区的不动产登记档案');
    expect(check).toContain('大连市');
    expect(talk.press('仍然在这里申请')).toContain('谁收');
  });

  it('a question is no description', () => {
    const talk = open();
    talk.say('怎么申请公开？');
    talk.press('request');
    expect(talk.state.form?.draft.description).toBeUndefined();
  });
});

describe('before the first personal question', () => {
  it('somebody else holds it: says who and offers to go on, to carry the text over, or a person', () => {
    const talk = open();
    talk.say('我要申请');
    const check = talk.say('大连市中山区某小区的房屋不动产登记');
    expect(check).toContain('不动产登记');
    expect(check).toContain('大连市');
    expect(check).toContain('第三十六条');
    expect(talk.last?.outcome.authority?.name).toContain('大连市');
    expect(talk.labels).toEqual(expect.arrayContaining(['仍然在这里申请', '带上这段话去那边申请', '转人工']));
    const sheet = talk.press('带上这段话');
    expect(sheet).toContain('大连市中山区某小区的房屋不动产登记');
    expect(sheet).toContain('没有提交任何东西');
    expect(talk.state.form).toBeNull();
    expect(talk.clerk.filed.size).toBe(0);
  });

  it('of places that share a name the one at home is taken, and named', () => {
    const talk = open();
    expect(talk.say('我要申请公开铁西区公办小学学区划分')).toContain('沈阳市铁西区教育局');
  });

  it('going on is one tap', () => {
    const talk = open();
    talk.say('我要申请');
    talk.say('大连市中山区某小区的房屋不动产登记');
    expect(talk.press('仍然在这里申请')).toContain('谁收');
    expect(talk.state.form?.draft.description).toBe('大连市中山区某小区的房屋不动产登记');
  });

  it('a figure of the report that says it is offered first', () => {
    const talk = open();
    talk.say('我要申请');
    talk.say('2017年收到多少件公开申请');
    expect(talk.labels[0]).toContain('先看：2017');
    expect(talk.press('先看')).toContain('35');
    expect(talk.labels[0]).toBe('继续填写申请');
    expect(talk.press('继续填写')).toContain('谁收');
  });

  it('not agreeing tells the other ways and keeps nothing', () => {
    const talk = open();
    talk.say('我要申请');
    reply(talk, '沈信发〔2017〕3号文件');
    expect(talk.say('不同意')).toContain('当面或者写信');
    expect(talk.state.form).toBeNull();
  });
});

describe('while the form is open', () => {
  it('a question is answered, the form waits, and one tap leads back', () => {
    const talk = fill(PERSON.slice(0, 6));
    talk.say(QUESTION);
    expect(talk.outcome).toMatch(/^(?:answer|clarify)\//u);
    expect(talk.labels[0]).toBe('继续填写申请');
    expect(talk.say('1')).toContain('联系电话是多少');
    expect(talk.state.form?.draft).toMatchObject({ name: '张三', documentNumber: '11010519491231002X' });
  });

  it('the answer may also follow at once', () => {
    const talk = fill(PERSON.slice(0, 6));
    talk.say('要钱吗？');
    expect(talk.say('13800138000')).toContain('哪种形式');
  });

  it('a greeting is no name', () => {
    const talk = fill(PERSON.slice(0, 3));
    talk.say('你好');
    expect(talk.outcome).toMatch(/^smalltalk\//u);
    expect(talk.state.form?.draft.name).toBeUndefined();
    expect(talk.say('张三')).toContain('用哪种证件');
  });

  it('why a number is asked is explained on the spot', () => {
    const talk = fill(PERSON.slice(0, 5));
    expect(talk.say('为什么要身份证号？')).toContain('避免别人冒用您的名义');
    expect(talk.outcome).toBe('request/documentNumber');
  });

  it('somebody in despair is heard before any form', () => {
    const talk = fill(PERSON.slice(0, 3));
    expect(talk.say('我不想活了')).toContain('12356');
    expect(talk.state.form?.draft.name).toBeUndefined();
  });

  it('a request can be looked up meanwhile', () => {
    const talk = fill();
    talk.say('提交');
    talk.say('我要申请');
    for (const answer of PERSON.slice(0, 6)) reply(talk, answer);
    expect(talk.say('查进度')).toContain('查询码');
    expect(talk.say(SECRET)).toContain('等机关和您确认收到');
    expect(talk.say('继续')).toContain('联系电话是多少');
  });

  it('number and code of another request are looked up', () => {
    const talk = fill();
    talk.say('提交');
    talk.say('我要申请');
    for (const answer of PERSON.slice(0, 6)) reply(talk, answer);
    expect(talk.say(`SPB-2026-000001 ${SECRET}`)).toContain('等机关和您确认收到');
    expect(talk.say('继续')).toContain('联系电话是多少');
  });

  it('暂停 waits for days, questions are answered, 继续 goes on', () => {
    const talk = fill(PERSON.slice(0, 6));
    expect(talk.say('暂停')).toContain('存好了');
    talk.now = new Date('2026-11-30T10:00:00+08:00');
    expect(talk.say('13800138000')).not.toContain('哪种形式');
    expect(talk.say('继续')).toContain('联系电话是多少');
    expect(talk.state.form?.draft.name).toBe('张三');
  });

  it.each(['返回', '修改'])('%s takes a form put aside up again, 暂停 says once more that it is kept', (word) => {
    const talk = fill(PERSON.slice(0, 6));
    talk.say('暂停');
    expect(talk.say('暂停')).toContain('存好了');
    expect(talk.say(word)).toContain('联系电话是多少');
  });

  it('取消 asks once and then deletes what was written', () => {
    const talk = fill(PERSON.slice(0, 6));
    expect(talk.say('取消')).toContain('要取消这份申请吗');
    expect(talk.press('继续填写')).toContain('联系电话是多少');
    talk.say('取消');
    expect(talk.say('是')).toContain('没有提交任何东西');
    expect(JSON.stringify(talk.state)).not.toContain('张三');
  });

  it('转人工 keeps it', () => {
    const talk = fill(PERSON.slice(0, 6));
    expect(talk.say('转人工')).toContain('转给工作人员');
    expect(talk.clerk.asked.at(-1)).toMatchObject({ kind: 'join_queue' });
    expect(talk.say('继续')).toContain('联系电话是多少');
  });

  it('asking to apply again offers to go on or to start anew', () => {
    const talk = fill(PERSON.slice(0, 4));
    talk.say('暂停');
    expect(talk.say('我要申请')).toContain('接着填，还是重新开始');
    expect(talk.press('重新开始')).toContain('您想要什么信息');
    expect(talk.state.form?.draft.name).toBeUndefined();
  });

  it('an old 重新开始 or 是的，取消 throws nothing away', () => {
    const talk = fill(PERSON.slice(0, 6));
    expect(talk.press('form/restart')).toContain('接着填，还是重新开始');
    expect(talk.press('form/confirm_cancel')).toContain('要取消这份申请吗');
    expect(talk.press('form/continue')).toContain('联系电话是多少');
    expect(talk.state.form?.draft.name).toBe('张三');
  });

  it('one answer is changed from the list, and the list comes back', () => {
    const talk = fill();
    talk.press('修改已填的');
    expect(talk.labels[1]).toBe('申请人类型：个人（公民）');
    expect(talk.press('联系电话')).toContain('现在填的是：13800138000');
    const review = talk.say('13900139000');
    expect(review).toContain('请核对一下');
    expect(review).toContain('13900139000');
  });

  it('two matters in one description are pointed out, not refused', () => {
    const talk = open();
    talk.say('我要申请');
    expect(talk.say('沈信发〔2017〕3号文件，另外请公开沈信发〔2017〕4号文件')).toContain('不止一件事');
    expect(talk.outcome).toMatch(/^request\/(?:consent|check)$/u);
  });
});

test('commands without a form lead nowhere strange', () => {
  for (const command of ['继续', '取消', '返回', 'form/submit', 'form/set/phone/1']) {
    const talk = open();
    expect(command.includes('/') ? talk.press(command) : talk.say(command), command).toContain('没有正在填的申请');
  }
});

test('an English speaker is served in English', () => {
  const talk = open();
  talk.state = { ...talk.state, locale: 'en' };
  expect(talk.press('request')).toContain('What information would you like?');
  talk.say('the petition work priorities of the year 2017, please');
  if (talk.state.form?.step === 'check') talk.press('Apply here anyway');
  expect(talk.replies.map((said) => said.text).join()).toContain('personal details');
  expect(talk.say('I agree')).toContain('for yourself');
  expect(talk.say('myself')).toContain('What is your name');
  expect(talk.say('Mary Smith')).toContain('Which document');
  expect(talk.say('passport')).toContain('passport number');
  expect(talk.say('12')).toContain('6 to 17');
});

describe('every refusal says what is wrong and asks again', () => {
  const refusals: readonly (readonly [answered: number, typed: string, said: RegExp])[] = [
    [0, '文件', /写得太少/u],
    [0, '字'.repeat(2001), /最多2000个字/u],
    [2, '随便', /没看懂您选的是哪一个/u],
    [3, '匿名', /匿名没法申请/u],
    [3, '张', /写全名/u],
    [3, '张三123', /不要带数字和符号/u],
    [5, '110105491231002', /15位号码，已经停用/u],
    [5, '1101051949123100', /18位，您发的是16位/u],
    [5, '110105194912310021', /其中有一位打错了/u],
    [5, '990105194912310021', /“99”不是任何省份/u],
    [5, '110105194913310021', /“19491331”不是一个有效的日期/u],
    [5, '没有身份证', /暂停.*找到了再来/su],
    [6, '22721234', /带上区号/u],
    [6, '1380013800', /11位，您发的是10位/u],
    [6, '我没有手机', /座机、家里人/u],
    [9, 'zhangsan', /要有@/u],
    [9, 'zhangsan@example', /好像不完整/u],
    [9, '没有邮箱', /改成邮寄或自己去取/u],
  ];
  it.each(refusals)('after %i answers, %j', (answered, typed, said) => {
    const talk = fill(PERSON.slice(0, answered));
    const before = structuredClone(talk.state.form);
    expect(talk.say(typed)).toMatch(said);
    expect(talk.state.form?.draft).toEqual(before?.draft);
    expect(talk.state.form?.step).toBe(before?.step);
  });
});

test('no message in a filing is met with silence or an error, and no answer is lost', () => {
  const typed = fc.oneof(
    fc.constantFrom(
      ...PERSON,
      '返回',
      '修改',
      '修改电话',
      '暂停',
      '继续',
      '帮助',
      '公司',
      '要钱吗？',
      '你好',
      '1',
      '2',
      '3',
      '\ud83d',
      '<script>',
    ),
    fc.string({ unit: 'binary', maxLength: 30 }),
  );
  fc.assert(
    fc.property(fc.array(typed, { maxLength: 14 }), (messages) => {
      const talk = fill(PERSON.slice(0, 4));
      for (const message of messages) {
        const before = Object.keys(talk.state.form?.draft ?? {});
        // What is left for staff is answered by whoever stores it.
        const { leaving } = talk.state;
        if (talk.say(message) === '') expect([leaving, talk.state.leaving]).toEqual([expect.any(String), undefined]);
        if (talk.state.form) expect(Object.keys(talk.state.form.draft)).toEqual(expect.arrayContaining(before));
      }
    }),
    { seed: 2019, numRuns: dose(60) },
  );
});
