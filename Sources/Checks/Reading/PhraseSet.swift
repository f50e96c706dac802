import TextAnalysis

/// Words and phrases that a rule looks for, in English by whole words, in Chinese by characters.
struct PhraseSet: Sendable {
  /// By first word; each with the words that must follow. Lower case.
  private let english: [String: [[String]]]
  private let chinese: [[UInt8]]

  /// - Parameter english: words parted by single spaces, in lower case; hyphens are spaces.
  init(_ english: [String], _ chinese: [String] = []) {
    var byFirst: [String: [[String]]] = [:]
    for phrase in english {
      let words = phrase.split(separator: " ").map(String.init)
      guard let first = words.first else { continue }
      byFirst[first, default: []].append(Array(words.dropFirst()))
    }
    self.english = byFirst.mapValues { $0.sorted { $0.count > $1.count } }
    self.chinese = chinese.map { Array($0.utf8) }.sorted { $0.count > $1.count }
  }

  func occurs(in text: LexedText, _ tokens: Range<Int>? = nil) -> Bool { first(in: text, tokens) != nil }

  /// The bytes of the first occurrence within a range of tokens. O(tokens).
  func first(in text: LexedText, _ tokens: Range<Int>? = nil) -> Range<Int>? {
    for index in tokens ?? text.tokens.indices {
      if let range = match(text, index) { return range }
    }
    return nil
  }

  /// The bytes of every occurrence, ascending and not overlapping within a token.
  func all(in text: LexedText, _ tokens: Range<Int>? = nil) -> [Range<Int>] {
    (tokens ?? text.tokens.indices).flatMap { index -> [Range<Int>] in
      guard text.tokens[index].kind == .han else { return match(text, index).map { [$0] } ?? [] }
      var found: [Range<Int>] = []
      while let next = han(text, index, from: found.last?.upperBound ?? text.tokens[index].start) { found.append(next) }
      return found
    }
  }

  private func match(_ text: LexedText, _ index: Int) -> Range<Int>? {
    switch text.tokens[index].kind {
    case .word: latin(text, index)
    case .han: han(text, index, from: text.tokens[index].start)
    default: nil
    }
  }

  private func latin(_ text: LexedText, _ index: Int) -> Range<Int>? {
    guard let candidates = english[text.lowercased(index)] else { return nil }
    for rest in candidates {
      var cursor = index
      let isThere = rest.allSatisfy { word in
        cursor += text.isSymbol(cursor + 1, "-") ? 2 : 1
        guard text.tokens.indices.contains(cursor) else { return false }
        return text.tokens[cursor].kind == .word || text.tokens[cursor].kind == .number
          ? text.lowercased(cursor) == word : false
      }
      if isThere { return text.tokens[index].start..<text.tokens[cursor].end }
    }
    return nil
  }

  /// The earliest phrase from a byte of a Han token on; of those that begin there the longest.
  private func han(_ text: LexedText, _ index: Int, from first: Int) -> Range<Int>? {
    let token = text.tokens[index]
    var earliest: Range<Int>?
    for phrase in chinese where first + phrase.count <= token.end {
      let last = (earliest?.lowerBound ?? token.end) - 1
      guard
        let start = (first...token.end - phrase.count).first(where: { start in
          start <= last && text.utf8[start..<start + phrase.count].elementsEqual(phrase)
        })
      else { continue }
      earliest = start..<start + phrase.count
    }
    return earliest
  }
}
