/** Words set apart by white space, so that a long list stays readable. */
function list(text: string): string[] {
  return text.trim().split(/\s+/u);
}

/**
 * Words that contain a place's short name and mean something else. They are matched like names, longest first,
 * and hide the name inside: 四平方米 is not 四平.
 */
export const SHADOW_WORDS: readonly string[] = list(`
  四平方 长治久安 三明治 哈密瓜 大庆典 普洱茶 开封府 中山装 新乡村 新乡镇 德州扑克
  大同小异 西安排 南通知 西宁愿 海口径 上海鲜 太原来 太原因
  西藏匿 重庆祝 规定西 江门口 黄山羊 北海洋 宁波动 金华侨
`);

/**
 * Short names that are everyday words first. They count as places only with their 区, 县 or 市, or beside a place above them.
 */
export const EVERYDAY_WORDS: ReadonlySet<string> = new Set(
  list(`
    朝阳 中山 日照 白银 来宾 安康 阿里 大理 海东 保山 和田 白城 白山 三沙 和平 大东
    新民 东方 南开 城关 新城 东城 西城 新华 解放 建设 平安 长安 灯塔 石狮 仙桃 天门
    赤壁 高安 天长 宁国 安国 永安 福安 临海 大安 安达 东兴 南安 石首 当阳 平湖 北流
    东台 东港 长乐 化州 同江 兴化 永康 乐平 同仁 子长 江山 合作 安顺 平定 开原 原平
    高平 明光 建德 阳春 海门 新泰 海阳 永城 利川 大冶 兴城 句容
  `),
);

/** Names that stand for a part of any town: they count only beside the place they belong to. */
export const GENERIC_NAMES: ReadonlySet<string> = new Set(
  list(`
    城区 郊区 矿区 东区 西区 新城区 新市区 市中区 城中区 城东区 城西区 城北区 新县
  `),
);

/** What follows when a short name is the first half of a street, a square or a housing estate. */
export const STREET_LIKE =
  /^(?:路|街|大街|大道|东路|西路|南路|北路|中路|巷|胡同|广场|大厦|花园|小区|苑|公馆|名城|里小区)/u;

/** What follows when 区, 市 or 县 belongs to the next word: 和平区域, 新民市场. */
export const SUFFIX_OF_NEXT_WORD: Readonly<Record<string, RegExp>> = {
  区: /^[域别分块间]/u,
  市: /^(?:场|值|容(?![县城])|价|面)/u,
};
