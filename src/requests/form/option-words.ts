import { foldLine, tidyLine } from './read/tidy.ts';

/** Words that mean an option when they are the answer or part of it. Longer words are tried first. */
const WORDS: Readonly<Record<string, readonly string[]>> = {
  person: [
    '个人',
    '公民',
    '自然人',
    '我自己',
    '自己',
    '本人',
    '私人',
    '老百姓',
    '以个人名义',
    'person',
    'individual',
    'myself',
    'me',
  ],
  organisation: [
    '单位',
    '组织',
    '公司',
    '企业',
    '法人',
    '机构',
    '团体',
    '协会',
    '合作社',
    '律所',
    '事务所',
    '学校',
    '报社',
    '社会组织',
    '工厂',
    '店',
    'organisation',
    'organization',
    'company',
  ],
  resident_id: ['居民身份证', '身份证', '二代证', 'resident id', 'id card', 'identity card'],
  passport: ['护照', 'passport'],
  hkmo_permit: ['港澳居民来往内地通行证', '港澳通行证', '回乡证', '港澳', 'hong kong', 'macao'],
  taiwan_permit: ['台湾居民来往大陆通行证', '台胞证', '台湾', 'taiwan'],
  uscc: ['统一社会信用代码', '社会信用代码', '信用代码', '营业执照', '执照', '法人证书', '登记证书', 'credit code'],
  other: ['其他', '其它', '别的', '军官证', '士兵证', '永久居留', '户口本', '驾驶证', '都没有', 'other'],
  paper: ['纸质', '纸面', '纸的', '打印', '复印件', '复印', '书面', 'paper', 'print'],
  electronic: ['电子版', '电子', '扫描', '照片', 'pdf', 'word', '光盘', '网上', 'electronic', 'digital'],
  inspection: ['查阅', '当场看', '现场看', '去看', '看一看', '抄录', '阅览', 'inspect', 'on site'],
  mail: ['邮寄', '寄给我', '寄来', '寄到', '快递', '邮政', '寄', 'by post', 'post', 'mail'],
  email: ['电子邮件', '电子邮箱', '邮件', '邮箱', '发邮箱', 'e-mail', 'email'],
  pickup: [
    '自己取',
    '自取',
    '领取',
    '去取',
    '来取',
    '取',
    '当面',
    '现场',
    '上门',
    '自己拿',
    'pick up',
    'pickup',
    'collect',
    'in person',
  ],
};

/** English words only count whole: there is a "mail" in "email" and a "me" in "some". */
function contains(text: string, word: string): boolean {
  return /^[a-z]/u.test(word) ? new RegExp(`(?<![a-z-])${word}(?![a-z])`, 'u').test(text) : text.includes(word);
}

/** Length of the option's longest word in a text, 0 when it has none. */
function measure(option: string, text: string): number {
  return Math.max(0, ...(WORDS[option] ?? []).filter((word) => contains(text, word)).map((word) => word.length));
}

/**
 * The option an answer in own words means: exactly one of a question's options, or undefined when none or several fit.
 * The longest word decides, so that 电子邮件 is e-mail and not an electronic copy sent by post.
 */
export function matchOption(text: string, options: readonly string[]): string | undefined {
  const line = foldLine(text);
  if (options.includes(line)) return line;
  const exact = options.filter((option) => WORDS[option]?.includes(line));
  if (exact.length === 1) return exact[0];
  const positive = line.replaceAll(/(?:不是|不要|不用|不想|没有|not )[^，,。；;]*/gu, '');
  const scored = options
    .map((option) => ({ option, length: measure(option, positive) }))
    .sort((a, b) => b.length - a.length);
  const [best, next] = scored;
  return best && best.length > (next?.length ?? 0) ? best.option : undefined;
}

const DIGITS = '一二三四五六七八九';

/** The number of a choice typed as 2, 二, 第2个, 选2, ②, 2. — undefined when the message is anything else. */
export function readChoiceNumber(text: string): number | undefined {
  const line = tidyLine(text.normalize('NFKC'));
  const match =
    /^(?:第|选|选择|我选|我要选)?\s*(?:[(（]\s*)?(\d{1,2}|[一二三四五六七八九])\s*(?:[)）]\s*)?(?:个|项|种|号)?[.、。吧]?$/u.exec(
      line,
    );
  const digits = match?.[1];
  if (digits === undefined) return undefined;
  const chinese = DIGITS.indexOf(digits);
  return chinese >= 0 ? chinese + 1 : Number(digits);
}
