/// What a caption says that its table is of.
enum CaptionSubject {
  /// The words before the first sentence's end, without "Table 1"; nil for an empty caption.
  static func outcome(of caption: String) -> String? {
    let text = caption.trimmedSpaces
    var rest = Substring(text)
    if rest.lowercased().hasPrefix("table") {
      rest = rest.dropFirst(5).drop { $0.isWhitespace || $0.isNumber || $0 == "." || $0 == ":" }
    }
    var subject = rest.split { ".,;(".contains($0) }.first.map(String.init)?.trimmedSpaces ?? ""
    for opening in openings where subject.lowercased().hasPrefix(opening) { subject = String(subject.dropFirst(opening.count)) }
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
      for ending in ["比较", "的", "情况", "变化", "结果", "对比", "分析"] where rest.hasSuffix(ending) && rest.count > ending.count + 1 {
        (rest, changed) = (String(rest.dropLast(ending.count)), true)
      }
    }
    return rest.isEmpty ? subject : rest
  }
}
