import Literature
import TextAnalysis

/// Shares and multiples in words that the figures of the outcome and the group deny which the words name: "two thirds of those who exercised were
/// responders", 缓解率达安慰剂组的2倍以上.
struct LedgerShares: Sendable {
  struct Denied: Sendable {
    var passage: Int
    /// Bytes of the passage's flow.
    var range: Range<Int>
    var figure: String
    var entry: LedgerEntry
  }

  private let context: CheckContext
  private let ledger: Ledger
  private let labels: GroupLabels

  /// In document order. O(pieces · entries).
  static func denied(in context: CheckContext) -> [Denied] {
    let ledger = Ledger.shared(in: context)
    guard context.bearsRemarks, !context.isReview, ledger.entries.contains(where: { $0.arms.count == 2 }) else { return [] }
    let reader = LedgerShares(context: context, ledger: ledger, labels: GroupLabels.shared(in: context))
    return StatementPlace.own(in: context).flatMap(reader.denied)
  }

  private static let parts = PhraseSet(
    [
      "of these", "of whom", "of them", "of which", "of those with", "of those affected", "of the affected", "of the cases",
      "of cases", "subgroup", "subgroups", "among", "baseline", "expected",
    ],
    ["其中", "亚组", "基线", "预期", "占", "者中", "界值"])

  private func denied(_ passage: Int) -> [Denied] {
    let text = context.lexed[passage]
    guard !FigureBound.otherwise.occurs(in: text) else { return [] }
    var before: [LedgerEntry] = []
    return Clauses.all(in: text).flatMap { clause in
      Pieces.atCommas(in: text, clause).compactMap { piece -> Denied? in
        let place = Ledger.Place(passage: passage, start: text.tokens[piece.lowerBound].start)
        if let part = LedgerParts(ledger: ledger, labels: labels).denied(text, piece, place) {
          return Denied(passage: passage, range: part.range, figure: part.figure, entry: part.entry)
        }
        let entries = entries(text, piece, passage).filter { $0.arms.count == 2 }
        defer { if !entries.isEmpty { before = entries } }
        guard !Self.parts.occurs(in: text, piece) else { return nil }
        let meant = entries.isEmpty && namesNothing(text, piece) ? before : entries
        return share(text, piece, meant, passage) ?? multiple(text, piece, meant, passage)
      }
    }
  }

  /// Of the outcome that a piece names. O(entries).
  private func entries(_ text: LexedText, _ piece: Range<Int>, _ passage: Int) -> [LedgerEntry] {
    let topic = VerdictStatement.topic(text, piece, without: [], labels).filter { !$0.hasPrefix("drug:") }
    let place = Ledger.Place(passage: passage, start: text.tokens[piece.lowerBound].start)
    let meant = ledger.meant(topic, times: VerdictStatement.times(text, piece), at: place)
    let found = meant.isEmpty ? ledger.onlyNamed(topic, at: place) : meant
    return found
  }

  /// "…, and fewer than half of those given advice": of what was told before.
  private func namesNothing(_ text: LexedText, _ piece: Range<Int>) -> Bool {
    let words = WordedShare.shares(in: text, piece).map(\.range)
    let topic = VerdictStatement.topic(text, piece, without: words, labels).filter { word in
      !word.hasPrefix("drug:") && !GroupNames.shared(in: context).isName(word)
    }
    return !topic.contains(where: VerdictStatement.isOutcome) && LedgerTopic.weight(topic) <= Self.mostIdle
  }

  private static let mostIdle = 1.0
  private static let changing = [
    "减少", "降低", "下降", "增加", "提高", "升高", "缩短", "延长", "减少约", "降低约", "下降约", "减少近", "降低近", "下降近", "减少了", "降低了", "下降了", "增加了",
  ]

  /// 减少三分之一: by how much it changed.
  private func isChange(_ share: WordedShare, _ text: LexedText) -> Bool {
    let before = text.string(max(0, share.range.lowerBound - 15)..<share.range.lowerBound)
    return Self.changing.contains { before.hasSuffix($0) }
  }

  /// "Two thirds of those affected (14 of 21)": of its own count.
  private func isCounted(_ share: WordedShare, _ text: LexedText) -> Bool {
    let start = text.firstToken(at: share.range.upperBound)
    return (start..<min(text.count, start + Self.mostToCount)).contains { index in
      text.isNumber(index) && (text.isWord(index + 1, "of") || text.isSymbol(index + 1, "/")) && text.isNumber(index + 2)
    }
  }

  private static let mostToCount = 10
  private static let survivors = PhraseSet(
    ["alive", "survived", "surviving", "survival", "free", "without", "avoided", "escaped"], ["存活", "生存", "未发生", "无"])

  private func share(_ text: LexedText, _ piece: Range<Int>, _ entries: [LedgerEntry], _ passage: Int) -> Denied? {
    let known = entries.filter { $0.arms.allSatisfy { $0.share != nil } }
    guard !known.isEmpty, let share = ShareStatement.stated(text, piece) ?? bare(text, piece),
      !isChange(share, text), !isCounted(share, text)
    else { return nil }
    let mayBeTurned = Self.survivors.occurs(in: text, piece)
    var odd: (PrintedNumber, LedgerEntry)?
    for entry in known {
      let named = Set(OpenDirection.mentions(text, piece, entry).map(\.arm))
      let arms = named.count == 1 ? named.sorted() : [0, 1]
      for value in arms.compactMap({ entry.arms[$0].share }) {
        let isBroken = { (value: PrintedNumber) in
          named.count == 1 && share.relation != .about ? share.isBroken(by: value) : share.isClearlyBroken(by: value)
        }
        let rest = PrintedNumber(printed: value.printed, value: 100 - value.value, decimals: value.decimals)
        guard isBroken(value), !mayBeTurned || isBroken(rest) else { return nil }
        if odd == nil { odd = (value, entry) }
      }
    }
    return odd.map { Denied(passage: passage, range: share.range, figure: $0.0.printed + "%", entry: $0.1) }
  }

  private func bare(_ text: LexedText, _ piece: Range<Int>) -> WordedShare? {
    Negation.occurs(in: text, piece) ? nil : WordedShare.bare(in: text, piece)
  }

  private func multiple(_ text: LexedText, _ piece: Range<Int>, _ entries: [LedgerEntry], _ passage: Int) -> Denied? {
    guard !entries.isEmpty, let contrast = ArmContrast.only(in: text, piece),
      contrast.kind == .multiple || entries.allSatisfy({ $0.arms.allSatisfy { $0.share != nil } }),
      entries.allSatisfy({ entry in
        !entry.isOfCounts && entry.arms.allSatisfy { $0.value.value > 0 }
          && contrast.isBroken(by: entry.arms[0].value.value, entry.arms[1].value.value)
      }), let first = entries.first
    else { return nil }
    return Denied(
      passage: passage, range: contrast.range, figure: first.arms.map(\.value.printed).joined(separator: ", "), entry: first)
  }
}
