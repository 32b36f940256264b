/**
 * Words that speak of the same thing without meaning the same: what a citizen says and what the office calls it often differ,
 * but stay within one kind (doctor, clinic, appointment). Written for this project from everyday life and dealings with
 * offices. One kind a line, named by its first word, the words parted by spaces, `_` for the space inside an English phrase.
 * Only ever compared beside the words themselves, never instead of them.
 */
export const WORD_KINDS = `申请 申报 申办 申领 办理 办 登记 预约 报名 注册 提交 填报 填写 上报 备案 报备 提出 递交 办证 申购 报送 手续 流程 步骤 程序 指引
查询 查看 查找 查阅 看 查 找 搜索 检索 找到 核实 核对 核验 查验 查得到 看到 显示
修改 更改 变更 改 换 更换 更正 纠正 填错 写错 错了 弄错 错误 有误 不对 输错 重填 调整
补办 补领 换领 换证 换发 补发 丢失 遗失 丢了 弄丢 不见了 损坏 坏了 弄坏 破损 挂失 重办 重新办 掉了 找不到
取消 撤销 撤回 注销 退订 解除 作废 终止 停止 去不了 不想要 不要了 销户 解绑 停办
过期 到期 续签 续办 延期 续期 失效 有效期 续 签注 期满 超期 逾期
绑定 关联 添加 绑 加入
领取 领 取 拿 收到 发放 派发 下发 到手 取件 自取
邮寄 快递 寄 寄送 送达 包裹 物流 顺丰 邮政
登录 登陆 密码 账号 帐号 账户 帐户 验证码 确认码 实名 认证 用户名 找回密码
入口 界面 页面 栏目 网址 链接 按钮 专区 模块 菜单 首页 窗口 哪里进 网站 公众号 小程序 app 软件 客户端 平台
地址 地点 位置 住址 居住地 在哪 哪里 地方
电话 号码 手机号 联系方式 热线 客服 联系 打电话
医院 诊所 医生 大夫 看病 门诊 挂号 就诊 就医 住院 科室 专家 卫生院 护士
医保 医疗保险 报销 医疗费 统筹 参保 社保 社会保险 养老保险 失业保险 工伤保险 生育保险 五险 五险一金 缴费 断缴 补缴 参保人
生育 产假 怀孕 生孩子 产检 准生证 生育津贴 计划生育 二胎 三胎 分娩 生小孩 孕妇 待产
退休 养老金 退休金 养老 老年人 老人 老年 敬老 高龄 退休工资
失业 失业金 就业 找工作 招聘 求职 下岗 再就业 上班 工作 打工 务工 入职 应聘
工资 薪水 欠薪 拖欠 讨薪 加班费 最低工资 薪资 农民工 劳动报酬 劳动合同 劳动仲裁 辞退 开除 裁员 辞职 离职
户口 户籍 入户 落户 迁入 迁出 迁移 迁户 随迁 投靠 移居 户口本 集体户 立户 分户 上户口
身份证 居民身份证 证件 临时身份证 居住证 暂住证 户口簿
护照 签证 港澳通行证 通行证 出入境 出国 出境 台湾 港澳 赴港 往来
结婚 离婚 婚姻 配偶 夫妻 老公 老婆 丈夫 妻子 爱人 领证 对象 未婚 已婚 复婚 再婚 男朋友 女朋友
孩子 子女 小孩 儿童 宝宝 婴儿 未成年 未成年人 儿子 女儿 小朋友 婴幼儿 娃 新生儿 幼儿
父母 父亲 母亲 爸爸 妈妈 爸 妈 家长 监护人 长辈 老爸 老妈
学校 入学 上学 读书 学位 学区 幼儿园 小学 初中 高中 大学 招生 转学 学籍 毕业 毕业生 应届 学生 学历 文凭 老师 教师 考试 成绩 中考 高考
车 汽车 车辆 机动车 小车 车牌 牌照 号牌 车主 行驶证 轿车 货车 临牌 摇号 上牌 过户 年检 年审
驾驶证 驾照 驾考 学车 驾校 驾驶员 司机 扣分 记分 考驾照
违章 违法 罚款 交通违法 罚单 违停 处罚 交罚款 违规 闯红灯
限行 通行 外地车 禁行 早晚高峰 高峰 单双号 限号 尾号 进城
公交 地铁 公交车 班车 出租车 网约车 打车 公共交通 乘车 高铁 火车 车票 火车票 动车 机票 飞机 航班
房子 住房 房屋 购房 买房 商品房 二手房 房产 房产证 不动产 房本 产权 楼盘 房价 卖房
租房 租赁 出租 承租 房东 租金 租客 租约 公租房 廉租房 保障房 安居房 公共租赁
公积金 贷款 提取 还贷 按揭 利率 首付 月供 房贷 还款 借款 借钱 信用卡 花呗
物业 小区 业主 业委会 物业费 停车位 停车 车位 电梯 停车场
水费 电费 煤气 燃气 供水 供电 停水 停电 报装 天然气 用水 用电 水价 电价 自来水 水电
供暖 取暖 暖气 供热 采暖 暖气费 热力
拆迁 征收 征地 补偿 安置 拆除 违建 违章建筑 宅基地 征收补偿 动迁 土地 耕地 承包地 青苗
企业 公司 单位 工商 营业执照 个体户 个体工商户 开公司 办公司 法人 商户 工厂 店铺 开店 创业 股东 分公司
税 纳税 发票 个税 税务 退税 报税 缴税 开票 税收 增值税 所得税
复工 复产 返工 开工 复岗 返岗
返程 回来 返回 进入 回去 返乡 回国
疫情 疫苗 核酸 健康码 口罩 隔离 防疫 抗疫 新冠 冠状病毒 肺炎 接种 绿码 二维码 健康证明
中签 抽签 抽中 抽到 中了 没中 抽签结果
报警 报案 警察 公安 派出所 民警 立案 举报 投诉 盗窃 被偷 被骗 诈骗 打架 骚扰 求助 报警电话 扫黑 打黑
起诉 法院 诉讼 打官司 仲裁 律师 判决 开庭 法官 申诉 上诉 复议 行政复议 法律援助 执行
信访 上访 意见 建议 反映 诉求 信箱 来信
低保 救助 困难 补贴 补助 津贴 救济 扶贫 贫困 特困 五保 抚恤 优抚 慰问
残疾 残疾人 残疾证 残联 轮椅 听力 视力 盲人 聋哑
军人 退伍 退役 转业 参军 当兵 征兵 优待证 军属 复员 入伍
环境 污染 噪音 噪声 扰民 垃圾 油烟 空气 排污 臭味 废水 环保 异味
食品 餐饮 饭店 餐馆 外卖 卫生许可 超市 菜市场 过期食品
狗 犬 养狗 犬只 犬类 宠物 猫 狗狗 养犬 流浪狗
档案 人事档案 调档 存档 档案转递 调函 人才 人才引进 职称 博士 博士后 硕士 落户政策
公开 信息公开 政务公开 依申请公开 公示 公布 公告 披露 公开指南
答复 回复 回音 结果 进度 办结 受理 审核 审批 通过 批准 进展 状态 批复
不予 驳回 拒绝 不批 退回 未通过 不通过 不同意 不给 没通过 审核不通过
多久 多长时间 期限 时限 几天 什么时候 何时 工作日 多少天 时间
费用 收费 多少钱 价格 价钱 免费 要钱 付款 交费 交钱 支付 余额 花钱
材料 资料 证明 文件 需要带 要带 复印件 原件 表格 申请表 样表 模板 准备什么
条件 资格 要求 标准 规定 政策 符合 符不符合 够不够 限制
规划 建设 施工 工程 项目 招标 投标 图纸 竣工 验收 开发商 工地 中标
农村 村 村委会 村民 村务 社区 居委会 街道 乡镇 镇政府 村里 村干部
死亡 去世 过世 火化 殡葬 遗产 继承 丧葬 墓地 公墓 死者 遗嘱 身故 病故
治疗 治 医治 疗法 治好 根治 痊愈 治愈 康复 恢复 好转 好了 治法
吃药 药 药物 服用 用药 吃什么药 打针 输液 注射 药品 胶囊 颗粒 冲剂 片剂
副作用 不良反应 危害 坏处 伤害 影响 后遗症 并发症
症状 表现 征兆 迹象 特征 病症 体征
原因 为什么 引起 导致 造成 病因 诱因 由来 引发 起因
预防 防止 避免 防治 防护 护理 保养
严重 厉害 要紧 危险 致命 死亡率 要命 会死
传染 感染 传播 遗传 扩散
饮食 食物 吃什么 忌口 不能吃 营养 食疗 菜谱 食谱 水果 蔬菜
疼 痛 疼痛 酸痛 难受 不舒服 头痛 头疼 肚子疼 胃痛
咳嗽 咳 咳痰 干咳 止咳 痰
发烧 发热 高烧 低烧 退烧 体温
感冒 流感 流鼻涕 鼻塞 打喷嚏 着凉 受凉
减肥 瘦身 减脂 瘦 变瘦 苗条
美白 变白 护肤 皮肤 化妆品 面膜 祛斑 祛痘 痘痘 粉刺
头发 发型 理发 染发 烫发 脱发 掉发 洗发水
衣服 穿 搭配 服装 裤子 裙子 鞋 鞋子 衣裳 外套 穿搭
电影 影片 电视剧 片子 动画片 动漫 动画 综艺 漫画
歌 歌曲 歌名 音乐 歌词 曲子 唱 插曲
小说 书 书籍 文章 作者 作家 书名
游戏 网游 手游 玩 攻略 通关 副本 装备
手机 电话机 苹果手机 安卓 iphone 智能机 机子
电脑 笔记本 笔记本电脑 台式机 计算机 主机 显示器 键盘 鼠标
上网 网络 网速 无线网 wifi 宽带 路由器 流量 联网 断网 无线
下载 安装 卸载 更新 升级 版本 装上
图片 照片 相片 图 头像 壁纸 截图 画
好友 朋友 群 加好友 网友 聊天 加群
钱 赚钱 挣钱 收入 生意 理财 投资 股票 基金 存款 利息 银行 银行卡
旅游 旅行 景点 游玩 好玩 玩的地方 酒店 宾馆 住宿 旅馆
天气 气温 下雨 温度 下雪 天气预报
礼物 送礼 礼品 生日 纪念品
爱 喜欢 恋爱 追 表白 暗恋 爱上 分手
意思 含义 解释 什么叫 定义 是啥 指的是
翻译 英语 英文 日语 韩语 外语 单词
牌子 品牌 哪种好 哪个好 哪家 质量 推荐 好用
买 购买 购 网购 淘宝 哪里买 哪有卖 卖 出售 批发 商家
card credit_card debit_card visa mastercard
bank account checking savings balance
money cash dollars fund funds
pay payment bill bills owe due charge charges cost
transfer send move wire
lost stolen missing lose misplaced
broken damaged wrecked
change update switch modify edit alter
cancel stop delete remove undo
schedule appointment meeting calendar event
book reserve reservation reservations table
flight plane airport fly airline flights
luggage bag baggage suitcase carry-on
car vehicle auto truck suv
oil gas fuel mileage mpg
tire tires wheel
restaurant restaurants eat food dinner lunch diner place
recipe cook make ingredient ingredients bake
calories nutrition healthy carbs sugar fat
weather temperature rain forecast sunny hot cold
song music tune play playlist track
reminder remind reminders
alarm wake timer
vacation pto holiday leave off trip travel
insurance coverage plan health
tax taxes w2 w-2 irs
job work income salary paycheck
order ordered package shipping delivery shipped
buy purchase shop shopping spend spent spending transactions
phone cell call number text
name called names
joke funny laugh
word definition mean meaning define spell spelling
translate language spanish french english
time clock hour timezone zone
date day today
distance far long miles
directions route way drive navigate
lights lamp light thermostat vacuum smart
hello hi hey greetings
bye goodbye later
thanks thank appreciate
yes yeah yep sure correct true
no nope false wrong incorrect
credit score rating limit
interest rate apr percent
passport international vaccine shots
pin password code`;
