import { expect, test } from 'vitest';
import { asksToApply, readCarriedText } from '../../../src/requests/index.ts';

test.each([
  ['我要申请公开2023年信访工作要点', '2023年信访工作要点'],
  ['帮我写一份申请：沈阳市铁西区征地补偿方案', '沈阳市铁西区征地补偿方案'],
  ['我要申请公开2017年政府信息公开工作年度报告', '2017年政府信息公开工作年度报告'],
  ['请公开铁西区某小区规划图', '请公开铁西区某小区规划图'],
  ['I want to apply for the annual report of 2019', 'the annual report of 2019'],
  ['我要申请', null],
  ['我要申请政府信息公开', null],
  ['帮我填申请表', null],
  ['申请公开要多久答复？', null],
  ['怎么申请', null],
  ['', null],
])('%j holds the description %j', (message, description) => {
  expect(readCarriedText(message)).toBe(description);
});

test.each([
  ['我要申请公开沈阳市铁西区2023年征地补偿方案', true],
  ['你好，我想申请公开某小区规划图', true],
  ['请帮我申请公开2019年决算', true],
  ['我要申请公开', false],
  ['我要申请公开征地文件需要什么材料', false],
  ['我能申请公开别人的信息吗', false],
  ['申请公开的期限', false],
  ['我申请公开被拒绝，谁来管', false],
  ['我申请公开某小区规划图，他们不理', false],
  ['我要申请公开被拒绝后的救济', false],
])('%j asks to apply: %s', (message, applies) => {
  expect(asksToApply(message)).toBe(applies);
});
