import Literature
import TextAnalysis

/// Where the words of effect stand in a folded text, found in one pass for all lists.
struct EffectWordPlaces {
  struct Place {
    var list: EffectWords.List
    /// With the spaces around an English word.
    var range: Range<Int>
  }
  /// Ascending.
  private(set) var places: [Place] = []
  /// Bit `rawValue` of each list that has a word in the text.
  private var lists: UInt32 = 0

  private static let entries = EffectWords.List.allCases.flatMap { list in
    EffectWords.words(of: list).entries.map { (list: list, entry: $0) }
  }
  private static let table = NeedleTable(entries.map(\.entry))

  init(_ text: [UInt8]) {
    let entries = Self.entries
    WordList.forEachMatch(of: Self.table, in: text) { entry, range in
      let list = entries[entry].list
      places.append(Place(list: list, range: range))
      lists |= Self.bit(list)
      return true
    }
  }

  private static func bit(_ list: EffectWords.List) -> UInt32 { 1 << UInt32(list.rawValue) }

  func stand(_ list: EffectWords.List) -> Bool { lists & Self.bit(list) != 0 }

  /// Where the first word of a list begins within a range. O(log n + words that begin in the range).
  func first(_ list: EffectWords.List, in range: Range<Int>) -> Int? {
    guard stand(list) else { return nil }
    return places(from: range).first { $0.list == list && $0.range.upperBound <= range.upperBound }?.range.lowerBound
  }

  /// The places that begin in a range; they may reach beyond it. O(log n): the clauses of a sentence share its places out, so that reading all of
  /// them is linear.
  func places(from range: Range<Int>) -> ArraySlice<Place> {
    let first = places.partitionPoint { $0.range.lowerBound >= range.lowerBound }
    return places[first..<max(first, places.partitionPoint { $0.range.lowerBound >= range.upperBound })]
  }

  /// Whether more of what a range speaks of is good; nil where it names nothing known.
  func prefersHigh(in range: Range<Int>) -> Bool? {
    if first(.harms, in: range) != nil { return false }
    if first(.goods, in: range) != nil { return true }
    return first(.burdens, in: range) == nil ? nil : false
  }

  /// Where negations begin, of words that only look like one none.
  func negations(in range: Range<Int>) -> [Int] {
    guard stand(.negations) else { return [] }
    let inside = places(from: range).filter { $0.range.upperBound <= range.upperBound }
    let looks = inside.filter { $0.list == .notNegations }.map(\.range.lowerBound)
    return inside.filter { $0.list == .negations }.map(\.range.lowerBound).filter { !looks.contains($0) }
  }
}

/// A sentence folded as `Folded` does, with its clauses: the pieces between commas, semicolons, brackets and words such as but.
struct ClausedText {
  let text: [UInt8]
  private let utf8: [UInt8]
  private var clauses: [Clause] = []

  private struct Clause {
    /// Bytes of the sentence.
    var source: Range<Int>
    /// The same in the folded text, the spaces around it included; nil where a mark that is no space there parts it from its neighbours.
    var folded: Range<Int>?
  }

  init(_ lexed: LexedText) {
    utf8 = lexed.utf8
    var bytes: [UInt8] = [0x20]
    bytes.reserveCapacity(lexed.utf8.count + 2)
    var position = 0
    for source in Self.sources(of: lexed) {
      Folded.append(lexed.utf8[position..<source.lowerBound], to: &bytes)
      let isParted = bytes.last == 0x20
      let start = bytes.count - 1
      Folded.append(lexed.utf8[source], to: &bytes)
      position = source.upperBound
      let isClosed = bytes.last == 0x20 || position == lexed.utf8.count || !Folded.isWordByte(lexed.utf8[position])
      clauses.append(
        Clause(source: source, folded: isParted && isClosed ? start..<bytes.count + (bytes.last == 0x20 ? 0 : 1) : nil))
    }
    Folded.append(lexed.utf8[position...], to: &bytes)
    if bytes.last != 0x20 { bytes.append(0x20) }
    text = bytes
  }

  /// The clauses with the words of effect in them; `words` are those of the whole text.
  func clauses(_ words: EffectWordPlaces) -> [(words: EffectWordPlaces, range: Range<Int>)] {
    clauses.map { clause in
      if let range = clause.folded { return (words, range) }
      let own = Folded(bytes: utf8[clause.source]).text
      return (EffectWordPlaces(own), own.indices)
    }
  }

  /// Ascending, never empty.
  static func sources(of lexed: LexedText) -> [Range<Int>] {
    var result: [Range<Int>] = []
    var start = 0
    for (index, token) in lexed.tokens.enumerated() where endsClause(lexed, index, token) {
      if token.start > start { result.append(start..<token.start) }
      start = token.kind == .symbol ? token.end : token.start
    }
    if start < lexed.utf8.count { result.append(start..<lexed.utf8.count) }
    return result
  }

  private static func endsClause(_ lexed: LexedText, _ index: Int, _ token: Token) -> Bool {
    switch token.kind {
    case .symbol:
      return token.isSymbol(",") || token.isSymbol(";") || token.isSymbol(":") || token.isSymbol("(") || token.isSymbol(")")
        || token.isSymbol("。")
    case .word:
      return lexed.isWord(index, "but") || lexed.isWord(index, "whereas") || lexed.isWord(index, "while")
        || lexed.isWord(index, "although")
    default: return false
    }
  }
}
