import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import { dose } from '../dose.ts';
import { openJurisdiction } from './open-jurisdiction.ts';

const { base, jurisdiction } = openJurisdiction();
const read = (text: string) =>
  jurisdiction.findPlaces(text).map((mention) => mention.candidates.map((place) => place.fullName).join(' | '));

describe('a place is found by its full and its short name', () => {
  test.each([
    ['大连市的教育局在哪', ['辽宁省大连市']],
    ['大连的户口怎么迁', ['辽宁省大连市']],
    ['内蒙古的公积金', ['内蒙古自治区']],
    ['沈北的物业', ['辽宁省沈阳市沈北新区']],
    ['上海浦东的社保', ['上海市浦东新区']],
    ['北京市朝阳区派出所', ['北京市朝阳区']],
    ['前郭尔罗斯在哪', ['吉林省松原市前郭尔罗斯蒙古族自治县']],
    ['从沈阳到广州', ['辽宁省沈阳市', '广东省广州市']],
  ])('%s', (text, places) => {
    expect(read(text)).toEqual(places);
  });
});

describe('homonyms come back together, those at home first', () => {
  test.each([
    ['铁西区教育局', '辽宁省沈阳市铁西区 | 辽宁省鞍山市铁西区 | 吉林省四平市铁西区'],
    ['和平区的低保', '辽宁省沈阳市和平区 | 天津市和平区'],
  ])('%s', (text, candidates) => {
    expect(read(text)).toEqual([candidates]);
  });
});

describe('the words around a homonym settle it', () => {
  test.each([
    ['沈阳铁西的教育局', ['辽宁省沈阳市铁西区']],
    ['四平市铁西区', ['吉林省四平市铁西区']],
    ['我住鞍山，在铁西区上班', ['辽宁省鞍山市', '辽宁省鞍山市铁西区']],
    ['北京朝阳', ['北京市朝阳区']],
    ['北京东城', ['北京市东城区']],
  ])('%s', (text, places) => {
    expect(read(text)).toEqual(places);
  });

  test('of two levels with one name the higher is meant', () => {
    expect(read('吉林的医保')).toEqual(['吉林省']);
    expect(read('吉林市的医保')).toEqual(['吉林省吉林市']);
  });
});

test.each([
  '希望和平解决',
  '朝阳群众举报',
  '新民市场太脏',
  '房子有四平方米',
  '上海路的路灯坏了',
  '市区和郊区',
  '楼挡了日照',
  '双方合作',
])('everyday words are no places: %s', (text) => {
  expect(jurisdiction.findPlaces(text)).toEqual([]);
});

test.each(['A市', 'B2区的学区', '西地省高考', 'XX区', '某市房产局', 'A8县市社保'])(
  'a masked name is a place nobody can name: %s',
  (text) => {
    expect(jurisdiction.findPlaces(text)).toMatchObject([{ kind: 'anonymous', candidates: [] }]);
  },
);

test('a mention says where it stands', () => {
  expect(jurisdiction.findPlaces('我家在沈阳铁西')).toMatchObject([{ kind: 'named', text: '沈阳铁西', start: 3 }]);
});

test('every division is found by its own full name', () => {
  const missed = base.divisions.filter((division) => {
    const path = jurisdiction.placeOf(division.code)?.fullName ?? '';
    const [mention] = jurisdiction.findPlaces(path);
    return mention?.candidates.length !== 1 || mention.candidates[0]?.code !== division.code;
  });
  expect(missed).toEqual([]);
});

test('a mention is always a piece of the message, whatever the message', () => {
  const word = fc.constantFrom(
    '沈阳',
    '铁西区',
    '和平',
    '市',
    '区',
    'A',
    '7',
    '县',
    '的',
    '吉林',
    '路',
    '𠮷',
    '\u200b',
    ' ',
  );
  fc.assert(
    fc.property(fc.array(word, { maxLength: 30 }), (words) => {
      const text = words.join('');
      for (const mention of jurisdiction.findPlaces(text)) {
        expect(text.slice(mention.start, mention.start + mention.text.length)).toBe(mention.text);
      }
    }),
    { seed: 36, numRuns: dose(500) },
  );
});

describe('names in Latin letters', () => {
  test.each([
    ['who runs the schools in Heping District, Shenyang', '210102'],
    ['land records of Dalian', '2102'],
    ['a company in Hong Kong', '81'],
    ["Xi'an police", '6101'],
  ])('%s', (text, code) => {
    expect(jurisdiction.findPlaces(text)[0]?.candidates.map((place) => place.code)).toContain(code);
  });

  test('are whole words', () => {
    expect(read('my daliance')).toEqual([]);
  });
});
