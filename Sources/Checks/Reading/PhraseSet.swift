import TextAnalysis

/// Words and phrases that a rule looks for, in English by whole words, in Chinese by characters.
struct PhraseSet: Sendable {
  /// By first word; each with the words that must follow. Lower case.
  private let english: [String: [[String]]]
  /// Longest first.
  private let chinese: [[UInt8]]
  /// Whether a phrase begins with a byte, ASCII capitals counted as small letters: most tokens fall off here.
  private let isFirst: [Bool]

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
    var isFirst = [Bool](repeating: false, count: 256)
    for first in byFirst.keys.compactMap(\.utf8.first) + self.chinese.compactMap(\.first) { isFirst[Int(first)] = true }
    // A word that begins with a letter that is not ASCII may have another first byte in lower case.
    if byFirst.keys.contains(where: { $0.utf8.first.map { $0 >= 0x80 } == true }) {
      for first in 0x80...0xFF { isFirst[first] = true }
    }
    self.isFirst = isFirst
  }

  private func mayBegin(with byte: UInt8) -> Bool { isFirst[Int(byte &- 0x41 < 26 ? byte | 0x20 : byte)] }

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
    guard mayBegin(with: text.utf8[text.tokens[index].start]), let candidates = english[text.lowercased(index)] else {
      return nil
    }
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
    guard !chinese.isEmpty else { return nil }
    let end = text.tokens[index].end
    for start in first..<max(first, end) where isFirst[Int(text.utf8[start])] {
      let found = chinese.first { phrase in
        start + phrase.count <= end && phrase.indices.allSatisfy { text.utf8[start + $0] == phrase[$0] }
      }
      if let found { return start..<start + found.count }
    }
    return nil
  }
}
