import fc from 'fast-check';
import { describe, expect, it, test } from 'vitest';
import type { Day } from '../../../src/day.ts';
import { readCreditCode } from '../../../src/requests/form/read/credit-code.ts';
import { readAddress, readDescription, seemsSeveralMatters } from '../../../src/requests/form/read/description.ts';
import { readDocumentNumber } from '../../../src/requests/form/read/document-number.ts';
import { readEmail } from '../../../src/requests/form/read/email.ts';
import { readOrganisationName, readPersonName } from '../../../src/requests/form/read/name.ts';
import { readPhone } from '../../../src/requests/form/read/phone.ts';
import type { Reading } from '../../../src/requests/form/read/reading.ts';
import { readResidentId } from '../../../src/requests/form/read/resident-id.ts';
import { dose } from '../../dose.ts';

const today = '2026-11-23' as Day;
/** The value accepted, or the key of what is wrong. */
const show = (reading: Reading) => (reading.ok ? reading.value : `✗ ${reading.problem.key}`);

describe('a resident identity number', () => {
  test.each([
    ['11010519491231002X', '11010519491231002X'],
    ['11010519491231002x', '11010519491231002X'],
    ['110105 19491231 002X', '11010519491231002X'],
    ['110105-19491231-002x', '11010519491231002X'],
    ['110105.19491231.002X。', '11010519491231002X'],
    ['１１０１０５１９４９１２３１００２Ｘ', '11010519491231002X'],
    ['身份证号：11010519491231002X', '11010519491231002X'],
    ['我的身份证号码是11010519491231002X', '11010519491231002X'],
    ['一一〇一〇五一九四九一二三一〇〇二X', '11010519491231002X'],
    ['\u200b110105194912\u202e31002X', '11010519491231002X'],
    ['110105194912310021', '✗ id_checksum'],
    ['110105194912310020', '✗ id_checksum'],
    ['11010519491231002', '✗ id_length'],
    ['11010519491231002X1', '✗ id_characters'],
    ['110105491231002', '✗ id_15'],
    ['991105194912310022', '✗ id_province'],
    ['110105194902300021', '✗ id_birth'],
    ['110105194913010021', '✗ id_birth'],
    ['110105202701010023', '✗ id_birth'],
    ['110105179912310021', '✗ id_birth'],
    ['张三', '✗ id_characters'],
    ['', '✗ id_characters'],
  ])('%j is read as %s', (typed, read) => {
    expect(show(readResidentId(typed, today))).toBe(read);
  });

  it('counts what was typed', () => {
    const reading = readResidentId('11010519491231', today);
    expect(reading).toEqual({ ok: false, problem: { key: 'id_length', values: { count: 14 } } });
  });

  it('never passes with one digit wrong', () => {
    const good = '11010519491231002X';
    fc.assert(
      fc.property(fc.integer({ min: 0, max: 16 }), fc.integer({ min: 1, max: 9 }), (at, add) => {
        const wrong = good.slice(0, at) + ((Number(good[at]) + add) % 10) + good.slice(at + 1);
        expect(readResidentId(wrong, today).ok).toBe(false);
      }),
      { seed: 29, numRuns: dose(150) },
    );
  });
});

describe('a unified social credit code', () => {
  test.each([
    ['91350100M000100Y43', '91350100M000100Y43'],
    ['91350100m000100y43', '91350100M000100Y43'],
    ['9135 0100 M000 100Y 43', '91350100M000100Y43'],
    ['9135O1OOMOOO1OOY43', '91350100M000100Y43'],
    ['信用代码：91350100M000100Y43', '91350100M000100Y43'],
    ['91350100M000100Y44', '✗ uscc_checksum'],
    ['91350100M000100Z43', '✗ uscc_characters'],
    ['91350100M000100Y4', '✗ uscc_length'],
    ['210100000012345', '✗ uscc_old'],
    ['M000100Y4', '✗ uscc_old'],
    ['没有', '✗ uscc_characters'],
  ])('%j is read as %s', (typed, read) => {
    expect(show(readCreditCode(typed))).toBe(read);
  });
});

describe('a phone number', () => {
  test.each([
    ['13800138000', '13800138000'],
    ['138 0013 8000', '13800138000'],
    ['138-0013-8000', '13800138000'],
    ['+86 138 0013 8000', '13800138000'],
    ['008613800138000', '13800138000'],
    ['8613800138000', '13800138000'],
    ['１３８００１３８０００', '13800138000'],
    ['我的手机是13800138000。', '13800138000'],
    ['幺三八零零幺三八零零零', '13800138000'],
    ['024-22721234', '024-22721234'],
    ['(024) 2272 1234', '024-22721234'],
    ['024 22721234 转 8012', '024-22721234转8012'],
    ['0413-5712345', '0413-5712345'],
    ['400-812-3456', '4008123456'],
    ['+852 2810 2000', '+85228102000'],
    ['22721234', '✗ phone_area'],
    ['1380013800', '✗ phone_length'],
    ['138001380001', '✗ phone_length'],
    ['12345', '✗ phone_shape'],
    ['没有电话', '✗ phone_characters'],
  ])('%j is read as %s', (typed, read) => {
    expect(show(readPhone(typed))).toBe(read);
  });
});

describe('an e-mail address', () => {
  test.each([
    ['zhang.san@example.com', 'zhang.san@example.com'],
    [' Zhang_San@Example.COM ', 'Zhang_San@Example.COM'],
    ['zhangsan＠example．com', 'zhangsan@example.com'],
    ['zhangsan@example。com', 'zhangsan@example.com'],
    ['zhangsan @ example . com', 'zhangsan@example.com'],
    ['邮箱：10001@qq.com', '10001@qq.com'],
    ['我的邮箱是10001@qq.com。', '10001@qq.com'],
    ['10001qq.com', '✗ email_at'],
    ['zhangsan@example', '✗ email_shape'],
    ['zhang..san@example.com', '✗ email_shape'],
    ['@example.com', '✗ email_shape'],
  ])('%j is read as %s', (typed, read) => {
    expect(show(readEmail(typed))).toBe(read);
  });
});

describe('a name', () => {
  test.each([
    ['张三', '张三'],
    ['我叫张三', '张三'],
    ['姓名：张三。', '张三'],
    ['张 三', '张三'],
    ['阿依古丽•买买提', '阿依古丽·买买提'],
    ['𠮷田龘', '𠮷田龘'],
    ['張三豐', '張三豐'],
    ["Jean-Luc O'Neill", "Jean-Luc O'Neill"],
    ['My name is Mary Smith', 'Mary Smith'],
    ['张', '✗ name_short'],
    ['张三123', '✗ name_characters'],
    ['<b>张三</b>', '✗ name_characters'],
    ['匿名', '✗ name_anonymous'],
    ['不想说', '✗ name_anonymous'],
    ['张'.repeat(41), '✗ name_long'],
  ])('of a person %j is read as %s', (typed, read) => {
    expect(show(readPersonName(typed))).toBe(read);
  });

  test.each([
    ['沈阳某某科技有限公司', '沈阳某某科技有限公司'],
    ['单位名称：辽宁（沈阳）律师事务所', '辽宁（沈阳）律师事务所'],
    ['3M中国有限公司', '3M中国有限公司'],
    ['张三', '✗ organisation_short'],
    ['某某公司<script>', '✗ organisation_characters'],
    ['公'.repeat(81), '✗ name_long'],
  ])('of an organisation %j is read as %s', (typed, read) => {
    expect(show(readOrganisationName(typed))).toBe(read);
  });
});

describe('another document', () => {
  test.each([
    ['passport', 'e12345678', 'E12345678'],
    ['passport', '护照 EA1234567', 'EA1234567'],
    ['passport', 'ABC', '✗ passport_shape'],
    ['hkmo_permit', 'h 12345678', 'H12345678'],
    ['hkmo_permit', '12345678', '✗ hkmo_shape'],
    ['taiwan_permit', '0123 4567', '01234567'],
    ['taiwan_permit', '1234', '✗ taiwan_shape'],
    ['other', '军官证 某字第1234567号', '军官证 某字第1234567号'],
    ['other', '军官证', '✗ other_shape'],
  ] as const)('%s %j is read as %s', (kind, typed, read) => {
    expect(show(readDocumentNumber(typed, kind, today))).toBe(read);
  });
});

describe('a description', () => {
  test.each([
    ['2017年信访工作要点', '2017年信访工作要点'],
    ['  沈信发〔2017〕3号\r\n\r\n\r\n\r\n附件 ', '沈信发〔2017〕3号\n\n附件'],
    ['文件', '✗ description_short'],
    ['我想要一份', '✗ description_short'],
    ['请公开', '✗ description_short'],
    ['。。。。。。', '✗ description_short'],
    ['02422721234', '✗ description_short'],
    ['91350100M000100Y43', '✗ description_short'],
    ['字'.repeat(2001), '✗ description_long'],
  ])('%j is read as %s', (typed, read) => {
    expect(show(readDescription(typed))).toBe(read);
  });

  test.each([
    ['1. 2017年预算 2. 2017年决算', true],
    ['（一）征收决定（二）补偿方案', true],
    ['请公开征收决定，另外请公开补偿方案', true],
    ['2017年3月1日印发的信访工作要点', false],
    ['沈阳市第二次信访联席会议纪要', false],
  ])('%j seems several matters: %s', (typed, several) => {
    expect(seemsSeveralMatters(typed)).toBe(several);
  });
});

test.each([
  ['辽宁省沈阳市沈河区市府大路1号 110013', '辽宁省沈阳市沈河区市府大路1号 110013'],
  ['我的地址是沈阳市新民市大民屯镇某村三组', '沈阳市新民市大民屯镇某村三组'],
  ['沈阳', '✗ address_short'],
  ['12345678', '✗ address_short'],
  ['路'.repeat(151), '✗ address_long'],
])('the address %j is read as %s', (typed, read) => {
  expect(show(readAddress(typed))).toBe(read);
});
