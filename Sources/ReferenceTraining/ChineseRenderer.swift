import References

/// Composes Chinese references of invented works, in GB/T 7714 and in the habits of journals that do not follow it.
///
/// What matters to the tagger is where fields end; names, subjects and places are drawn from lists of common ones.
struct ChineseRenderer {
  private var random: SplitMix64
  private var out = TrainingString()
  /// Full-width marks, or half-width ones with a blank.
  private var isWide = false

  init(seed: UInt64) { random = SplitMix64(state: seed) }

  mutating func next() -> TrainingString {
    out = TrainingString()
    isWide = chance(0.35)
    if chance(0.15) {
      let number = 1 + random.next() % 90
      put(pick(["[\(number)]", "\(number).", "[\(number)] ", "（\(number)）"]), .number)
    }
    switch random.next() % 10 {
    case 0...4: article()
    case 5: plainArticle()
    case 6, 7: book()
    case 8: part()
    default: thesis()
    }
    while out.utf8.last == 0x20 { out.removeLast() }
    return out
  }

  // MARK: Kinds

  private mutating func article() {
    authors()
    let year = year()
    let isYearFirst = chance(0.2)
    if isYearFirst { put(year, .date); stop() }
    put(title(), .title)
    if chance(0.85) { put(pick(["[J]", "[J]", "［J］", "[J/OL]"]), .genre) }
    stop()
    put(journal(), .journal)
    comma(.journal)
    if !isYearFirst { put(year, .date) }
    if chance(0.8) {
      if !isYearFirst { comma(.date) }
      put(number(60), .volume)
    }
    if chance(0.9) { put(isWide && chance(0.5) ? "（\(number(24))）" : "(\(number(24)))", .volume) }
    put(isWide ? "：" : pick([": ", ":", ": "]), .volume)
    put(pages(), .pages)
    finish()
    if chance(0.15) { put(" DOI: 10.\(1000 + random.next() % 9000)/j.issn.1000-\(number(9000)).\(year).0\(number(9))", .link) }
  }

  /// 作者：《题名》，《刊名》2019年第3期，第12—20页。
  private mutating func plainArticle() {
    put(names(3, "、"), .author)
    put(pick(["：", "，", ": "]), .author)
    put("《\(title())》", .title)
    put(pick(["，", ",", ""]), .title)
    put("《\(journal())》", .journal)
    put(pick(["，", "", ","]), .journal)
    put("\(year())年", .date)
    put("第\(number(12))期", .volume)
    if chance(0.7) {
      put(pick(["，", ","]), .volume)
      put(pick(["第\(pages())页", "\(pages())页", "页\(pages())"]), .pages)
    }
    if chance(0.8) { put("。", nil) }
  }

  private mutating func book() {
    authors()
    put(title(), .title)
    if chance(0.2) { put("\(pick(["：", ": "]))\(pick(["上册", "第\(number(9))卷", "下册"]))", .volume) }
    put(pick(["[M]", "[M]", "［M］", "[G]", ""]), .genre)
    stop()
    if chance(0.2) {
      put("\(names(2, isWide ? "，" : ", "))\(pick([", 译", "，译", "译"]))", .editor)
      stop()
    }
    if chance(0.25) {
      put(pick(["第\(number(6))版", "\(number(6))版", "修订版"]), .edition)
      stop()
    }
    imprint()
    if chance(0.6) {
      put(isWide ? "：" : ": ", .date)
      put(pages(), .pages)
    }
    finish()
  }

  private mutating func part() {
    authors()
    put(title(), .title)
    put(pick(["[C]//", "[M]//", "［C］∥", "[A]. "]), .genre)
    if chance(0.4) {
      put(names(2, isWide ? "，" : ", "), .editor)
      stop()
    }
    put(pick(["\(subject())国际会议论文集", "第\(number(30))届全国\(subject())学术会议论文集", "\(subject())研究", "\(subject())手册"]), .container)
    stop()
    imprint()
    put(isWide ? "：" : ": ", .date)
    put(pages(), .pages)
    finish()
  }

  private mutating func thesis() {
    authors()
    put(title(), .title)
    put(pick(["[D]", "［D］", "[D]"]), .genre)
    stop()
    put(pick(Self.places), .location)
    put(isWide ? "：" : ": ", .location)
    put(pick(Self.places) + pick(["大学", "师范大学", "理工大学", "医科大学", "农业大学"]), .publisher)
    comma(.publisher)
    put(year(), .date)
    finish()
  }

  private mutating func imprint() {
    if chance(0.85) {
      put(pick(Self.places), .location)
      put(isWide ? "：" : pick([": ", ":"]), .location)
    }
    put(pick(Self.publishers), .publisher)
    comma(.publisher)
    put(year(), .date)
  }

  // MARK: Parts

  private mutating func authors() {
    if chance(0.08) {
      put(pick(["\(pick(Self.places))市\(subject())局", "国家\(subject())委员会", "中国\(subject())学会", "\(subject())编写组"]), .author)
    } else {
      put(names(4, isWide ? "，" : ", "), .author)
      if chance(0.3) { put(isWide ? "，等" : ", 等", .author) }
    }
    stop()
  }

  private mutating func names(_ limit: UInt64, _ separator: String) -> String {
    (0...random.next() % limit).map { _ in name() }.joined(separator: separator)
  }

  private mutating func name() -> String {
    pick(Self.families) + (0...random.next() % 2).map { _ in pick(Self.givens) }.joined()
  }

  private mutating func subject() -> String { pick(Self.subjects) }

  private mutating func title() -> String {
    let (a, b, c) = (subject(), subject(), pick(Self.aspects))
    return pick([
      "\(a)对\(b)\(c)的影响", "基于\(a)的\(b)\(c)研究", "\(a)与\(b)\(c)", "\(a)\(c)分析", "论\(a)的\(c)", "\(a)在\(b)中的应用", "\(a)\(b)\(c)研究进展",
      "\(a): \(b)的\(c)", "\(pick(Self.places))市\(a)\(c)调查", "\(a)史", "\(a)概论", "\(1980 + random.next() % 40)年以来的\(a)\(c)",
    ])
  }

  private mutating func journal() -> String {
    let place = pick(Self.places)
    let field = pick(["", "(自然科学版)", "（社会科学版）", "", ""])
    return pick([
      "中国\(subject())杂志", "\(subject())学报", "中华\(subject())杂志", "\(place)大学学报\(field)", "\(subject())研究", "\(place)\(subject())",
      "\(subject())通报",
      "\(subject())与\(subject())", "现代\(subject())", "\(subject())科学", "\(place)社会科学",
    ])
  }

  private mutating func year() -> String { String(1978 + random.next() % 48) }
  private mutating func number(_ limit: UInt64) -> String { String(1 + random.next() % limit) }

  private mutating func pages() -> String {
    let first = 1 + random.next() % 900
    return chance(0.2) ? String(first) : "\(first)\(pick(["-", "-", "–", "—", "~"]))\(first + 1 + random.next() % 20)"
  }

  // MARK: Marks

  private mutating func chance(_ share: Float) -> Bool { random.unit() < share }
  private mutating func pick(_ options: [String]) -> String { options[Int(random.next() % UInt64(options.count))] }
  private mutating func put(_ text: String, _ label: FieldLabel?) { out.append(text, label) }

  private mutating func stop() {
    let label = out.labels.last.flatMap { $0 }
    put(isWide ? pick(["．", "。", ". "]) : pick([". ", ". ", "."]), label)
  }
  private mutating func comma(_ label: FieldLabel) { put(isWide ? "，" : pick([", ", ", ", ","]), label) }
  private mutating func finish() { if chance(0.85) { put(isWide ? pick(["．", "。"]) : ".", out.labels.last.flatMap { $0 }) } }

  private static func words(_ text: String) -> [String] { text.split(separator: " ").map(String.init) }
  private static let families = words(
    """
    王 李 张 刘 陈 杨 赵 黄 周 吴 徐 孙 胡 朱 高 林 何 郭 马 罗 梁 宋 郑 谢 韩 唐 冯 于 董 萧 程 曹 袁 邓 许 傅 沈 曾 彭 吕 苏 卢 蒋 蔡 贾 丁 魏 薛 叶 阎 \
    余 潘 杜 戴 夏 钟 汪 田 任 姜 范 方 石 姚 谭 廖 邹 熊 金 陆 郝 孔 白 崔 康 毛 邱 秦 江 史 顾 侯 邵 孟 龙 万 段 雷 钱 汤 尹 黎 易 常 武 乔 贺 赖 龚 文 欧阳 司马
    """)
  private static let givens = words(
    """
    伟 芳 娜 敏 静 丽 强 磊 军 洋 勇 艳 杰 娟 涛 明 超 秀 霞 平 刚 桂 英 华 玉 兰 红 建 国 志 文 斌 海 燕 晓 春 梅 云 峰 龙 宁 波 辉 鹏 飞 凯 浩 宇 欣 怡 佳 思 雨 \
    子 涵 泽 琳 莉 倩 雪 颖 瑞 祥 福 德 清 松 林 山 川 新 学 民 永 忠 立 成 光 天 一 家 振 荣 庆 元 世 安 康
    """)
  private static let places = words(
    """
    北京 上海 天津 重庆 南京 广州 武汉 成都 西安 杭州 沈阳 长春 哈尔滨 济南 郑州 合肥 长沙 南昌 福州 昆明 贵阳 兰州 太原 石家庄 大连 青岛 厦门 苏州 桂林 \
    呼和浩特 乌鲁木齐 台北 香港 深圳
    """)
  private static let publishers = words(
    """
    科学出版社 人民出版社 商务印书馆 中华书局 高等教育出版社 人民卫生出版社 清华大学出版社 北京大学出版社 机械工业出版社 化学工业出版社 中国建筑工业出版社 \
    上海人民出版社 社会科学文献出版社 中国社会科学出版社 三联书店 电子工业出版社 中国农业出版社 法律出版社 江苏人民出版社 浙江大学出版社 复旦大学出版社 \
    武汉大学出版社 中国铁道出版社 冶金工业出版社 气象出版社 海洋出版社 文物出版社 上海古籍出版社 广西师范大学出版社 译林出版社
    """)
  private static let subjects = words(
    """
    肿瘤 肝癌 糖尿病 高血压 儿科 护理 中药 针灸 免疫 基因组 蛋白质 心血管 农业 土壤 水资源 气候 生态 林业 畜牧 海洋 地质 矿产 石油 煤炭 电力 电子 通信 计算机 \
    软件 人工智能 机器学习 图像处理 信息检索 图书馆 情报 档案 新闻 出版 教育 心理 体育 法学 宪法 行政法 经济 金融 贸易 财政 税收 企业管理 人口 社会 农村 城市规划 \
    建筑 交通 铁路 航天 材料 化学 物理 数学 统计 哲学 宗教 文学 戏曲 音乐 美术 考古 敦煌 明清 近代史 民族 语言 翻译 词汇 食品 纺织 环境 能源 旅游 公共卫生 药物
    """)
  private static let aspects = words("机制 特征 发展 现状 问题 对策 结构 性能 效果 质量 制度 理论 方法 评价 变化 管理 诊断 治疗 安全性 优化 设计 传播 演变 模型")
}
