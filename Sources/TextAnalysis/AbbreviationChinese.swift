/// The Chinese long form of a short form: the noun right before the bracket, cut from its clause.
///
/// Chinese has no spaces, so the beginning is where a word ends that can be no part of a name: 的, 与, 采用, 患者 …
enum ChineseLongForm {
  /// The longest name that is believed, in characters.
  private static let longest = 22

  static func range(of short: ShortForm, before open: Int, in lexed: LexedText) -> Range<Int>? {
    guard short.capitals > 0 || short.isQuoted, open > 0, !lexed.isSymbol(open - 1, "\"") else { return nil }
    var first = open
    while first > 0, isPart(first - 1, of: short, before: open, in: lexed) { first -= 1 }
    guard first < open, lexed.tokens[first].kind == .han else { return nil }
    let end = lexed.tokens[open - 1].end
    let han = lexed.tokens[first].range
    let afterNumber = first > 0 && (lexed.isNumber(first - 1) || lexed.isSymbol(first - 1, "%"))
    var name = cut(lexed.string(han), keepsMedian: short.text.hasPrefix("m"))
    if afterNumber, name.count == lexed.string(han).count { name = withoutUnit(name) }
    let whole = name + lexed.string(han.upperBound..<end)
    guard (2...longest).contains(whole.count), name.utf8.count >= 3, !isTrialName(whole, short) else { return nil }
    return han.upperBound - name.utf8.count..<end
  }

  /// A run of Chinese; after it, Latin words and digits that the short form repeats (循环肿瘤 DNA, 程序性死亡受体1).
  private static func isPart(_ index: Int, of short: ShortForm, before open: Int, in lexed: LexedText) -> Bool {
    let token = lexed.tokens[index]
    if index + 1 < open, lexed.tokens[index + 1].kind == .han { return false }
    switch token.kind {
    case .han: return true
    case .word, .number:
      let letters = lexed.utf8[token.range].compactMap(foldedLetterOrDigit)
      return open - index <= 3 && !letters.isEmpty && contains(short.letters, letters)
    case .symbol: return token.isSymbol("-") && index + 1 < open
    case .superscript: return false
    }
  }

  private static func contains(_ haystack: [UInt8], _ needle: [UInt8]) -> Bool {
    guard needle.count <= haystack.count else { return false }
    return (0...haystack.count - needle.count).contains { haystack[$0...].starts(with: needle) }
  }

  /// `某某研究(ABC-01)` names a trial; it does not abbreviate.
  private static func isTrialName(_ name: String, _ short: ShortForm) -> Bool {
    let isStudy = name.hasSuffix("研究") || name.hasSuffix("试验")
    return isStudy && short.letters.contains { (0x30...0x39).contains($0) } || name == "研究" || name == "试验"
  }

  /// What remains of a run of Chinese after the last word that can be no part of a name.
  static func cut(_ run: String, keepsMedian: Bool = false) -> String {
    let characters = Array(run.unicodeScalars)
    var start = 0
    for index in characters.indices {
      guard let length = boundaryLength(characters, at: index), index + length < characters.count - 1 else { continue }
      start = max(start, index + length)
    }
    var rest = characters[start...]
    for prefix in leadingWords where rest.count > prefix.count + 1 && rest.starts(with: prefix) {
      rest = rest.dropFirst(prefix.count)
    }
    if !keepsMedian, rest.starts(with: median), rest.count > 4 { rest = rest.dropFirst(2) }
    return String(String.UnicodeScalarView(rest))
  }

  private static func withoutUnit(_ name: String) -> String {
    let characters = Array(name.unicodeScalars)
    for unit in units where characters.starts(with: unit) && characters.count > unit.count + 1 {
      return String(String.UnicodeScalarView(characters.dropFirst(unit.count)))
    }
    return name
  }

  /// The length of the boundary word at a place, or nil.
  private static func boundaryLength(_ characters: [Unicode.Scalar], at index: Int) -> Int? {
    let rest = characters[index...]
    if let candidates = boundaryWords[characters[index]],
      let word = candidates.first(where: { rest.starts(with: $0) })
    {
      return word.count
    }
    guard singleBoundaries.contains(characters[index]), !isPartOfWord(characters, at: index) else { return nil }
    return 1
  }

  /// Whether the character belongs to one of the words in which it does not separate: 相对, 参与, 行为.
  private static func isPartOfWord(_ characters: [Unicode.Scalar], at index: Int) -> Bool {
    let before = index > 0 ? [characters[index - 1], characters[index]] : []
    let after = index + 1 < characters.count ? [characters[index], characters[index + 1]] : []
    return unbroken.contains(before) || unbroken.contains(after)
  }

  private static func words(_ list: String) -> [[Unicode.Scalar]] { list.split(separator: " ").map { Array($0.unicodeScalars) } }

  private static let median = Array("中位".unicodeScalars)
  private static let units = words("个月 小时 分钟 年 月 天 日 周 例 名 岁 个 次 期 种 项 组 级 位")
  private static let leadingWords = words("其 该 此 本 各 两组 一种 一项 所谓 全球 我国 主要采用 常见 首个 了 着 等")
  private static let singleBoundaries = Set("的和与及或为是对将由把被从而且即以时在于令了至称等".unicodeScalars)
  private static let unbroken = Set(
    words(
      """
      相对 绝对 对照 对比 对称 对数 参与 行为 人为 为主 自由 潜在 内在 外在 作用 利用 用药 用力 应用 使用 缓和 饱和 总和 中和 调和 和解 \
      目的 从属 将来 被动 以下 以上 以内 以外 时间 时程 时相 时期 时钟 小时 同时 实时 暂时 临时 及时 至少 甚至 向量 定向 方向 靶向 纵向 \
      横向 倾向 意向 取向 逆向 双向 单向 反向 导向 趋向 介于 等级 等位 等效 等容 等长 同等 中等 平等 名称 对流 反对 成对 配对 面对 由于 \
      使能 并发 合并 并存 并行 吞并 天使 大使 或然 存在 在线 现在 所在 用量 效用 费用 通用 服用 常用 共用 药用 专用 适用 用途 \
      及格 普及 涉及 波及 以及 和平 温和 亲和 与否 给与 赋与 在体 原位在
      """))
  private static let boundaryWords = Dictionary(
    grouping: words(
      """
      包括 包含 采用 应用 使用 接受 建议行 建议 推荐 显示 表明 发现 观察 评估 评价 比较 提高 降低 延长 改善 达到 获得 导致 引起 引发 延缓 减轻 减缓 通过 根据 \
      基于 有关 关于 针对 对于 属于 称为 简称 名为 例如 其中 以及 并且 同时 国际上 目前 已经 仍然 均为 具有 存在 出现 合并 伴有 患有 \
      诊断为 确诊为 定义为 主要为 作为 成为 分别为 指的是 以下简称 给予 予以 施行 实施 进行 拟行 可行 均行 先行 后行 研究中 治疗中 试验中 过程中 人群中 \
      患者的 患者 研究者 需要 能够 可以 可能 影响 促进 抑制了 增加 减少 预测 检测 \
      监测 测定 测量 计算 记录 完成 联用 加用 改用 选用 服用 口服 静脉注射 首次 随机接受 术后行 术前行 无论 尤其是 特别是 不是 就是 近年来 \
      至今 之前 之后 以来 当前 如 亦称 又称 也称 又名 分为 利用 采取 开展 制定 提出 引入 建立 构建 纳入 国家 世界上 广泛
      """
    ).filter { !$0.isEmpty }, by: { $0[0] }
  ).mapValues { $0.sorted { $0.count > $1.count } }
}
