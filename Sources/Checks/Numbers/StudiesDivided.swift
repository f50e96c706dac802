import Literature
import TextAnalysis

/// Studies that a sentence divides, with the people of each part, where the studies add up and the people do not: "Nine trials remained, with
/// 13 658 participants. Five were in A (n=7925) and four in B (n=5733)."
///
/// That the numbers of studies make the one before them says that the parts are all.
struct StudiesDivided: Hashable, Sendable {
  var total: Int
  var parts: [Int]
  /// Bytes of the text, from the first size to the last.
  var range: Range<Int>

  var sum: Int { parts.reduce(0, +) }

  private static let (mostParts, mostStudies, fewestPeople) = (4, 99, 100)
  private static let works = PhraseSet(["trials", "studies", "cohorts", "reports", "rcts"], ["试验", "研究", "队列"])
  private static let partial = PhraseSet(
    ["excluded", "analysed", "analyzed", "evaluable", "overlap", "both", "also"], ["排除", "剔除", "重叠", "分析"])

  /// - Parameter before: the sentence before in the same paragraph.
  init?(_ text: LexedText, before: LexedText?) {
    guard !Self.partial.occurs(in: text), Self.works.occurs(in: text) || before.map({ Self.works.occurs(in: $0) }) ?? false else {
      return nil
    }
    let sizes = Self.sizes(text)
    guard (2...Self.mostParts).contains(sizes.count), let first = sizes.first, let last = sizes.last else { return nil }
    let sum = sizes.reduce(0) { $0 + $1.value }
    let studies = Self.studies(text).filter { $0.range.upperBound <= last.range.lowerBound }
    let earlier = before.map(Self.studies) ?? []
    let parts = studies.suffix(sizes.count).map(\.value)
    let whole = parts.reduce(0, +)
    guard parts.count == sizes.count,
      studies.dropLast(sizes.count).contains(where: { $0.value == whole }) || earlier.contains(where: { $0.value == whole })
    else { return nil }
    let known = Set((Self.people(text) + (before.map(Self.people) ?? [])).filter { size in !sizes.contains { $0.value == size } })
    guard !known.contains(sum), let total = known.sorted().first(where: { Self.isSlip($0, sizes.map(\.value)) }) else {
      return nil
    }
    (self.total, self.parts, range) = (total, sizes.map(\.value), first.range.lowerBound..<last.range.upperBound)
  }

  /// "n=7925", "(7 925 patients)", 共 7 925 例 behind a number of studies.
  private static func sizes(_ text: LexedText) -> [PrintedCount] {
    PrintedCount.all(in: text).filter { count in
      guard count.value >= fewestPeople, !count.mayBeYear(in: text) else { return false }
      let first = text.firstToken(at: count.range.lowerBound)
      return text.isSymbol(first - 1, "=") && text.isWord(first - 2, "n") || text.isSymbol(first - 1, "(")
    }
  }

  private static func studies(_ text: LexedText) -> [PrintedCount] {
    text.tokens.indices.flatMap { index -> [PrintedCount] in
      if let value = PrintedCount.numeral(text, index, before: "项") {
        return [PrintedCount(value: value, range: text.tokens[index].range, isSpelled: true)]
      }
      guard let count = PrintedCount.small(text, index), count.value <= mostStudies, !text.isSymbol(index - 1, "-"),
        count.isSpelled || text.hanHasPrefix(index + 1, "项") || works.occurs(in: text, index + 1..<min(text.count, index + 4))
      else { return [] }
      return [count]
    }
  }

  private static func people(_ text: LexedText) -> [Int] {
    PrintedCount.all(in: text).filter { $0.value >= fewestPeople && !$0.mayBeYear(in: text) }.map(\.value)
  }

  private static func isSlip(_ total: Int, _ parts: [Int]) -> Bool {
    let sum = parts.reduce(0, +)
    return ([(total, sum)] + parts.map { ($0, total - sum + $0) }).contains { printed, meant in
      meant > 0 && printed.isSlip(of: meant)
    }
  }
}
