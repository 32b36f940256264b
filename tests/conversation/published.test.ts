import { describe, expect, it } from 'vitest';
import { type Chart, readChart } from '../../src/channel/chart.ts';
import { startState } from '../../src/conversation/state.ts';
import { turn } from '../../src/conversation/turn.ts';
import { openRelease } from './converse.ts';

const release = openRelease();
const NOW = new Date('2026-11-23T02:00:00Z');

function ask(text: string): { text: string; urls: (string | null)[]; numbers: (number | string)[]; id: string | null } {
  const { replies, outcome } = turn(startState(), { kind: 'text', text }, release, NOW, 'm1');
  const said = replies.map((reply) => ('text' in reply ? (reply.text ?? '') : '')).join('\n');
  const urls = outcome.sources.map(({ url }) => url);
  return { text: said, urls, numbers: outcome.figures.map(({ value }) => value), id: outcome.id };
}

describe('figures of other authorities', () => {
  it('are told with the report’s words and the page', () => {
    const told = ask('2023年沈河区办理了多少件公开申请');
    expect(told).toMatchObject({ numbers: [195], urls: [expect.stringContaining('shenyang.gov.cn')] });
    expect(told.text).toContain('报告原文：全区共办理政府信息公开申请195件');
  });

  it('are compared, with the difference and a word of care', () => {
    const told = ask('辽阳市和沈河区谁收到的申请多');
    expect(told.numbers).toEqual([385, 195]);
    expect(told.text).toContain('辽阳市人民政府比沈阳市沈河区多190');
    expect(told.text).toContain('口径');
  });

  it('are ranked beside the own ones', () => {
    const told = ask('各单位收到的申请排名');
    expect(told.numbers.slice(0, 3)).toEqual([385, 195, 35]);
    expect(told.text).toMatch(/^1\. 辽阳市人民政府（2023年度）：385件/u);
  });

  it('give a share of their whole', () => {
    expect(ask('沈阳市统计局网站公开占比多少').text).toContain('占46.4%');
  });

  it('say that one year shows no change', () => {
    expect(ask('沈河区这几年收到的申请有什么变化').text).toContain('看不出变化');
  });

  it('keep what is not exact as it is, and what is odd beside it', () => {
    expect(ask('沈阳市教育局公开了多少条信息').text).toContain('约7800条');
    expect(ask('沈阳市自然资源局主动公开了多少条').text).toContain('13485');
  });
});

describe('a chart goes with figures side by side', () => {
  function draw(text: string, asked = release): { said: string; chart: Chart | undefined } {
    const { replies } = turn(startState(), { kind: 'text', text }, asked, NOW, 'm1');
    const last = replies.at(-1);
    return last && 'file' in last
      ? { said: last.text, chart: readChart(last.file.reference) }
      : { said: '', chart: undefined };
  }

  it('of many authorities, each number with its page, and in words for who cannot see it', () => {
    const { said, chart } = draw('各单位收到的申请排名');
    expect(chart?.points.slice(0, 2)).toMatchObject([
      {
        label: '辽阳市人民政府（2023年度）',
        value: 385,
        shown: '385件',
        source: { url: expect.stringContaining('http') },
      },
      { value: 195 },
    ]);
    expect(said).toMatch(/^柱状图《收到或办理的政府信息公开申请(?:（件）)?》：辽阳市人民政府（2023年度） 385件；/u);
  });

  it('of two, the larger first', () => {
    expect(draw('沈河区和辽阳市谁收到的申请多').chart?.points.map(({ value }) => value)).toEqual([385, 195]);
  });

  it('of a share, up to a hundred', () => {
    const { chart } = draw('沈阳市统计局网站公开占比多少');
    expect(chart).toMatchObject({ most: 100, points: [{ value: 46.4, shown: '46.4%（306/659）' }] });
  });

  it('of nothing where there is one number, or none', () => {
    for (const question of [
      '2023年沈河区办理了多少件公开申请',
      '沈河区这几年收到的申请有什么变化',
      '沈阳市公安局收到多少申请',
    ])
      expect(draw(question).chart).toBeUndefined();
  });

  it('of years as a line, where there are several', () => {
    const of2023 = release.published.figures.find(
      ({ authority, metric }) => authority === '辽阳市人民政府' && metric.id === 'requests-received',
    );
    const earlier = of2023
      ? [
          { ...of2023, year: 2021, amount: 300, value: 300 },
          { ...of2023, year: 2022 },
        ]
      : [];
    const published = { ...release.published, figures: [...release.published.figures, ...earlier] };
    const { said, chart } = draw('辽阳市这几年收到的申请有什么变化', { ...release, published });
    expect(chart).toMatchObject({
      shape: 'line',
      points: [{ label: '2021', value: 300 }, { label: '2022' }, { label: '2023' }],
    });
    expect(said).toMatch(/^折线图《辽阳市人民政府历年收到或办理的政府信息公开申请（件）》：2021 300件；/u);
  });
});

describe('what is not held', () => {
  it.each([
    ['沈河区2019年收到多少申请', '没有沈阳市沈河区2019年的年度报告，有的是2023年度的'],
    ['沈阳市自然资源局有多少件行政复议', '没有“政府信息公开行政复议”'],
  ])('%s', (question, words) => {
    expect(ask(question)).toMatchObject({ numbers: [], text: expect.stringContaining(words) });
  });

  it('is an authority without a report: its neighbour’s figures do not stand in', () => {
    for (const question of ['沈阳市公安局收到多少申请', '沈河区教育局收到多少申请', '杭州市2023年收到多少申请']) {
      expect(ask(question).numbers).toEqual([]);
    }
  });

  it('can be asked for: which authorities and years there are', () => {
    const { text } = ask('你们有哪些单位的年报');
    expect(text).toContain('沈阳市信访局：2017年度');
    expect(text).toContain('辽阳市人民政府：2023年度');
  });
});

describe('the own report', () => {
  it('is answered as before', () => {
    expect(ask('2017年收到多少件申请')).toMatchObject({ id: 'requests-received' });
    expect(ask('信访局主动公开了多少条')).toMatchObject({ id: 'proactive-items' });
  });
});
