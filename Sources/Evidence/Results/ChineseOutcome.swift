import Lexicon
import Literature
import TextAnalysis

/// The words that name an outcome before a figure in Chinese: what is left of the clause without arms, verbs and particles.
struct ChineseOutcome {
  let reading: SentenceReading

  private static let ends: [StaticString] = [
    "分别为", "分别是", "分别达", "分别", "均为", "约为", "仅为", "达到", "为", "是", "达", "至", "由", "从", "自", "明显高于", "明显低于", "显著高于", "显著低于", "高于",
    "低于",
    "优于", "短于", "长于", "少于", "多于", "大于", "小于", "下降", "降低", "升高", "提高", "增加", "减少", "上升", "改善", "缩短", "延长", "显著", "明显", "均", "的",
    "于",
    "较", "约", "水平为", "更", "比", "降", "升", "共", "有", "了", "值", "评分为",
    "比较差异无统计学意义", "比较差异有统计学意义", "差异无统计学意义", "差异有统计学意义", "无统计学差异", "无显著差异", "无明显差异",
    "治疗前", "治疗后", "术前", "术后", "干预前", "干预后", "入院时", "出院时", "基线时", "之间", "在", "对", "组间", "方面", "变化为", "中位数", "中位值", "均值", "平均值",
    "平均",
    "比较", "相当", "相近", "相似", "较基线", "较治疗前", "较入院时", "较术前", "由术前", "由治疗前", "由基线", "[",
  ]
  private static let beginnings: [StaticString] = [
    "两组患者", "两组", "患者", "患儿", "产妇", "结果显示", "结果", "显示", "其中", "的", "与", "和", "在", "治疗后", "治疗前", "术后", "术前", "干预后", "干预前", "同时",
    "且", "而", "组",
    "内",
    "均", "后", "前", "时", "比较", "中", "表明", "发现", "该研究中", "本研究中", "以及", "但", "提示", "随访期间",
  ]

  /// The bytes of the outcome of a figure; `limit` is the byte where the figure before it ends. Nil where nothing is left.
  func bytes(of figure: Range<Int>, after limit: Int) -> Range<Int>? {
    var start = max(limit, clauseStart(before: figure.lowerBound))
    for phrase in reading.phrases where phrase.isGroup && phrase.range.upperBound <= figure.lowerBound {
      if phrase.range.lowerBound >= start,
        !isBlank(phrase.range.upperBound..<figure.lowerBound) || phrase.range.lowerBound == start
      {
        start = phrase.range.upperBound
      }
    }
    var end = figure.lowerBound
    if let arm = reading.phrases.last(where: { $0.isGroup && $0.range.upperBound <= end && $0.range.lowerBound > start }),
      isBlank(arm.range.upperBound..<end)
    {
      end = arm.range.lowerBound
    }
    let own =
      stripped(start..<max(start, end))
      ?? beforeGroup(startingAt: start, after: max(limit, clauseStart(before: figure.lowerBound)))
      ?? ofClauseBefore(figure.lowerBound, after: limit)
    // "X 比较, 差异无统计学意义(": what was compared stands in the clause before.
    guard let words = own.map({ reading.string($0) }) ?? Optional(reading.string(start..<max(start, end))),
      words.hasAny(["差异", "统计学"]), start > limit
    else { return own }
    var mark = start
    while mark > limit, self.mark(before: mark, of: Self.commas) == nil { mark -= 1 }
    while mark > limit, let width = self.mark(before: mark, of: Self.commas) { mark -= width }
    return stripped(max(limit, clauseStart(before: mark))..<mark)
  }

  /// "PANSS 总分在研究组由治疗前的": the outcome before the arm, where nothing after the arm names one.
  private func beforeGroup(startingAt end: Int, after limit: Int) -> Range<Int>? {
    guard let group = reading.phrases.last(where: { $0.isGroup && $0.range.upperBound == end }), group.range.lowerBound > limit
    else {
      return nil
    }
    return stripped(limit..<group.range.lowerBound)
  }

  /// "症状消失时间，A组（6.8±1.5）d", "根除率：A组81.4%": what is measured ends the clause before, where a figure's own names a group and no more.
  private func ofClauseBefore(_ figure: Int, after limit: Int) -> Range<Int>? {
    let own = clauseStart(before: figure)
    guard own > limit,
      let group = reading.phrases.last(where: { $0.isGroup && $0.range.lowerBound >= own && $0.range.upperBound <= figure }),
      isBlank(own..<group.range.lowerBound), isTelling(group.range.upperBound..<figure)
    else { return nil }
    var end = own
    for _ in 0..<3 where end > limit {
      while end > limit, let width = mark(before: end, of: Self.commas + Self.colons) { end -= width }
      // What a bracket says is said aside.
      if end > limit, let open = opening(ofBracketBefore: end, after: limit) { end = open }
      let start = max(limit, clauseStart(before: end))
      if let words = stripped(start..<max(start, end)), Self.isMeasured(reading.string(words)) { return words }
      guard start < end else { return nil }
      end = start
    }
    return nil
  }

  /// "为", "有", "共发生": words between a group and its figure that name nothing.
  private func isTelling(_ range: Range<Int>) -> Bool {
    var words = reading.string(range).trimmedSpaces
    while let verb = Self.telling.first(where: { words.hasPrefix($0) }) { words.removeFirst(verb.count) }
    return words.isEmpty
  }

  private static let telling = [
    "分别", "为", "是", "达到", "达", "仅", "则", "共", "有", "发生", "出现", "患者", "患儿", "产妇", "的", "均", "也", "升高", "降低", "升至", "降至", "平均", "约",
    "(", "（",
    " ",
  ]

  /// How many bytes the mark right before an offset has, if it is one of some; "；" and "。" part outcomes and are none of them.
  private func mark(before offset: Int, of marks: [StaticString]) -> Int? {
    marks.first { reading.text.utf8[..<offset].ends(with: $0) }?.utf8CodeUnitCount
  }

  private static let commas: [StaticString] = ["，", ",", " "]
  private static let colons: [StaticString] = ["：", ":"]

  private func opening(ofBracketBefore end: Int, after limit: Int) -> Int? {
    let bytes = reading.text.utf8[limit..<end]
    guard bytes.ends(with: "）") || bytes.ends(with: ")") else { return nil }
    return bytes.lastIndex(ofSequence: "（".utf8) ?? bytes.lastIndex(ofSequence: "(".utf8)
  }

  private static let times = [
    "治疗", "干预", "手术", "术", "给药", "注药", "用药", "随访", "基线", "入院", "出院", "入组", "产", "第", "末", "后", "前", "时", "内", "个月", "小时", "周",
    "天", "日", "月", "年",
    "分钟", "min", "d", "h", "w", "~", "～", "-", "至", "到", "由", "从", "在", "于", " ",
  ]

  /// "治疗14 d后", "术后3个月", "由注药前": when it was measured.
  private static func isTime(_ words: String) -> Bool {
    var rest = words[...]
    var hasTime = false
    while let first = rest.first {
      if first.isNumber {
        rest.removeFirst()
      } else if let time = times.first(where: { rest.hasPrefix($0) }) {
        rest.removeFirst(time.count)
        hasTime = true
      } else {
        return false
      }
    }
    return hasTime
  }

  private static let measured = [
    "率", "评分", "得分", "积分", "总分", "时间", "时长", "水平", "浓度", "指数", "量", "数", "值", "压", "距离", "面积", "体积", "体质量", "体重", "长度", "深度",
    "厚度",
    "滴度", "效力", "比例", "占比", "百分比", "速度", "次数", "天数", "费用", "年龄", "血糖", "血红蛋白", "密度", "分数", "温度", "角度", "宽度", "直径", "活动度",
  ]

  /// Whether words name something that is measured or counted: they end in 率, 评分, 时间 and the like, or a lexicon knows them.
  static func isMeasured(_ words: String) -> Bool {
    measured.contains { words.hasSuffix($0) }
      || EndpointScanner.mentions(in: Array(words.utf8), matches: Lexicon.builtIn.matches(in: Array(words.utf8))).contains {
        $0.range.upperBound == words.utf8.count
      }
  }

  /// "5例(3.6%)复发", "4.1 % 的患者发生心血管事件": what happened stands after the figure.
  func following(_ figure: Range<Int>) -> Range<Int>? {
    let text = reading.text
    var index = text.tokenRange(ofBytes: figure).upperBound
    while text.isSymbol(index, anyOf: [")", "]"]) { index += 1 }
    let start = max(figure.upperBound, text.tokens.indices.contains(index) ? text.tokens[index].start : figure.upperBound)
    let run = index > 0 && text.kind(index - 1) == .han && text.tokens[index - 1].end > figure.upperBound ? index - 1 : index
    guard text.kind(run) == .han else { return nil }
    var bytes = max(figure.upperBound, run == index ? start : figure.upperBound)..<text.tokens[run].end
    var changed = true
    while changed {
      changed = false
      for opening in ["的", "患者", "受试者", "出现", "发生", "达到", "获得", "达", "患儿"]
      where reading.string(bytes).hasPrefix(opening) && bytes.count > opening.utf8.count {
        bytes = bytes.lowerBound + opening.utf8.count..<bytes.upperBound
        changed = true
      }
    }
    let words = reading.string(bytes)
    guard (2...12).contains(words.count), !["和", "与", "及", "为", "在", "，", "比", "较"].contains(where: { words.hasPrefix($0) }),
      !words.hasAny(["组", "均", "差异", "左右", "以上", "以下"])
    else { return nil }
    return bytes
  }

  private func clauseStart(before offset: Int) -> Int {
    let window = max(0, offset - 120)..<offset
    var start = offset
    let scalars = Array(String(decoding: reading.text.utf8[window], as: UTF8.self).unicodeScalars)
    var index = scalars.count
    // An open bracket directly before the figure is its own.
    while index > 0, scalars[index - 1] == "(" || scalars[index - 1] == "（" || scalars[index - 1] == " " {
      start -= UTF8.width(scalars[index - 1])
      index -= 1
    }
    while index > 0, !Self.isMark(scalars[index - 1]), scalars[index - 1] != "\u{FFFD}" {
      start -= UTF8.width(scalars[index - 1])
      index -= 1
    }
    return start
  }

  private static func isMark(_ sign: Unicode.Scalar) -> Bool {
    switch sign {
    case "，", ",", "。", "；", ";", "：", ":", "、", "（", "）", "(", ")": true
    default: false
    }
  }

  /// What was done to people, and no outcome.
  private static let actions = ["采用", "使用", "给予", "选用", "取", "口服", "注射", "静滴", "静脉滴注", "应用", "服用", "纳入", "选取", "随机", "接受"]
  private static let effects = ["改善", "降低", "减少", "缩短", "提高", "增加", "延长", "增强", "促进", "减轻", "升高", "抑制", "加重"]

  /// "X 可降低心力衰竭住院": where the object of a verb of effect begins; the beginning where no verb stands within.
  private func afterEffect(_ range: Range<Int>) -> Int {
    let utf8 = reading.text.utf8[range]
    let ends = Self.effects.compactMap { verb in utf8.lastIndex(ofSequence: verb.utf8).map { $0 + verb.utf8.count } }
    guard let end = ends.max(), range.upperBound - end >= 6,
      !["发生", "程度", "幅度", "比例", "患者", "的"].contains(where: { reading.text.utf8[end...].starts(with: $0.utf8) })
    else { return range.lowerBound }
    return end
  }

  /// "回顾性研究[4]显示死亡率": where what a study reports begins; the beginning where no study does.
  private func afterReport(_ range: Range<Int>) -> Int {
    let utf8 = reading.text.utf8[range]
    guard let study = Self.studies.compactMap({ utf8.firstIndex(ofSequence: $0.utf8) }).min() else { return range.lowerBound }
    let verbs = Self.reports.compactMap { verb in
      utf8[study...].firstIndex(ofSequence: verb.utf8).map { $0 + verb.utf8.count }
    }
    return verbs.min() ?? range.lowerBound
  }

  private static let studies = ["研究", "试验", "分析", "队列"]
  private static let reports = ["显示", "表明", "发现", "提示", "证实", "报道"]

  private func isBlank(_ range: Range<Int>) -> Bool {
    ["", "的", "为", "(", "（", "是", "达", "分别为"].contains(reading.string(range).trimmedSpaces)
  }

  /// Words without particles, verbs and groups at both ends; nil where nothing is left.
  func trimmed(_ range: Range<Int>) -> Range<Int>? { stripped(range) }

  private func stripped(_ range: Range<Int>) -> Range<Int>? {
    let utf8 = reading.text.utf8
    var low = range.lowerBound
    var high = range.upperBound
    var changed = true
    while changed, low < high {
      changed = false
      let (first, last) = (utf8[low], utf8[high - 1])
      if first == 0x20 || first == 0x28 || first == 0x29 {
        low += 1
        changed = true
      } else if last == 0x20 || last == 0x28 || last == 0x3D {
        high -= 1
        changed = true
      } else if utf8[low..<high].ends(with: "（") {
        high -= 3
        changed = true
      } else if let end = Self.ends.first(where: { utf8[low..<high].ends(with: $0) }) {
        high -= end.utf8CodeUnitCount
        changed = true
      } else if !utf8[low..<high].begins(with: "中位"),
        let beginning = Self.beginnings.first(where: { utf8[low..<high].begins(with: $0) })
      {
        low += beginning.utf8CodeUnitCount
        changed = true
      }
    }
    low = afterReport(low..<max(low, high))
    low = afterEffect(low..<max(low, high))
    let words = reading.string(low..<max(low, high))
    if Self.actions.contains(where: { words.hasPrefix($0) }) || words.hasSuffix("等") || Self.isTime(words) { return nil }
    let length = words.unicodeScalars.count
    return (2...24).contains(length) && !words.unicodeScalars.contains("\u{FFFD}") ? low..<high : nil
  }
}
