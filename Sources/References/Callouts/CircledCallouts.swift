import Literature
import TextAnalysis

/// Finds circled numbers that stand for references: `疗效显著①②。`
///
/// A circled number before a clause numbers that clause (`①年龄；②性别`); a callout stands behind one. Where the list itself is
/// numbered so, a circled number behind a word is a callout whatever follows, and one that the list lacks is too.
struct CircledCallouts {
  let labels: LabelIndex

  func callouts(in lexed: LexedText, passage: Int) -> [Callout] {
    var found: [Callout] = []
    var index = 0
    while index < lexed.count {
      guard value(index, lexed) != nil else {
        index += 1
        continue
      }
      var end = index
      var numbers: [String] = []
      while end < lexed.count, let number = value(end, lexed) {
        if end > index, lexed.isSymbol(end - 1, "-"), let last = numbers.last { numbers += labels.between(last, number) ?? [] }
        numbers.append(number)
        let isJoined =
          end + 2 < lexed.count && value(end + 2, lexed) != nil && ["-", "~", ",", "、"].contains { lexed.isSymbol(end + 1, $0) }
        end += isJoined ? 2 : 1
      }
      let isCallout =
        labels.isCircled
        ? index > 0 && !lexed.isSymbol(index - 1, ":") && !lexed.isSymbol(index - 1, ";")
        : standsBehindClause(index, lexed) && isFollowedByMark(end, lexed)
          && numbers.allSatisfy { labels.index(of: $0) != nil }
      if isCallout {
        let range = lexed.tokens[index].start..<lexed.tokens[end - 1].end
        found.append(Callout(passage: passage, range: range, targets: numbers.map(labels.target)))
      }
      index = end
    }
    return found
  }

  /// The number in the list's own labels, which may be circled.
  private func value(_ index: Int, _ lexed: LexedText) -> String? {
    guard lexed.tokens[index].kind == .symbol, let number = CircledNumber.value(of: lexed.tokens[index].symbol) else {
      return nil
    }
    // ⑴ and ⒈ count the steps of a sentence where the list has ①.
    return labels.isCircled && !(0x2460...0x2473).contains(lexed.tokens[index].symbol) ? nil : String(number)
  }

  private func standsBehindClause(_ index: Int, _ lexed: LexedText) -> Bool {
    guard index > 0, !lexed.hasGap(before: index) else { return false }
    return lexed.tokens[index - 1].kind != .symbol || [")", "\"", "%", "["].contains { lexed.isSymbol(index - 1, $0) }
  }

  private func isFollowedByMark(_ end: Int, _ lexed: LexedText) -> Bool {
    end >= lexed.count || lexed.tokens[end].kind == .symbol && !["(", "\""].contains { lexed.isSymbol(end, $0) }
  }
}
