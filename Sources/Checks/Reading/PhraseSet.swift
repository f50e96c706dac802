import TextAnalysis

/// Words and phrases that a rule looks for, in English by whole words, in Chinese by characters.
struct PhraseSet: Sendable {
  /// The words of a phrase, in lower case.
  private typealias Phrase = [[UInt8]]

  /// Phrases that begin with one letter, the longest first.
  private let english: [[Phrase]]
  /// Longest first.
  private let chinese: [[UInt8]]
  /// By the first byte of a token, capitals of ASCII counted as small letters, the number of its list in `english`; `english.count` where only a
  /// Chinese phrase begins with it, `none` where no phrase does: most tokens fall off here.
  private let lists: [UInt8]
  private static let none: UInt8 = 255

  /// - Parameter english: words parted by single spaces, in lower case; hyphens are spaces.
  init(_ english: [String], _ chinese: [String] = []) {
    let phrases = english.map { $0.split(separator: " ").map { Array($0.utf8) } }.filter { !$0.isEmpty }
    // A word that begins with a letter that is not ASCII may have another first byte in lower case.
    let byFirst = Dictionary(grouping: phrases) { $0[0][0] < 0x80 ? $0[0][0] : 0x80 }.sorted { $0.key < $1.key }
    self.english = byFirst.map { $0.value.sorted { $0.count > $1.count } }
    self.chinese = chinese.map { Array($0.utf8) }.sorted { $0.count > $1.count }
    var lists = [UInt8](repeating: Self.none, count: 256)
    for first in self.chinese.compactMap(\.first) { lists[Int(first)] = UInt8(byFirst.count) }
    for (number, first) in byFirst.map(\.key).enumerated() {
      for byte in first < 0x80 ? first...first : 0x80...0xFF { lists[Int(byte)] = UInt8(number) }
    }
    self.lists = lists
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
    let first = text.utf8[text.tokens[index].start]
    let list = Int(lists[Int(first &- 0x41 < 26 ? first | 0x20 : first)])
    guard list < english.count else { return nil }
    for phrase in english[list] {
      if let last = end(of: phrase, text, index) { return text.tokens[index].start..<text.tokens[last].end }
    }
    return nil
  }

  /// The last token of a phrase that begins at a word; nil where it does not stand there.
  private func end(of phrase: Phrase, _ text: LexedText, _ index: Int) -> Int? {
    guard isWord(phrase[0], text, index) else { return nil }
    var cursor = index
    for word in phrase.dropFirst() {
      cursor += text.isSymbol(cursor + 1, "-") ? 2 : 1
      guard text.tokens.indices.contains(cursor),
        text.tokens[cursor].kind == .word || text.tokens[cursor].kind == .number, isWord(word, text, cursor)
      else { return nil }
    }
    return cursor
  }

  private func isWord(_ word: [UInt8], _ text: LexedText, _ index: Int) -> Bool {
    let own = text.utf8[text.tokens[index].range]
    if own.contains(where: { $0 >= 0x80 }) { return text.lowercased(index).utf8.elementsEqual(word) }
    return own.count == word.count && zip(own, word).allSatisfy { ($0 &- 0x41 < 26 ? $0 | 0x20 : $0) == $1 }
  }

  /// The earliest phrase from a byte of a Han token on; of those that begin there the longest.
  private func han(_ text: LexedText, _ index: Int, from first: Int) -> Range<Int>? {
    guard !chinese.isEmpty else { return nil }
    let end = text.tokens[index].end
    for start in first..<max(first, end) where lists[Int(text.utf8[start])] != Self.none {
      let found = chinese.first { phrase in
        start + phrase.count <= end && phrase.indices.allSatisfy { text.utf8[start + $0] == phrase[$0] }
      }
      if let found { return start..<start + found.count }
    }
    return nil
  }
}
