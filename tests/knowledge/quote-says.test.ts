import { describe, expect, it } from 'vitest';
import { quoteSays } from '../../src/knowledge/check/quote-says.ts';

describe('a quote bears its figure', () => {
  it.each([
    ['共收到35件', 35, '件'],
    ['发布信息3,158条', 3158, '条'],
    ['先后两次', 2, '次'],
    ['安排一名干部', 1, '名'],
    ['办理率百分之百', 100, '%'],
    ['投入3万余元', 30_000, '元'],
    ['没有引发行政复议', 0, '件'],
    ['2018年3月8日', '2018-03-08', '–'],
    ['自2017年1月1日起,至2017年12月31日止', '2017-01-01..2017-12-31', '–'],
    ['邮编:110013', '110013', '–'],
  ])('%s: %s %s', (quote, value, unit) => {
    expect(quoteSays(quote, value, unit)).toBe(true);
  });

  it.each([
    ['共收到135件', 35, '件'],
    ['共收到3.5件', 35, '件'],
    ['共收到35件', 0, '件'],
    ['投入13万余元', 30_000, '元'],
    ['2018年3月9日', '2018-03-08', '–'],
    ['邮编:110014', '110013', '–'],
  ])('but not %s: %s %s', (quote, value, unit) => {
    expect(quoteSays(quote, value, unit)).toBe(false);
  });
});
