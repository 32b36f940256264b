import type { DocumentFacts } from '../../../src/requests/documents/facts.ts';

/** A case in which everything is known that any document asks for; people and files in it are made up. */
export const FULL: DocumentFacts = {
  rule: '2019',
  authority: {
    name: '沈阳市信访局',
    office: '沈阳市信访局办公室',
    address: '沈阳市沈河区市府大路436号',
    postcode: '110013',
    phone: '024-28513177',
  },
  request: {
    number: 'SPB-2026-000012',
    filedOn: '2026-03-02',
    receivedOn: '2026-03-04',
    receivedBy: 'internet',
    dueOn: '2026-04-01',
    description: '2025年度信访事项办理情况统计表（按区县分列）',
    provision: 'electronic',
    delivery: 'email',
    secret: 'BCDF2345',
  },
  requester: {
    applicant: 'person',
    name: '王小明',
    documentKind: 'resident_id',
    documentNumber: '210102199001011234',
    contactName: '李华',
    phone: '13800000000',
    email: 'wang@example.cn',
    address: '沈阳市和平区某街1号',
    postcode: '110001',
  },
  letter: { number: '沈信公开告〔2026〕12号', on: '2026-03-20' },
  clarification: {
    unclear: '没有写明统计表涉及的信访事项类型。',
    supply: '需要的信访事项类型，或者能够查找的文号',
    until: '2026-03-27',
    number: '沈信公开补〔2026〕3号',
    on: '2026-03-10',
  },
  extension: { dueOn: '2026-04-30', reason: '需要从历史档案中逐件核对', approver: '张主任' },
  consultation: {
    of: 'third_party',
    party: '沈阳某某商贸有限公司',
    information: '你公司信访事项答复意见书中的经营数据',
    reason: '其中可能含有商业秘密',
    sentOn: '2026-03-11',
    number: '沈信公开征〔2026〕2号',
    on: '2026-03-11',
  },
  excess: {
    facts: '2026年2月提出申请46件',
    until: '2026-03-27',
    number: '沈信公开理〔2026〕1号',
    on: '2026-03-12',
    dueOn: '2026-06-30',
    reason: '涉及卷宗数量多',
  },
  fee: {
    standard: 'item',
    count: 31,
    amount: 2200,
    payBy: '2026-04-15',
    payTo: '非税收入缴款书，见附页',
    steps: [
      { range: '1—10件', count: 10, price: 0, amount: 0 },
      { range: '11—30件', count: 20, price: 100, amount: 2000 },
      { range: '31—40件', count: 1, price: 200, amount: 200 },
    ],
  },
  handling: {
    channel: 'web',
    jurisdiction: 'own',
    form: 'complete',
    proposal: '建议受理，交督查处提出答复意见。',
    clerk: '赵经办',
    on: '2026-03-05',
  },
  assignment: {
    unit: '督查处',
    matter: '就申请内容提出答复意见',
    supply: '统计表原件或者检索记录',
    returnBy: '2026-03-16',
    clerk: '赵经办',
    on: '2026-03-06',
  },
  decision: {
    outcome: 'A1',
    where: '本机关网站“政府信息公开”栏目（www.syxf.gov.cn）',
    provided: '2025年度信访事项办理情况统计表',
    availableOn: '2026-03-25',
    ground: 'process',
    reason: '该材料为办理过程中的讨论记录。',
    withheld: '表中涉及个人的备注栏',
    searched: '检索了本机关档案室2025年文书档案和信访信息系统，关键词为“统计表”',
    authority: '沈阳市自然资源局',
    contact: '电话024-00000000，地址沈阳市某路1号',
    contactSource: '该机关信息公开指南，2026年1月公布',
    earlierNumber: '沈信公开告〔2026〕5号',
    earlierOn: '2026-02-10',
    rules: '《不动产登记暂行条例》对查询登记资料作出规定',
    channel: '沈阳市信访局接待大厅，或者国家信访局网上信访平台',
    correction: 'corrected',
    record: '登记的来访日期有误',
  },
};

/** The same case without one fact, by `group.name`. */
export function without(facts: DocumentFacts, name: string): DocumentFacts {
  const [group = '', field = ''] = name.split('.');
  const values: Record<string, unknown> = { ...(facts[group as keyof DocumentFacts] as object) };
  delete values[field];
  return { ...facts, [group]: values };
}

/** Facts of a case filed under the rules of 2007. */
export const OLD: DocumentFacts = {
  ...FULL,
  rule: '2007',
  request: {
    ...FULL.request,
    number: 'SPB-2017-000007',
    filedOn: '2017-03-02',
    receivedOn: '2017-03-03',
    dueOn: '2017-03-24',
  },
  letter: { number: '沈信公开告〔2017〕7号', on: '2017-03-20' },
};
