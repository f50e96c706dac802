import Literature
import TextAnalysis

/// A printed number and what became of it. Each status includes those before it: a number that fails was checked.
public struct ExaminedNumber: Hashable, Sendable {
  public enum Status: Int, Hashable, Sendable, Comparable, CaseIterable {
    /// In no result card.
    case seen
    /// In the figures of a card.
    case understood
    /// Some rule concerns the card.
    case checkable
    /// Some rule could judge the card, and no rule objects.
    case right
    /// An error or warning is on the card, or marks the number itself.
    case failing

    public static func < (left: Status, right: Status) -> Bool { left.rawValue < right.rawValue }
  }

  public var span: SourceSpan
  public var status: Status
}

/// Judges every number of a document by the cards and findings that hold it. O(numbers · cards of their passage).
struct NumberExaminer {
  private let context: CheckContext
  private let reach: RuleReach
  private let failingCards: Set<Int>
  /// Bytes that findings on numbers mark: ascending, not overlapping.
  private let marked: [Range<Int>]

  init(context: CheckContext, reach: RuleReach, findings: [Finding]) {
    self.context = context
    self.reach = reach
    let grave = findings.filter { $0.severity != .info }
    failingCards = Set(grave.flatMap(\.cards))
    marked = Self.merged(grave.filter { Self.isOnNumbers($0.code) }.flatMap(\.span.ranges))
  }

  private static func merged(_ ranges: [Range<Int>]) -> [Range<Int>] {
    var merged: [Range<Int>] = []
    for range in ranges.sorted(by: { $0.lowerBound < $1.lowerBound }) {
      if let last = merged.last, range.lowerBound <= last.upperBound {
        merged[merged.count - 1] = last.lowerBound..<max(last.upperBound, range.upperBound)
      } else {
        merged.append(range)
      }
    }
    return merged
  }

  /// Rules on figures, on their agreement, and on the figures of sources; the others mark callouts and entries.
  private static func isOnNumbers(_ code: String) -> Bool { code.utf8.first.map("NAS".utf8.contains) ?? false }

  /// In document order.
  func numbers() -> [ExaminedNumber] {
    var byPassage: [Int: [Int]] = [:]
    for (index, card) in context.results.enumerated() { byPassage[card.passage, default: []].append(index) }
    return context.extract.passages.indices.flatMap { index -> [ExaminedNumber] in
      let passage = context.extract.passages[index]
      guard passage.kind != .reference else { return [] }
      let cards = byPassage[index] ?? []
      return context.lexed[index].tokens.filter { $0.kind == .number }.map { token in
        let span = passage.flow.span(of: token.range)
        let holders = cards.filter { context.results[$0].span.overlaps(span) }
        return ExaminedNumber(span: span, status: status(holders, span))
      }
    }
  }

  private func status(_ holders: [Int], _ span: SourceSpan) -> ExaminedNumber.Status {
    if holders.contains(where: failingCards.contains) || isMarked(span) { return .failing }
    if holders.contains(where: reach.checked.contains) { return .right }
    if holders.contains(where: reach.checkable.contains) { return .checkable }
    return holders.isEmpty ? .seen : .understood
  }

  private func isMarked(_ span: SourceSpan) -> Bool {
    let after = marked.partitionPoint { $0.lowerBound >= span.end }
    return after > 0 && marked[after - 1].upperBound > span.start
  }
}
