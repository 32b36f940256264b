/** Stands for a character that belongs to something that is no figure. */
export const MASKED = '\u0001';

/** Numbers that count nothing: titles, document numbers, ordinals, days, telephones, addresses, spans of time. */
const NOT_FIGURES: readonly RegExp[] = [
  /https?:\/\/\S+|www\.[\w./-]+|[\w.+-]+@[\w.-]+/gu,
  /《[^》]*》/gu,
  /“[^”]{1,40}”/gu,
  /[〔[［【(（]\s*\d{4}\s*[〕\]］】)）]\s*(?:第\s*)?\d+(?:\s*号)?/gu,
  /第\s*[\d零〇一二三四五六七八九十百千]+\s*(?:[号条款项次届期批个章季名位轮节版类]|部分)?/gu,
  /\d{4}\s*年(?:度)?(?:\s*\d{1,2}\s*月(?:份)?(?:\s*\d{1,2}\s*日)?)?/gu,
  /\d{1,2}\s*月(?:份|底|初|中旬)?(?:\s*\d{1,2}\s*日)?/gu,
  /\d{4}([-./])\d{1,2}\1\d{1,2}/gu,
  /(?:\d{2}|[一二三四五六七八九零〇]{2,4})年/gu,
  /(?:电话|传真|邮编|邮政编码|热线|手机|编号|文号|账号|代码|号码)(?:[:：为是\s]|号码)*[\d\-—－()（）][\d\-—－ ()（）]{2,}/gu,
  /(?<!\d)0\d{2,3}\s*[-—－]\s*\d{7,8}(?!\d)|(?<!\d)1\d{10}(?!\d)/gu,
  /\d{1,2}[:：]\d{2}(?!\d)/gu,
  /[\d一二三四五六七八九十]+届(?:[\d一二三四五六七八九十]+次)?/gu,
  // How long something took is a figure; how long something may take is none.
  /(?<!(?:平均|缩短|压缩|用时|提前|时长|减少)[^,，。；;]{0,10})[\d.一二两三四五六七八九十]+\s*(?:个\s*)?(?:工作日|小时|分钟|天)/gu,
  /[\d.一二两三四五六七八九十]+\s*(?:个\s*)?(?:自然日|周年|月|年|日|方面|层面|维度|环节|阶段|季度|号)/gu,
  // A habit, not a count: 每季度清理一次.
  /每[^,，。；;、]{0,8}[一两]\s*[次期场轮个]/gu,
  /一(?:次性|条龙|件事|项项|条条|个个|级|批(?!次)|些|部分)/gu,
];

/** The same text, as long, in half-width digits, with everything that holds no figure blotted out. */
export function maskNonFigures(text: string): string {
  let masked = toHalfWidth(text);
  for (const pattern of NOT_FIGURES) masked = masked.replaceAll(pattern, (found) => MASKED.repeat(found.length));
  return masked;
}

/** Full-width digits and signs of numbers as half-width ones; the length stays, so that offsets hold. */
export function toHalfWidth(text: string): string {
  return text
    .replaceAll(/[０-９．％]/gu, (mark) => String.fromCharCode(mark.charCodeAt(0) - 0xfee0))
    .replaceAll('﹪', '%');
}
