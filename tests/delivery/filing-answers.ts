/** What the person answers at each step of the form; a button is written `/value`. */
export const ANSWERS: Readonly<Record<string, string>> = {
  description: '沈阳市信访局2025年信访工作要点',
  check: '/form/begin',
  consent: '/form/agree',
  applicant: '个人',
  name: '张三',
  documentKind: '居民身份证',
  documentNumber: '210102199003074514',
  phone: '13840987654',
  provision: '电子版',
  delivery: '电子邮件',
  email: 'san@example.com',
};
