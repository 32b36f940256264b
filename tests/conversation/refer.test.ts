import { describe, expect, test } from 'vitest';
import { renderPlain } from '../../src/channel/render-plain.ts';
import type { TurnContext } from '../../src/conversation/skill.ts';
import { type ReferralWanted, referTo } from '../../src/conversation/skills/refer.ts';
import { startState } from '../../src/conversation/state.ts';
import { dayOf } from '../../src/day.ts';
import { buildJurisdiction } from '../../src/jurisdiction/index.ts';
import { say } from '../../src/messages.ts';
import { openRelease } from './converse.ts';

const release = openRelease();
const now = new Date('2026-11-23T10:00:00+08:00');
const context = (locale: 'zh-CN' | 'en' = 'zh-CN'): TurnContext => ({
  release,
  state: startState(locale),
  now,
  today: dayOf(now),
  messageId: 'm1',
  say: (key, values) => say(release.messages, locale, key, values),
});

function refer(matterId: string, place: string | null = null, wish: ReferralWanted['wish'] = 'question') {
  const result = referTo(context(), { matterId, place, wish });
  const [reply] = result.replies;
  if (reply?.kind !== 'text') throw new Error('a referral is one text');
  return {
    ...result.outcome,
    text: reply.text,
    cited: result.outcome.sources.map((source) => `${source.title}${source.article ?? ''}`).join('\n'),
    offers: (reply.choices ?? []).map((choice) => choice.value),
  };
}

describe('a matter of another authority', () => {
  test('is told by name, with the reason, the rule and the offer to write the request', () => {
    const referral = refer('urban-planning', '2102');
    expect(referral.text).toContain('“城乡规划和规划许可”归大连市自然资源局管。');
    expect(referral.cited).toContain('第三十六条第（五）项');
    expect(referral.cited).toContain('城乡规划法');
    expect(referral.authority).toEqual({ name: '大连市自然资源局', phone: null, address: null });
    expect(referral.offers).toEqual(['request/urban-planning', 'person']);
  });

  test('without a place it is told for Shenyang, and that this was assumed', () => {
    expect(refer('statistics').text).toContain('沈阳市统计局管（没说清是哪里，先按沈阳市说）');
    expect(refer('statistics', '2102').text).not.toContain('没说清');
  });

  test('a wish for papers hears to look first and then to apply there', () => {
    const { text } = refer('construction-project', '210106', 'document');
    expect(text).toContain('主动公开');
    expect(text).toContain('向它申请公开');
  });

  test('a complaint hears its channels, and is not offered the form', () => {
    const referral = refer('pollution', '2102', 'complaint');
    expect(referral.text).toContain('信访');
    expect(referral.cited).toContain('第三十九条第一款');
    expect(referral.offers).toEqual(['person']);
  });

  test('a register is looked up by its own rules', () => {
    const referral = refer('real-estate-registration', '2102');
    expect(referral.text).toContain('不走信息公开申请');
    expect(referral.cited).toContain('第三十六条第（七）项');
  });
});

describe('what is not government information', () => {
  test.each([
    ['village-affairs', '村务公开', '第二条'],
    ['school-affairs', '公共企事业单位', '第五十五条'],
    ['court', '人民法院', '第二条'],
    ['misconduct', '12388', '第三十九条第一款'],
    ['petition-matter', '信访', '第三十九条第一款'],
  ])('%s hears its own channel instead of "apply"', (matter, words, article) => {
    const referral = refer(matter, '2101', 'document');
    expect(referral.text).toContain(words);
    expect(referral.text).not.toContain('向它申请公开');
    expect(referral.cited).toContain(article);
    expect(referral.offers).toEqual(['person']);
  });

  test('the disabled persons’ federation is named, and that it is no administrative authority', () => {
    const referral = refer('disability', '2102');
    expect(referral.text).toContain('大连市残疾人联合会');
    expect(referral.text).toContain('不是行政机关');
    expect(referral.cited).not.toContain('第三十六条');
  });
});

describe('contacts', () => {
  test('one on file is given word for word, with its source and its day', () => {
    const referral = refer('teachers');
    expect(referral.text).toContain('电话 024-22714263；地址 沈阳市沈河区北二经街55号');
    expect(referral.text).toContain('《沈阳市教育局2018年政府信息公开工作年度报告》，截至 2019-03-28');
    expect(referral.authority).toMatchObject({ phone: '024-22714263' });
  });

  test('one that is not on file is not made up', () => {
    const referral = refer('school-enrolment', '210106');
    expect(referral.text).toContain('目前没有登记它的联系方式，可以拨当地 12345 询问');
    expect(referral.authority).toEqual({ name: '沈阳市铁西区教育局', phone: null, address: null });
  });

  test('an emergency number is never offered as a hotline', () => {
    expect(refer('id-card').text).not.toContain('全国热线：110');
    expect(refer('id-card').text).toContain('110 是紧急报警电话');
  });

  test('every number in any referral stands in the knowledge base', () => {
    const { kinds, matters, authorities } = release.base;
    const known = JSON.stringify([kinds, matters, authorities]);
    for (const matter of matters) {
      for (const place of [null, '210106', '2113']) {
        const { text } = refer(matter.id, place);
        for (const number of text.match(/\d[\d-]{3,}\d/gu) ?? []) {
          expect(known.includes(number) || number === '12345', `${matter.id}: ${number}`).toBe(true);
        }
      }
    }
  });
});

test('a name borne by several places is asked about, and each button leads on', () => {
  const candidates = buildJurisdiction(release.base).findPlaces('铁西区')[0]?.candidates ?? [];
  const result = referTo(context(), { matterId: 'id-card', place: null, candidates });
  const [reply] = result.replies;
  expect(result.outcome.kind).toBe('clarify');
  expect(reply && renderPlain(reply, { sources: '依据' })).toContain('辽宁省鞍山市铁西区');
  expect(reply && 'choices' in reply ? reply.choices?.[0] : undefined).toEqual({
    value: 'refer/id-card/210106',
    label: '辽宁省沈阳市铁西区',
  });
});

test('an authority named without a matter is told too', () => {
  expect(refer('traffic-police', '2102').text).toContain('您要找的是大连市公安局交通管理部门');
});

test('the place and the matter are remembered for the next message', () => {
  const result = referTo(context(), { matterId: 'id-card', place: '2102' });
  expect(result.state?.topic).toEqual({ kind: 'matter', id: 'id-card', place: '2102' });
});

test('in English the frame and the title are English, names stay, Chinese prose is left out', () => {
  const result = referTo(context('en'), { matterId: 'statistics', place: '2101' });
  const [reply] = result.replies;
  expect(reply?.text).toContain('“Statistics” is dealt with by 沈阳市统计局');
  expect(reply?.text).not.toContain(release.base.matters.find((matter) => matter.id === 'statistics')?.why);
  expect(reply?.text).not.toMatch(/\{\w+\}/u);
});
