import { describe, expect, test } from 'vitest';
import { startState } from '../../src/conversation/state.ts';
import { turn } from '../../src/conversation/turn.ts';
import { Conversation, openRelease } from './converse.ts';

const release = openRelease();
const monday = new Date('2026-11-23T10:00:00+08:00');
const talk = (now = '2026-11-23T10:00:00+08:00') => new Conversation(release, { now });

describe('an answer', () => {
  test('is the rule of today, with its article', () => {
    const citizen = talk();
    expect(citizen.say('行政机关收到申请后最长多久答复')).toContain('20个工作日');
    expect(citizen.last?.outcome).toMatchObject({ kind: 'answer', sources: [{ article: '第三十三条' }] });
  });

  test('about 2017 is the rule of 2007', () => {
    const citizen = talk();
    expect(citizen.say('2017年交的申请多久答复')).toMatch(/15个工作日/u);
  });

  test.each([
    ['2010年被拒了，起诉期多久', '3个月内'],
    ['2016年的答复，起诉期多久', '6个月内'],
    ['2017年的时候多少天答复', '那时是15个工作日'],
    ['2000年用的是哪部条例', '2008年5月1日以前没有'],
  ])('%s is the rule of that day', (question, rule) => {
    expect(talk().say(question)).toContain(rule);
  });

  test('about a year before all rules on file says since when there are any', () => {
    const citizen = talk();
    citizen.say('交了申请多久能给答复？');
    expect(citizen.say('那2001年呢')).toContain('手头最早的从2008-05-01开始适用');
  });

  test.each(['隔壁店要查我家的营业材料，你们会给吗', '有人申请公开我厂里的环评报告，我能不同意吗'])(
    '%s is about a third party, whatever the papers are',
    (question) => {
      const citizen = talk();
      expect(citizen.say(question)).toContain('15个工作日');
      expect(citizen.last?.outcome?.kind).not.toBe('referral');
    },
  );

  test('about 2019, when the rule changed, gives both with their days', () => {
    const citizen = talk();
    citizen.say('交了申请多久能给答复？');
    const both = citizen.say('那2019年呢');
    expect(both).toContain('15个工作日');
    expect(both).toContain('20个工作日');
    expect(both).toContain('2019-05-14');
  });

  test('is followed by another year: 那2017年呢', () => {
    const citizen = talk();
    citizen.say('交了申请多久能给答复？');
    expect(citizen.say('那2017年呢')).toContain('15个工作日');
  });
});

describe('a referral', () => {
  test('is followed by another place, also as a correction', () => {
    const citizen = talk();
    citizen.say('新生儿上户口找谁');
    expect(citizen.say('大连呢')).toContain('大连市公安局');
    expect(citizen.say('不是，我说的是鞍山')).toContain('鞍山市公安局');
  });

  test('asks which place when the name fits several, and takes the number for an answer', () => {
    const citizen = talk();
    expect(citizen.say('铁西区的学区划分找谁')).toMatch(/沈阳市铁西区[\s\S]*鞍山市铁西区/u);
    expect(citizen.say('2')).toContain('鞍山市铁西区');
  });
});

test('the place asked about is known for counts, never one that stands in a form', () => {
  const citizen = talk();
  const placeOf = (text: string) => {
    citizen.say(text);
    return citizen.last?.place;
  };
  expect(placeOf('大连新生儿上户口找谁')).toBe('2102');
  // Of homonyms the one at home counts, until the other is chosen.
  expect(placeOf('铁西区的学区划分找谁')).toBe('210106');
  expect(placeOf('2')).toBe('210303');
  expect(placeOf('申请公开要收费吗')).toBeUndefined();
  citizen.say('我要申请信息公开');
  expect(placeOf('沈阳市和平区某某街1号')).toBeUndefined();
});

describe('a follow-up', () => {
  const follow = (...lines: readonly string[]) => {
    const citizen = talk();
    const replies = lines.map((line) => citizen.say(line));
    return { reply: replies.at(-1) ?? '', outcome: citizen.last?.outcome };
  };

  test('那年网站呢 asks for the figure beside the one just told, in its year', () => {
    expect(follow('2017年公开了多少条信息', '那年网站呢').reply).toContain('82条');
    expect(follow('2017年公开了多少条信息', '微信呢').reply).toContain('20条');
    expect(follow('2017年收到多少申请', '那年网站呢').reply).toContain('82条');
  });

  test('起诉呢 asks of suing what the answer before was about', () => {
    for (const before of ['答复期限是多久', '复议要在多少天内提', '不服答复怎么复议'])
      expect(follow(before, '起诉呢').reply).toMatch(/6个月|六个月/u);
    expect(talk().say('起诉呢')).toContain('不太确定');
  });

  test('那年轻人呢 names no year', () => {
    expect(follow('2017年收到多少申请', '那年轻人呢').outcome?.kind).not.toBe('figure');
  });

  test('那个找谁 and 电话多少 speak of the matter and place just told', () => {
    expect(follow('我想看大连的规划图', '那个找谁').reply).toContain('大连市自然资源局');
    expect(follow('我想看大连的规划图', '电话多少').outcome).toMatchObject({ kind: 'referral', id: 'urban-planning' });
  });

  test('another matter asked after in passing keeps the place', () => {
    expect(follow('社保怎么转移', '不是，我说的是大连', '医保呢').reply).toContain('大连市医疗保障局');
  });

  test('a correction of the place reaches an authority that was named outright', () => {
    expect(follow('和平区教育局的电话', '1', '不是，我说的是鞍山的').reply).toContain('鞍山市教育局');
  });

  test('占多少 after a figure is its share of the whole', () => {
    expect(follow('2017年受理了几件申请', '占多少').reply).toContain('22.9');
    expect(follow('2017年收到多少件申请', '那2016年呢').reply).toContain('2016');
  });

  test('多少钱 and 多久 are questions of the procedure', () => {
    expect(follow('怎么申请公开', '多少钱').outcome).toMatchObject({ id: 'is-it-free' });
    expect(follow('怎么申请公开', '多久').outcome).toMatchObject({ id: 'answer-deadline' });
  });
});

describe('two questions in one message', () => {
  test.each([
    ['多久答复，要不要钱', ['20个工作日', '不收钱']],
    ['2017年收到多少件申请，受理了几件', ['35件', '8件']],
    ['我想查低保政策，顺便问问公积金怎么提取', ['民政局', '公积金']],
    ['办护照找谁？办身份证找谁？', ['出入境', '公安']],
  ])('%s', (text, parts) => {
    const reply = talk().say(text);
    for (const part of parts) expect(reply).toContain(part);
  });

  test('are one when the second only goes on with the first', () => {
    const citizen = talk();
    citizen.say('不会写字怎么办，能不能口头申请');
    expect(citizen.last?.replies).toHaveLength(1);
  });
});

describe('what is not known', () => {
  test('is said plainly, with a request or a person as next step, and kept for the editors', () => {
    const citizen = talk();
    expect(citizen.say('量子纠缠的贝尔不等式推导')).toMatch(/写一份公开申请[\s\S]*找工作人员|不太确定/u);
    expect(citizen.last?.outcome.kind).not.toBe('answer');
  });

  test('outside things are met kindly and led back', () => {
    const citizen = talk();
    expect(citizen.say('明天会下雨吗')).toContain('政府信息公开');
    expect(citizen.last?.outcome.kind).toBe('none');
  });

  test('a message without a word leaves what was asked and offered as it stood', () => {
    const citizen = talk();
    citizen.say('我要申请公开');
    citizen.say('沈阳市信访局2025年信访工作要点');
    const offered = citizen.labels;
    expect(citizen.say('\u200b')).toContain('没有收到文字');
    expect(citizen.labels).toEqual(offered);
  });

  test('an empty message, a file and an old button each get a way on', () => {
    const citizen = talk();
    expect(citizen.say('   ')).toContain('打字');
    const file = turn(
      startState(),
      { kind: 'file', name: 'a.pdf', mediaType: 'application/pdf', bytes: 9, reference: 'x' },
      release,
      monday,
      'm1',
    );
    expect(file.replies[0]).toMatchObject({ kind: 'text', text: expect.stringContaining('文字') });
    const stale = turn(startState(), { kind: 'choice', value: 'answer/no-such-answer' }, release, monday, 'm2');
    expect(stale.replies[0]).toMatchObject({ kind: 'text', text: expect.stringContaining('过期') });
  });
});

describe('despair and anger', () => {
  test('despair is met with the help line and a person', () => {
    const reply = talk().say('这事再不解决我真不想活了');
    expect(reply).toContain('12356');
    expect(reply).toContain('找工作人员');
  });

  test('abuse is met calmly; 危险废物 is none', () => {
    expect(talk().say('你们这些王八蛋')).toContain('抱歉');
    const citizen = talk();
    citizen.say('危险废物经营许可证怎么办');
    expect(citizen.last?.outcome.kind).toBe('referral');
  });
});

describe('a person', () => {
  const ask = (at: string) => talk(at).say('转人工');

  test('is there in office hours', () => {
    expect(ask('2026-11-23T10:00:00+08:00')).toContain('现在是办公时间');
  });

  test.each([
    ['2026-11-23T08:00:00+08:00', '2026-11-23（星期一）09:00'],
    ['2026-11-23T12:00:00+08:00', '2026-11-23（星期一）13:00'],
    ['2026-11-20T18:00:00+08:00', '2026-11-23（星期一）09:00'],
    // A Sunday worked for the National Day holiday.
    ['2026-09-19T12:00:00+08:00', '2026-09-20（星期日）09:00'],
    ['2026-09-30T18:00:00+08:00', '2026-10-08（星期四）09:00'],
  ])('at %s answers from %s', (at, opening) => {
    expect(ask(at)).toContain(opening);
  });

  test('while staff own the conversation the bot is silent', () => {
    const result = turn({ ...startState(), owner: 'staff' }, { kind: 'text', text: '多久答复' }, release, monday, 'm1');
    expect(result.replies).toEqual([]);
  });
});

describe('language', () => {
  test('an English question gets an English answer, a Chinese one turns back', () => {
    const citizen = talk();
    expect(citizen.say('does it cost money to apply?')).toMatch(/free|no fee|not charge/iu);
    expect(citizen.say('多久能给答复')).toMatch(/工作日/u);
  });

  test('pinyin is understood', () => {
    expect(talk().say('zenme shenqing xinxi gongkai')).toMatch(/申请/u);
  });
});

test('the same inputs make the same turn', () => {
  const once = turn(startState(), { kind: 'text', text: '我要申请公开' }, release, monday, 'm1');
  const again = turn(startState(), { kind: 'text', text: '我要申请公开' }, release, monday, 'm1');
  expect(again).toEqual(once);
});
