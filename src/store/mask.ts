import { maskNumbersInText, starCharacters } from './mask-text.ts';

/** Family names of two characters; without them 欧阳娜 would show half its family name and one star too many. */
const COMPOUND = new Set([
  '欧阳',
  '太史',
  '端木',
  '上官',
  '司马',
  '东方',
  '独孤',
  '南宫',
  '万俟',
  '闻人',
  '夏侯',
  '诸葛',
  '尉迟',
  '公羊',
  '赫连',
  '澹台',
  '皇甫',
  '宗政',
  '濮阳',
  '公冶',
  '太叔',
  '申屠',
  '公孙',
  '慕容',
  '仲孙',
  '钟离',
  '长孙',
  '宇文',
  '司徒',
  '鲜于',
  '司空',
  '令狐',
  '西门',
  '呼延',
  '百里',
  '东郭',
  '南门',
  '羊舌',
  '第五',
  '拓跋',
  '纳兰',
]);

/** 张三 → 张*, 欧阳娜娜 → 欧阳**, 阿依古丽·买买提 → 阿***·***, John Smith → J*** S****. */
export function maskName(name: string): string {
  const trimmed = name.trim();
  const letters = [...trimmed];
  if (/^[\p{Script=Latin}\s.'-]+$/u.test(trimmed))
    return trimmed.replaceAll(/\p{L}+/gu, (part) => starCharacters(part, 1, 0));
  if (letters.length > 2 && COMPOUND.has(letters.slice(0, 2).join(''))) return starCharacters(trimmed, 2, 0);
  return starCharacters(trimmed, 1, 0);
}

/** An organisation's name: its first two and last two characters stay. */
export function maskOrganisation(name: string): string {
  return starCharacters(name.trim(), 2, 2);
}

/** Any identity document: the first three and last two characters stay. */
export function maskDocument(number: string): string {
  const trimmed = number.trim();
  return trimmed.length > 8 ? starCharacters(trimmed, 3, 2) : starCharacters(trimmed, 1, 1);
}

/** 13812341234 → 138****1234; a landline keeps its area code and last two digits. */
export function maskPhone(phone: string): string {
  const masked = maskNumbersInText(phone.trim());
  return masked === phone.trim() ? starCharacters(masked, 0, 2) : masked;
}

/** li.lei@example.com → l*.***@example.com: the mailbox is hidden, its provider is not. */
export function maskEmail(email: string): string {
  const at = email.indexOf('@');
  return at < 1 ? starCharacters(email, 1, 0) : starCharacters(email.slice(0, at), 1, 0) + email.slice(at);
}

/** 辽宁省沈阳市和平区南京街1号 → 辽宁省沈阳市和平区****: down to the district, and never more than that. */
export function maskAddress(address: string): string {
  const district =
    /^(?:\S{2,8}?(?:省|自治区|特别行政区))?(?:\S{2,8}?(?:市|自治州|地区|盟))?(?:\S{1,8}?(?:区|县|旗|市))?/u;
  const kept = district.exec(address.trim())?.[0] ?? '';
  return `${kept}****`;
}
