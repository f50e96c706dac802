import Literature

/// What a caption says that its table is of.
enum CaptionSubject {
  /// The words before the first sentence's end, without "Table 1"; nil for an empty caption.
  static func outcome(of caption: String) -> String? {
    let text = caption.trimmedSpaces
    var rest = Substring(text)
    if rest.lowercased().hasPrefix("table") {
      rest = rest.dropFirst(5).drop { $0.isWhitespace || $0.isNumber || $0 == "." || $0 == ":" }
    }
    var subject = rest.parts(atAny: ".,;(").first.map(String.init)?.trimmedSpaces ?? ""
    for opening in openings where subject.lowercased().hasPrefix(opening) { subject = String(subject.dropFirst(opening.count)) }
    subject = withoutMeasure(subject)
    // "Effects of A on B" is of B.
    if subject.lowercased().hasPrefix("effect"), let on = subject.range(ofText: " on ") {
      subject = String(decoding: Array(subject.utf8)[on.upperBound...], as: UTF8.self)
    }
    for word in [
      " among ", " between ", " by ", " in the ", " of the two ", " according ", " for ", " before ", " after ", " during ",
    ] {
      if let range = subject.range(ofText: word) {
        subject = String(decoding: Array(subject.utf8)[..<range.lowerBound], as: UTF8.self)
      }
    }
    return subject.isEmpty ? nil : chinese(subject)
  }

  /// The outcome of a model that a caption or heading names: "Dependent variable: depression", "… with depression (CES-D) as dependent variable"; nil where
  /// it names none.
  static func dependent(in text: String) -> String? {
    let lower = text.lowercased()
    guard lower.utf8.count == text.utf8.count else { return nil }
    let utf8 = Array(text.utf8)
    func part(_ range: Range<Int>) -> String? {
      let words = String(decoding: utf8[range], as: UTF8.self).trimmedSpaces
      return words.utf8.count <= 80 && words.hasLetter ? words : nil
    }
    for opening in ["dependent variable: ", "dv: ", "outcome: ", "dependent variable = "] {
      guard let found = lower.range(ofText: opening), found.lowerBound == 0 || (utf8[found.lowerBound - 1] | 0x20) &- 0x61 >= 26
      else { continue }
      let end = utf8[found.upperBound...].firstIndex { [0x2E, 0x3B, 0x28].contains($0) } ?? utf8.count
      return part(found.upperBound..<end)
    }
    for ending in [" as the dependent variable", " as dependent variable", " as the outcome", " as outcome"] {
      guard let found = lower.range(ofText: ending) else { continue }
      let start = [" with ", " of ", ": "].compactMap { end(ofLast: Array($0.utf8), in: utf8[..<found.lowerBound]) }.max()
      return start.flatMap { part($0..<found.lowerBound) }
    }
    return nil
  }

  private static func end(ofLast words: [UInt8], in bytes: ArraySlice<UInt8>) -> Int? {
    guard bytes.count >= words.count else { return nil }
    let starts = (bytes.startIndex...bytes.endIndex - words.count).reversed()
    return starts.first { bytes[$0..<$0 + words.count].elementsEqual(words) }.map { $0 + words.count }
  }

  /// "Hazard ratios for death" is of death.
  private static func withoutMeasure(_ subject: String) -> String {
    let lower = subject.lowercased()
    guard lower.utf8.count == subject.utf8.count else { return subject }
    for measure in measures {
      guard let found = lower.range(ofText: measure), found.lowerBound <= 24 else { continue }
      let rest = lower.utf8.dropFirst(found.upperBound)
      for joint in [" for ", " of ", " (95% ci) for ", " (95% ci) of "] where rest.starts(with: joint.utf8) {
        return String(decoding: Array(subject.utf8)[(found.upperBound + joint.utf8.count)...], as: UTF8.self)
      }
    }
    return subject
  }

  private static let measures = [
    "risk ratios", "risk ratio", "odds ratios", "odds ratio", "hazard ratios", "hazard ratio", "rate ratios", "rate ratio",
    "relative risks",
    "relative risk", "mean differences", "mean difference", "risk differences", "risk difference",
  ]

  private static let openings = [
    "comparison of ", "comparisons of ", "changes in ", "change in ", "summary of ", "differences in ",
  ]

  /// "两组自我效能得分比较" is of 自我效能得分.
  private static func chinese(_ subject: String) -> String {
    guard subject.utf8.contains(where: { $0 >= 0xE4 }) else { return subject }
    var rest = subject
    if rest.hasPrefix("表"), let space = rest.firstIndex(where: { $0.isWhitespace }) {
      rest = String(rest[space...]).trimmedSpaces
    }
    var changed = true
    while changed {
      changed = false
      for opening in ["两组", "各组", "三组", "患者", "治疗前后", "干预前后", "手术前后", "不同时间点", "不同时间", "学生", "的"] where rest.hasPrefix(opening) {
        (rest, changed) = (String(rest.dropFirst(opening.count)), true)
      }
      for ending in ["比较", "的", "情况", "变化", "结果", "对比", "分析", "风险比", "比值比", "危险比", "优势比", "相对危险度"]
      where rest.hasSuffix(ending) && rest.count > ending.count + 1 {
        (rest, changed) = (String(rest.dropLast(ending.count)), true)
      }
    }
    return rest.isEmpty ? subject : rest
  }
}
