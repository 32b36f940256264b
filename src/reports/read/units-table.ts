/** What reports count in, longest first where one begins another. 余件 and the like are taken apart before. */
const COUNTED =
  '人次 篇次 条次 件次 场次 户次 批次 家次 车次 余次 项次 个次 平方米 平方公里 公里 条目 件套 ' +
  '个工作日 工作日 小时 分钟 天 条 件 篇 个 次 期 幅 场 份 项 例 起 名 人 户 家 处 部 宗 卷 本 册 页 张 批 封 通 级 节 轮 台 套 则 款 字 站 位 组 类 座 亩 吨 集 段 版 支 帧 遍 辆 路 门 点 所 只 枚 块 栏 步 种 幢 栋 对 班 笔 单';
const MONEY = '元';

/** Units as one alternation, the longest first. */
export const UNIT_PATTERN = [...COUNTED.split(' '), MONEY].toSorted((a, b) => b.length - a.length).join('|');

/** Units a number written in Chinese characters may count: with others it is too often a turn of phrase. */
export const SPELT_UNIT_PATTERN =
  '人次|篇次|场次|名|件|次|期|项|场|份|篇|例|条|起|个|位|人(?!民|大|员)|类(?!别|型|似)|部(?![分门署委])|家(?![庭长])|处|批次|种|册|户|级(?=.{0,4}(?:体系|网络|架构|联动|平台))';

/** Multipliers of Chinese numbers. */
export const SCALES: Readonly<Record<string, number>> = {
  百: 100,
  千: 1000,
  万: 10_000,
  百万: 1_000_000,
  千万: 10_000_000,
  亿: 100_000_000,
};
