import TextAnalysis

/// Drugs that patients had before the trial, which it did not give: "in patients previously treated with sorafenib", 索拉非尼治疗失败.
struct PriorTreatment {
  private let lexed: LexedText
  init(_ lexed: LexedText) { self.lexed = lexed }

  /// Whether the drug at these bytes is told as a treatment of before. O(1): looks at a few tokens on each side.
  func holds(_ drug: Range<Int>) -> Bool {
    let start = lexed.firstToken(at: drug.lowerBound)
    return isNamedBefore(start) || isNamedBehind(drug)
  }

  /// "previously treated with D", "refractory to D", "after failure of D": only words that lead there may stand between.
  private func isNamedBefore(_ start: Int) -> Bool {
    var index = start - 1
    while index >= 0, start - index <= Self.reach {
      if Self.marks.contains(where: { lexed.isWord(index, $0) }) { return true }
      guard Self.links.contains(where: { lexed.isWord(index, $0) }) || lexed.isSymbol(index, "-") else { return false }
      index -= 1
    }
    return false
  }

  /// "D-refractory", 索拉非尼治疗失败, 奥希替尼耐药后.
  private func isNamedBehind(_ drug: Range<Int>) -> Bool {
    let tail = lexed.utf8[drug.upperBound..<min(drug.upperBound + Self.bytesBehind, lexed.utf8.count)]
    if Self.chineseMarks.contains(where: { tail.starts(with: $0.utf8) }) { return true }
    let next = lexed.firstToken(at: drug.upperBound)
    guard lexed.isSymbol(next, "-"), !lexed.hasGap(before: next) else { return false }
    return ["refractory", "resistant", "intolerant", "experienced", "pretreated", "treated"].contains {
      lexed.isWord(next + 1, $0)
    }
  }

  private static let reach = 6
  private static let bytesBehind = 24
  private static let marks: [StaticString] = [
    "previously", "prior", "previous", "pretreated", "refractory", "resistant", "intolerant", "progressed", "progression",
    "progressing", "failed",
    "failure", "relapsed",
  ]
  private static let links: [StaticString] = [
    "treated", "treatment", "therapy", "with", "to", "of", "on", "after", "during", "following", "or", "and", "who", "had",
    "have", "received",
    "exposure",
  ]
  private static let chineseMarks = ["治疗失败", "治疗后进展", "治疗进展", "失败", "耐药", "不耐受", "难治", "经治", "进展后"]
}
