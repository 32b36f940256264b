import type { SearchEntry } from '../../../src/knowledge/search/index.ts';

const lines = `hours | 图书馆几点开门 | 周末也开放吗 | 晚上开到几点 | 节假日开不开
card | 怎么办借书证 | 第一次来要办什么卡 | 借阅证在哪里申请 | 办读者卡要带什么
card-lost | 借书证丢了怎么办 | 卡不见了能补吗 | 遗失读者卡如何挂失 | 补一张借阅卡
borrow-count | 一次能借几本书 | 最多借多少册 | 借书数量有限制吗 | 可以同时借十本吗
borrow-days | 书可以借多久 | 借期是几天 | 多少天以内要还 | 借阅时间有多长
renew | 怎么续借 | 看不完能延长吗 | 可以在网上续期吗 | 续借几次
overdue | 超期了罚多少钱 | 还书晚了有什么后果 | 过期不还怎么处理 | 逾期费怎么算
lost-book | 把书弄丢了赔多少 | 借的书丢失怎么赔偿 | 遗失图书照价赔吗 | 书找不到了要赔钱吗
damage | 书被弄湿了怎么办 | 撕坏一页要赔吗 | 图书污损如何赔偿 | 孩子在书上乱画
return-elsewhere | 可以在分馆还书吗 | 异地还书 | 门口的还书箱能用吗 | 不是在这里借的能还这里吗
reserve | 想看的书被借走了能预约吗 | 预定图书 | 怎么排队等一本书 | 书到了会通知我吗
donate | 我想捐书 | 家里旧书送给图书馆行吗 | 捐赠图书怎么联系 | 接受二手书吗
print | 馆里能打印吗 | 复印资料多少钱一张 | 哪里可以扫描 | 打印机在几楼
wifi | 无线网络密码是多少 | 馆内怎么上网 | 有免费网络吗 | 连不上无线网
seat | 自习座位要预约吗 | 怎么占座 | 座位预约过号会怎样 | 有没有自习室
children | 少儿区在哪 | 小朋友看书去哪层 | 孩子几岁可以进 | 绘本放在什么地方
storytime | 周六有故事会吗 | 亲子活动怎么报名 | 讲故事活动几点开始 | 儿童活动要钱吗
lecture | 最近有什么讲座 | 讲座怎么报名 | 专家讲课在哪听 | 讲座能不能带孩子
blind | 有盲文书吗 | 视力不好的人怎么看书 | 听书设备在哪借 | 盲人阅览室
wheelchair | 坐轮椅能进去吗 | 有无障碍电梯吗 | 残疾人通道在哪 | 老人腿脚不便怎么上楼
parking | 附近能停车吗 | 停车收费吗 | 地下车库怎么进 | 自行车停哪里
food | 可以带饭进去吗 | 馆里有餐厅吗 | 哪里能喝热水 | 能不能带饮料
locker | 包放哪里 | 有储物柜吗 | 存包要钱吗 | 储物柜忘了密码
lost-property | 东西落在馆里了 | 捡到手机交给谁 | 失物招领在哪 | 雨伞忘在阅览室
newspaper | 有旧报纸吗 | 怎么查二十年前的报纸 | 过期期刊在哪一层 | 想看当天的日报
local-history | 想查本地地方志 | 老地图在哪里看 | 家谱能查吗 | 查本市历史资料
ebook | 电子书怎么看 | 手机上能借书吗 | 数据库怎么登录 | 在家能看电子期刊吗
suggest | 想推荐买一本书 | 馆里没有的书能买吗 | 荐购图书 | 给图书馆提采购建议
volunteer | 想当志愿者 | 学生义工怎么报名 | 做志愿服务有证明吗 | 周末志愿者还要人吗
complain | 工作人员态度不好找谁 | 我要提意见 | 投诉电话是多少 | 阅览室太吵没人管`;

/** A town library's desk: small, in our own words, with entries that lie close together on purpose. */
export const libraryBase: readonly SearchEntry[] = lines.split('\n').map((line) => {
  const [id = '', ...phrasings] = line.split(' | ');
  return { id, phrasings };
});
