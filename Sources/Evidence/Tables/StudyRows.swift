import Lexicon
import Literature
import TextAnalysis

/// A table that lists studies, each with the counts of two arms and what they give: the figures of a forest plot.
struct StudyRows {
  /// What all of its figures are of, as the caption says it.
  let outcome: String

  /// Nil for a table that lists no studies, or whose caption names no outcome.
  init?(_ input: EvidenceInput, table: Int, caption: String) {
    guard StudyTable(input, table).hasStudyHeading, let outcome = Self.outcome(of: caption) else { return nil }
    self.outcome = outcome
  }

  /// Whether a row tells what the studies give together.
  static func isPooled(_ name: String) -> Bool {
    name.letterWords.contains { pooled.contains($0) } || ["合计", "总计", "合并", "小计"].contains { name.hasPrefix($0) }
  }

  /// "Miller 2015", "Chen et al.", 王明等2018: an author with a year, or with others.
  static func isStudy(_ name: String) -> Bool {
    let text = ResultText(name)
    let hasYear = text.indices.dropFirst().contains { index in
      text.kind(index) == .number && text.tokens[index].range.count == 4
        && PrintedNumber(text.string(index)).map { (1900...2100).contains($0.value) } ?? false
    }
    return name.hasLetter && hasYear || text.indices.contains { text.word($0) == "et" && text.word($0 + 1) == "al" }
      || text.indices.contains { text.hanEnds($0, with: "等") }
  }

  /// "Trial 1" is a number of one document's own.
  static func mayBeName(_ label: String) -> Bool {
    !label.letterWords.allSatisfy { ["trial", "study", "experiment", "session", "test", "no"].contains($0) }
  }

  private static let pooled: Words = ["total", "totals", "pooled", "overall", "subtotal", "combined", "summary", "heterogeneity"]

  /// "Forest plot of relapse", "Relapse in the included studies", 各研究的复发情况: the words beside those of studies and plots.
  static func outcome(of caption: String) -> String? {
    if let mention = EndpointScanner.mentions(in: Array(caption.utf8), matches: Lexicon.builtIn.matches(in: Array(caption.utf8)))
      .last(where: { !$0.isWeak })
    {
      return mention.name
    }
    guard let subject = CaptionSubject.outcome(of: caption) else { return nil }
    if subject.utf8.contains(where: { $0 >= 0xE4 }) { return chinese(subject) }
    let text = ResultText(caption)
    let start = text.word(0) == "table" ? 2 : 0
    let end = text.indices.first { $0 > start && text.isSymbol($0, anyOf: [".", ";", ":", "("]) && $0 > start + 1 } ?? text.count
    let pieces = pieces(of: text, start..<max(start, end))
    guard let words = pieces.last(where: { piece in !piece.contains { plain.contains(text.word($0)) } }) else { return nil }
    return text.string(words)
  }

  /// The runs between prepositions, without articles at their beginnings.
  private static func pieces(of text: ResultText, _ range: Range<Int>) -> [Range<Int>] {
    var pieces: [Range<Int>] = []
    var first = range.lowerBound
    for index in range where text.tags(index).contains(.preposition) || index == range.upperBound - 1 {
      let isLast = index == range.upperBound - 1 && !text.tags(index).contains(.preposition)
      while first < index, text.tags(first).contains(.determiner) || text.kind(first) != .word { first += 1 }
      let end = isLast ? index + 1 : index
      if first < end, text.kind(first) == .word { pieces.append(first..<end) }
      first = index + 1
    }
    return pieces
  }

  private static let plain: Words = [
    "study", "studies", "trial", "trials", "forest", "plot", "plots", "data", "analysis", "analyses", "meta", "results", "effect",
    "effects",
    "included", "individual", "summary", "patients", "participants", "adults", "children", "table", "risk", "ratios", "ratio",
    "odds",
    "comparison", "placebo", "control", "arm", "group", "groups", "each", "weight", "weights", "review",
  ]

  private static func chinese(_ subject: String) -> String? {
    var rest = subject
    var changed = true
    while changed {
      changed = false
      for opening in ["各研究", "纳入研究", "各项研究", "入选研究", "各试验", "各", "中", "的", "报告", "关于"]
      where rest.hasPrefix(opening) && rest.count > opening.count {
        (rest, changed) = (String(rest.dropFirst(opening.count)), true)
      }
      for ending in ["的", "情况", "森林图", "数据", "荟萃分析", "Meta分析", "meta分析", "结果", "比较"]
      where rest.hasSuffix(ending) && rest.count > ending.count {
        (rest, changed) = (String(rest.dropLast(ending.count)), true)
      }
    }
    return rest.contains("研究") || rest.contains("文献") || rest.isEmpty ? nil : rest
  }
}
