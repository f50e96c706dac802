import Literature
import TextAnalysis

/// What share of one row another makes, in words: "superficial infections accounted for a third of the infections in the first group".
struct LedgerParts {
  let ledger: Ledger
  let labels: GroupLabels

  private static let verbs = PhraseSet(
    ["accounted for", "made up", "constituted", "comprised", "represented", "accounts for", "makes up", "formed"], ["占", "构成"])
  private static let majority = PhraseSet(["majority", "most"], ["多数", "大部分"])
  private static let minority = PhraseSet(["minority"], ["少数", "小部分"])

  /// The words and the figures that deny them; nil where the rows or the group are not known. O(entries).
  func denied(_ text: LexedText, _ piece: Range<Int>, _ place: Ledger.Place) -> (
    range: Range<Int>, figure: String, entry: LedgerEntry
  )? {
    guard let verb = Self.verbs.first(in: text, piece), let share = share(text, piece) else { return nil }
    let middle = text.firstToken(at: verb.lowerBound)
    guard middle > piece.lowerBound, middle < piece.upperBound, share.range.lowerBound >= verb.lowerBound else { return nil }
    let parts = entries(text, piece.lowerBound..<middle, place)
    let wholes = entries(text, middle..<piece.upperBound, place).filter { whole in !parts.contains { $0.topic == whole.topic } }
    guard parts.count == 1, wholes.count == 1, let part = parts.first, let whole = wholes.first else { return nil }
    let named = Set(OpenDirection.mentions(text, piece, whole).map(\.arm))
    let arms = named.count == 1 ? named.sorted() : [0, 1]
    let shares = arms.map { arm -> PrintedNumber in
      let percent = 100 * part.arms[arm].value.value / whole.arms[arm].value.value
      return PrintedNumber(printed: NumberText.fixed(percent, 1), value: percent, decimals: 1)
    }
    guard shares.allSatisfy({ $0.value <= 100 && share.isClearlyBroken(by: $0) }), let first = shares.first else { return nil }
    return (share.range, first.printed + "%", part)
  }

  private func share(_ text: LexedText, _ piece: Range<Int>) -> WordedShare? {
    if let share = WordedShare.bare(in: text, piece) { return share }
    if let words = Self.majority.first(in: text, piece) { return WordedShare(percent: 50, relation: .more, range: words) }
    return Self.minority.first(in: text, piece).map { WordedShare(percent: 50, relation: .less, range: $0) }
  }

  private func entries(_ text: LexedText, _ tokens: Range<Int>, _ place: Ledger.Place) -> [LedgerEntry] {
    let topic = VerdictStatement.topic(text, tokens, without: [], labels).filter { !$0.hasPrefix("drug:") }
    return ledger.meant(topic, times: [], at: place).filter { entry in
      entry.passage == nil && entry.arms.count == 2 && entry.arms.allSatisfy { $0.value.value > 0 }
    }
  }
}
