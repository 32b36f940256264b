/** What somebody says to the bot from the first word of a filing up to the phone, without filing. */
export const FORM = [
  '我要申请',
  '沈信发〔2017〕3号文件',
  '同意',
  '个人',
  '诸葛鹦鹉',
  '居民身份证',
  '11010519491231002X',
  '13812341234',
];

/** The same to its end. */
export const FILE = [...FORM, '纸质', '自己去取', '提交'];
