import Literature
import TextAnalysis

/// Callouts that mean a work cited before: `(ibid., p. 5)`, `(Smith, op. cit.)`, `（同上）`.
struct BackReferences {
  let index: AuthorYearIndex

  /// How many callouts one may point back over.
  private static let reach = 200

  /// The callouts with those that point back among them, by passage and place. What points back at nothing certain is left out: "ibid."
  /// behind a callout of two works, "op. cit." of an author not yet cited.
  func added(to callouts: [Callout], passages: [Passage], lexed: [LexedText]) -> [Callout] {
    var byPassage = Dictionary(grouping: callouts, by: \.passage)
    var all: [Callout] = []
    for passage in passages.indices where passage < lexed.count {
      var own = byPassage.removeValue(forKey: passage) ?? []
      if passages[passage].kind != .reference {
        for bracket in brackets(in: lexed[passage]) {
          let range = lexed[passage].tokens[bracket.open].start..<lexed[passage].tokens[bracket.close].end
          guard !own.contains(where: { $0.range.overlaps(range) }) else { continue }
          let before = own.filter { $0.range.upperBound <= range.lowerBound }
          guard let target = target(bracket, all.suffix(Self.reach) + before, lexed[passage]) else { continue }
          own.append(Callout(passage: passage, range: range, targets: [target]))
          own.sort { $0.range.lowerBound < $1.range.lowerBound }
        }
      }
      all += own
    }
    return all
  }

  private struct Bracket {
    var open: Int
    /// The first word of "ibid." or "op. cit."
    var word: Int
    var close: Int
  }

  private func brackets(in lexed: LexedText) -> [Bracket] {
    lexed.tokens.indices.compactMap { position in
      guard isBackWord(position, lexed),
        let open = (max(0, position - 12)..<position).last(where: { lexed.isSymbol($0, "(") || lexed.isSymbol($0, "[") }),
        let close = (position..<min(lexed.count, position + 16)).first(where: {
          lexed.isSymbol($0, ")") || lexed.isSymbol($0, "]")
        }),
        !(open..<position).contains(where: { lexed.isSymbol($0, ")") || lexed.isSymbol($0, ";") })
      else { return nil }
      return Bracket(open: open, word: position, close: close)
    }
  }

  private func isBackWord(_ position: Int, _ lexed: LexedText) -> Bool {
    if lexed.isWord(position, "ibid") || lexed.isWord(position, "ibidem") { return true }
    if lexed.hanHasPrefix(position, "同上") || lexed.hanHasPrefix(position, "同前") {
      return lexed.tokens[position].range.count <= 12
    }
    guard lexed.isWord(position, "op") || lexed.isWord(position, "loc") else { return false }
    return lexed.isWord(position + 1, "cit") || lexed.isSymbol(position + 1, ".") && lexed.isWord(position + 2, "cit")
  }

  private func target(_ bracket: Bracket, _ earlier: ArraySlice<Callout>, _ lexed: LexedText) -> Callout.Target? {
    let reader = CallReader(lexed: lexed, index: index)
    guard let names = reader.candidates(in: bracket.open + 1..<bracket.word).first else {
      guard let last = earlier.last, last.targets.count == 1 else { return nil }
      return last.targets.first
    }
    return earlier.last { $0.targets.contains { isBy(names.first, $0) } }?.targets.last { isBy(names.first, $0) }
  }

  private func isBy(_ name: String, _ target: Callout.Target) -> Bool {
    target.reference.map { index.isBy(name, reference: $0) } ?? false
  }
}
