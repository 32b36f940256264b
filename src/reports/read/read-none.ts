/** Words for none at all, as a figure of a sentence. */
export interface StatedNone {
  readonly metric: string;
  readonly unit: string;
  readonly start: number;
}

const SUBJECTS =
  '依申请公开|依公开申请|(?:政府)?信息公开申请|公开申请|申请|行政复议|行政诉讼|复议|诉讼|举报|投诉|信息处理费|费用|收费|结转';
const SUBJECT = new RegExp(SUBJECTS, 'gu');
const DENIED = new RegExp(
  '(?:未曾|均未|没有|尚未|从未|未|无|不存在)(?:再|因[^,，。；;]{1,20}?(?=收到|发生|引发|产生|出现|引起))?' +
    '(?:收到|接到|接收到|受理|发生|引发|产生|出现|涉及|收取|被|有|存在)?' +
    `(?<what>[^,，。；;：:！？]{0,24}?(?:${SUBJECTS})(?:[、和及与或](?:${SUBJECTS}))*)`,
  'gu',
);
const COUNTED_IN_YUAN = /费/u;
/** Denies something else than that there were any: 未按时, 无正当理由. */
const OTHERWISE = /正当理由|按时|按期|逾期|及时|法定|不予|期限|异议|超/u;

/** 未收到申请 and 没有引发行政复议、行政诉讼 count as 0. A sentence that gives a number for it says so itself. */
export function findNone(text: string): readonly StatedNone[] {
  return [...text.matchAll(DENIED)].flatMap((match) => {
    const what = match.groups?.what ?? '';
    if (OTHERWISE.test(match[0]) || /\d/u.test(what)) return [];
    return [...what.matchAll(SUBJECT)].map((subject) => ({
      metric: subject[0],
      unit: COUNTED_IN_YUAN.test(subject[0]) ? '元' : '件',
      start: match.index,
    }));
  });
}
