import fc from 'fast-check';
import { describe, expect, test } from 'vitest';
import {
  maskAddress,
  maskDocument,
  maskEmail,
  maskName,
  maskNumbersInText,
  maskOrganisation,
  maskPhone,
} from '../../src/store/index.ts';
import { dose } from '../dose.ts';
import { anyText } from './any-text.ts';

describe('masks of single fields', () => {
  test.each([
    ['张三', '张*'],
    ['李小明', '李**'],
    ['欧阳娜娜', '欧阳**'],
    ['司马光', '司马*'],
    ['阿依古丽·买买提', '阿***·***'],
    ['John Smith', 'J*** S****'],
    ['𠮷田', '𠮷*'],
    ['', ''],
  ])('name %s → %s', (name, masked) => expect(maskName(name)).toBe(masked));

  test.each([
    ['13812341234', '138****1234'],
    ['138 1234 1234', '138 **** 1234'],
    ['024-22721234', '024-******34'],
    ['22721234', '******34'],
  ])('phone %s → %s', (phone, masked) => expect(maskPhone(phone)).toBe(masked));

  test.each([
    ['210102199003074516', '210*************16'],
    ['E12345678', 'E12****78'],
    ['1234', '1**4'],
  ])('document %s → %s', (number, masked) => expect(maskDocument(number)).toBe(masked));

  test('e-mail keeps its provider', () => {
    expect(maskEmail('li.lei@example.com')).toBe('l*.***@example.com');
    expect(maskEmail('nonsense')).toBe('n*******');
  });

  test.each([
    ['辽宁省沈阳市和平区南京街1号', '辽宁省沈阳市和平区****'],
    ['沈阳市大东区小河沿路2号3单元', '沈阳市大东区****'],
    ['南京街1号', '****'],
  ])('address %s → %s', (address, masked) => expect(maskAddress(address)).toBe(masked));

  test('organisation', () => expect(maskOrganisation('沈阳某某贸易有限公司')).toBe('沈阳******公司'));
});

describe('numbers typed anywhere', () => {
  test.each([
    ['我叫张三，电话13812341234', '我叫张三，电话138****1234'],
    ['手机１３８１２３４１２３４。', '手机１３８****１２３４。'],
    ['138-1234-1234', '138-****-1234'],
    ['+86 138 1234 1234', '+86 1** **** 1234'],
    ['身份证210102199003074516,谢谢', '身份证210*************16,谢谢'],
    ['210102 19900307 451x', '210*** ******** **1x'],
    ['15位：210102900307451', '15位：210**********51'],
    ['卡号 6222 0212 3456 7890 123', '卡号 622* **** **** **** *23'],
    ['护照E12345678', '护照E1*****78'],
    ['信用代码91210100MA0XXXXX12', '信用代码912*************12'],
    ['打 024-22721234 找我', '打 024-******34 找我'],
    ['写信 li.lei@example.com', '写信 l*.***@example.com'],
    ['幺三八一二三四一二三四', '幺**********'],
  ])('%s → %s', (text, masked) => expect(maskNumbersInText(text)).toBe(masked));

  test.each([
    '编号 SPB-2026-000001',
    '2019年5月15日',
    '2019-05-15 2026-11-23',
    '拨打12345或12388',
    '国务院令第711号',
    '邮编110014',
    '97件和105件',
  ])('%s stays', (text) => expect(maskNumbersInText(text)).toBe(text));

  test('no eleven-digit mobile number survives, whatever stands around it', () => {
    const mobile = fc.tuple(fc.constantFrom('13', '15', '18'), fc.integer({ min: 0, max: 999_999_999 }));
    const around = fc.stringMatching(/^[一-龥a-z，。 ]{0,10}$/u);
    fc.assert(
      fc.property(around, mobile, around, (before, [head, tail], after) => {
        const number = `${head}${String(tail).padStart(9, '0')}`;
        expect(maskNumbersInText(`${before}，${number}，${after}`)).not.toContain(number);
      }),
      { seed: 1, numRuns: dose(100) },
    );
  });

  test('any text at all, and at once', () => {
    fc.assert(
      fc.property(anyText(300), (text) => {
        expect([...maskNumbersInText(text)].length).toBe([...text].length);
      }),
      { seed: 1, numRuns: dose(100) },
    );
    expect(maskNumbersInText('1'.repeat(10_000))).toHaveLength(10_000);
    expect(maskNumbersInText('1 '.repeat(5000))).toHaveLength(10_000);
    expect(maskNumbersInText('a.'.repeat(5000))).toHaveLength(10_000);
  });
});
