import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dropYears, findYears, pointsBackToYear } from '../../src/conversation/understand/years.ts';
import type { Day } from '../../src/day.ts';
import { dose } from '../dose.ts';

const today = '2026-11-23' as Day;

describe('years a message speaks of', () => {
  test.each([
    ['2017年收到多少申请', [2017]],
    ['二〇一七年的年报', [2017]],
    ['17年和18年比呢', [2017, 2018]],
    ['一七年', [2017]],
    ['去年', [2025]],
    ['前年的', [2024]],
    ['大前年', [2023]],
    ['今年多少', [2026]],
    ['上年度', [2025]],
    ['2015年以前', [2014]],
  ])('%s', (text, years) => {
    expect(findYears(text, today)).toEqual(years);
  });

  test.each(['20年前的文件', '小学五年级', '7年的账', '申请编号SYXF20171', '等了十几年', '电话28513177'])(
    '%s names none',
    (text) => {
      expect(findYears(text, today)).toEqual([]);
    },
  );

  test('那年 points back, a year named does not', () => {
    expect(pointsBackToYear('那年呢')).toBe(true);
    expect(pointsBackToYear('2017年呢')).toBe(false);
  });
});

test('a year in the numerals of documents is read', () => {
  expect(findYears('贰零壹柒年网站发了多少条', today)).toEqual([2017]);
  expect(dropYears('贰零壹柒年网站发了多少条')).toBe('网站发了多少条');
});

describe('the subject without its year', () => {
  test.each([
    ['2017年收到多少申请', '收到多少申请'],
    ['去年的年报', '年报'],
    ['今年年报什么时候出', '年报什么时候出'],
    ['2017', '2017'],
  ])('%s', (text, rest) => {
    expect(dropYears(text)).toBe(rest);
  });

  test('never throws, never empties a message', () => {
    fc.assert(
      fc.property(fc.string({ unit: 'binary', maxLength: 60 }), (text) => {
        findYears(text, today);
        return text.trim() === '' || dropYears(text) !== '';
      }),
      { seed: 17, numRuns: dose(2000) },
    );
  });
});
