import Literature

/// The words that name an outcome before a figure in Chinese: what is left of the clause without arms, verbs and particles.
struct ChineseOutcome {
  let reading: SentenceReading

  private static let ends = [
    "分别为", "分别是", "分别达", "分别", "均为", "约为", "仅为", "达到", "为", "是", "达", "至", "由", "从", "自", "明显高于", "明显低于", "显著高于", "显著低于", "高于",
    "低于",
    "优于", "短于", "长于", "少于", "多于", "大于", "小于", "下降", "降低", "升高", "提高", "增加", "减少", "上升", "改善", "缩短", "延长", "显著", "明显", "均", "的",
    "于",
    "较", "约", "水平为", "更", "比", "降", "升", "共", "有", "了", "值", "评分为",
    "比较差异无统计学意义", "比较差异有统计学意义", "差异无统计学意义", "差异有统计学意义", "无统计学差异", "无显著差异", "无明显差异",
    "比较", "相当", "相近", "相似", "较基线", "较治疗前", "较入院时", "较术前", "由术前", "由治疗前", "由基线", "[",
  ]
  private static let beginnings = [
    "两组患者", "两组", "患者", "结果显示", "结果", "显示", "其中", "的", "与", "和", "在", "治疗后", "治疗前", "术后", "术前", "干预后", "干预前", "同时", "且", "而", "组",
    "内",
    "均", "后", "前", "时", "比较", "中", "表明", "发现",
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
    let own = stripped(start..<max(start, end))
    // "X 比较, 差异无统计学意义(": what was compared stands in the clause before.
    guard let words = own.map({ reading.string($0) }) ?? Optional(reading.string(start..<max(start, end))),
      words.hasAny(["差异", "统计学"]), start > limit
    else { return own }
    var mark = start
    while mark > limit, !isMark(before: mark) { mark -= 1 }
    while mark > limit, isMark(before: mark) { mark -= reading.text.utf8[mark - 1] < 0x80 ? 1 : 3 }
    return stripped(max(limit, clauseStart(before: mark))..<mark)
  }

  private func isMark(before offset: Int) -> Bool {
    let utf8 = reading.text.utf8
    if offset > 0, utf8[offset - 1] == 0x2C || utf8[offset - 1] == 0x20 { return true }
    return offset >= 3 && utf8[offset - 3..<offset].elementsEqual("，".utf8)
  }

  private func clauseStart(before offset: Int) -> Int {
    let marks: Set<Unicode.Scalar> = ["，", ",", "。", "；", ";", "：", ":", "、", "（", "）", "(", ")"]
    let window = max(0, offset - 120)..<offset
    var start = offset
    let scalars = Array(String(decoding: reading.text.utf8[window], as: UTF8.self).unicodeScalars)
    var index = scalars.count
    // An open bracket directly before the figure is its own.
    while index > 0, scalars[index - 1] == "(" || scalars[index - 1] == "（" || scalars[index - 1] == " " {
      start -= UTF8.width(scalars[index - 1])
      index -= 1
    }
    while index > 0, !marks.contains(scalars[index - 1]), scalars[index - 1] != "\u{FFFD}" {
      start -= UTF8.width(scalars[index - 1])
      index -= 1
    }
    return start
  }

  private func isBlank(_ range: Range<Int>) -> Bool {
    ["", "的", "为", "(", "（", "是", "达", "分别为"].contains(reading.string(range).trimmedSpaces)
  }

  private func stripped(_ range: Range<Int>) -> Range<Int>? {
    var low = range.lowerBound
    var high = range.upperBound
    var changed = true
    while changed, low < high {
      changed = false
      let words = reading.string(low..<high)
      if let first = words.utf8.first, first == 0x20 || first == 0x28 || first == 0x29 {
        low += 1
        changed = true
      } else if let last = words.utf8.last, last == 0x20 || last == 0x28 || last == 0x3D {
        high -= 1
        changed = true
      } else if words.hasSuffix("（") {
        high -= 3
        changed = true
      } else if let end = Self.ends.first(where: { words.hasSuffix($0) }) {
        high -= end.utf8.count
        changed = true
      } else if !words.hasPrefix("中位"), let beginning = Self.beginnings.first(where: { words.hasPrefix($0) }) {
        low += beginning.utf8.count
        changed = true
      }
    }
    let words = reading.string(low..<max(low, high))
    let length = words.unicodeScalars.count
    return (2...24).contains(length) && !words.unicodeScalars.contains("\u{FFFD}") ? low..<high : nil
  }
}
