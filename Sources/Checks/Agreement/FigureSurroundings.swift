import Literature
import TextAnalysis

/// What stands around each figure of a document: what it is a number of, the words that may say what it is of, and the other figures of its
/// statement. By these two places are known to tell one thing, whatever their grammar.
struct FigureSurroundings {
  let places: FigurePlaces
  let context: CheckContext
  /// Of each figure what it is a number of, where something beside it says so.
  let nouns: [String?]
  /// Of each figure a number that it shares with those of its noun; 0 where nothing says what it is.
  private let nounNumbers: [Int]
  private let families: [UInt8]
  private let spoken: SpokenWords

  /// O(bytes of the passages that hold figures).
  init(_ places: FigurePlaces) {
    self.places = places
    context = places.context
    let context = places.context
    let nouns = places.figures.indices.map { index -> String? in
      let figure = places.figures[index]
      return FigureNouns(context.lexed[figure.passage]).noun(of: figure)
        ?? places.head(of: index).flatMap { FigureNouns($0).nounOfColumn(isBracketed: figure.isBracketed) }
    }
    self.nouns = nouns
    var numbers: [String: Int] = [:]
    nounNumbers = nouns.map { noun in
      guard let noun else { return 0 }
      if let known = numbers[noun] { return known }
      numbers[noun] = numbers.count + 1
      return numbers.count
    }
    families = places.traits.map { Self.family($0.role) }
    spoken = SpokenWords(context, passages: places.byPassage.keys.sorted())
  }

  /// Words of a figure, each with its rarity times its nearness.
  struct Words {
    /// Ascending by the number of the word.
    fileprivate var near: [(id: Int, nearness: Double)]
    /// Of all of them.
    var total: Double
  }

  /// How near a word is: in the figure's piece of a clause or its row's first cell, in its clause, in its sentence, in its column's head.
  private enum Nearness { static let (piece, clause, sentence, head) = (1.0, 0.6, 0.3, 0.5) }

  /// O(words of the passage).
  func words(of index: Int) -> Words {
    let figure = places.figures[index]
    var near: [Int: Double] = [:]
    func add(_ id: Int, _ nearness: Double) { near[id] = max(near[id] ?? 0, nearness) }
    let text = context.lexed[figure.passage]
    if context.extract.passages[figure.passage].kind == .tableRow {
      let end = text.utf8.firstIndex(of: 0x09) ?? text.utf8.count
      for word in spoken.words(of: figure.passage) where word.start < end { add(word.id, Nearness.piece) }
      for id in places.head(of: index).map(spoken.words) ?? [] { add(id, Nearness.head) }
    } else {
      let token = text.firstToken(at: figure.range.lowerBound)
      let clause = Clauses.all(in: text).first { $0.contains(token) } ?? text.tokens.indices
      let piece = Pieces.all(in: text, clause).first { $0.contains(token) } ?? clause
      let (inClause, inPiece) = (bytes(clause, text), bytes(piece, text))
      for word in spoken.words(of: figure.passage) {
        add(
          word.id,
          inPiece.contains(word.start) ? Nearness.piece : inClause.contains(word.start) ? Nearness.clause : Nearness.sentence)
      }
    }
    let all = near.sorted { $0.key < $1.key }.map { (id: $0.key, nearness: $0.value) }
    return Words(near: all, total: all.reduce(0) { $0 + $1.nearness * spoken.weight($1.id) })
  }

  private func bytes(_ tokens: Range<Int>, _ text: LexedText) -> Range<Int> {
    tokens.isEmpty ? 0..<0 : text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end
  }

  /// How much the words of two places have in common. O(words).
  func shared(_ one: Words, _ other: Words) -> Double {
    var (left, right, sum) = (0, 0, 0.0)
    while left < one.near.count, right < other.near.count {
      let (mine, theirs) = (one.near[left], other.near[right])
      if mine.id == theirs.id { sum += min(mine.nearness, theirs.nearness) * spoken.weight(mine.id) }
      if mine.id <= theirs.id { left += 1 }
      if theirs.id <= mine.id { right += 1 }
    }
    return sum
  }

  /// Whether two figures can be one by what they are of, as far as both places say it.
  func mayBeOne(_ left: Int, _ right: Int) -> Bool {
    let (one, other) = (nounNumbers[left], nounNumbers[right])
    return families[left] == families[right] && (one == other || one == 0 || other == 0)
  }

  /// Whether something beside each of two figures says what it is, and says the same.
  func areOfOneNoun(_ left: Int, _ right: Int) -> Bool { nounNumbers[left] != 0 && nounNumbers[left] == nounNumbers[right] }

  private static func family(_ role: PlacedFigure.Role) -> UInt8 {
    switch role {
    case .value, .count: 0
    case .spread: 1
    case .low, .high: 2
    case .p: 3
    }
  }

  /// The significant digits of the other figures that two statements share.
  func company(_ left: Int, _ right: Int) -> Int {
    let keys = places.keys
    let theirs = places.row(places.traits[right].passage)
    var (shared, digits): ([Int], Int) = ([], 0)
    for mate in places.row(places.traits[left].passage) where mate != left {
      guard theirs.contains(where: { $0 != right && keys[$0] == keys[mate] && mayBeOne($0, mate) }) else { continue }
      let trait = places.traits[mate]
      guard keys[mate] != keys[left], keys[mate] != keys[right], trait.significant >= 2 || trait.decimals > 0,
        !shared.contains(keys[mate])
      else { continue }
      shared.append(keys[mate])
      digits += trait.significant
    }
    return digits
  }
}
