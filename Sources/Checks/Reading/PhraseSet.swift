import TextAnalysis

/// Words and phrases that a rule looks for, in English by whole words, in Chinese by characters.
///
/// A class, as lists of phrases stand in tables that rules walk through: a struct of eight arrays would be copied at each step.
final class PhraseSet: Sendable {
  /// The bytes of all phrases, in lower case: nothing is counted up and down as rules look at each word of a text.
  private let bytes: [UInt8]
  /// Where the words of English phrases stand in `bytes`.
  private let words: [Range<Int>]
  /// Where English phrases stand in `words`: those that begin with one letter together, of these the longest first.
  private let phrases: [Range<Int>]
  /// Where the phrases of each first letter stand in `phrases`.
  private let english: [Range<Int>]
  /// Where Chinese phrases stand in `bytes`: those of one number of the first character together (see `group`), then those that begin with no
  /// character of three bytes; of each the longest first.
  private let chinese: [Range<Int>]
  /// Where the phrases of each of these stand in `chinese`.
  private let groups: [Range<Int>]
  private static let groupsOfCharacters = 64
  /// By the first byte of a token, capitals of ASCII counted as small letters, the number of its list in `english`; `none` where no phrase does.
  private let lists: [UInt8]
  private static let none: UInt8 = 255
  /// The keys of tokens that a phrase may begin at: most tokens fall off here.
  let keys: KeySet
  /// Those of the characters that a Chinese phrase begins with.
  let characters: KeySet
  var hasChinese: Bool { !chinese.isEmpty }

  /// - Parameter english: words parted by single spaces, in lower case; hyphens are spaces.
  init(_ english: [String], _ chinese: [String] = []) {
    let split = english.map { $0.utf8.split(separator: 0x20).map { Array($0) } }.filter { !$0.isEmpty }
    // A word that begins with a letter that is not ASCII may have another first byte in lower case.
    let byFirst = Dictionary(grouping: split) { $0[0][0] < 0x80 ? $0[0][0] : 0x80 }.sorted { $0.key < $1.key }
    var bytes: [UInt8] = []
    func add(_ word: [UInt8]) -> Range<Int> {
      bytes += word
      return bytes.count - word.count..<bytes.count
    }
    var (words, phrases, lettered): ([Range<Int>], [Range<Int>], [Range<Int>]) = ([], [], [])
    for list in byFirst {
      let start = phrases.count
      for phrase in list.value.sorted(by: { $0.count > $1.count }) {
        let first = words.count
        for word in phrase { words.append(add(word)) }
        phrases.append(first..<words.count)
      }
      lettered.append(start..<phrases.count)
    }
    var (keys, characters) = (KeySet(), KeySet())
    var grouped = [[[UInt8]]](repeating: [], count: chinese.isEmpty ? 0 : Self.groupsOfCharacters + 1)
    for phrase in chinese.map({ Array($0.utf8) }).filter({ !$0.isEmpty }).sorted(by: { $0.count > $1.count }) {
      // A phrase that does not begin with a character of three bytes is asked for everywhere.
      if phrase.count > 2, 0xE0..<0xF0 ~= phrase[0] {
        let character = TokenKey.character(phrase[1], phrase[2])
        characters.insert(character)
        grouped[Self.group(character)].append(phrase)
      } else {
        characters.insertAll()
        grouped[Self.groupsOfCharacters].append(phrase)
      }
    }
    var (han, groups): ([Range<Int>], [Range<Int>]) = ([], [])
    for group in grouped {
      let start = han.count
      for phrase in group { han.append(add(phrase)) }
      groups.append(start..<han.count)
    }
    if !han.isEmpty { keys.insert(Int(TokenKey.han)) }
    // The lower case of a foreign word may be ASCII.
    keys.insert(Int(TokenKey.foreign))
    for phrase in split { keys.insert(Int(TokenKey.word(phrase[0]))) }
    var lists = [UInt8](repeating: Self.none, count: 256)
    for (number, first) in byFirst.map(\.key).enumerated() {
      for byte in first < 0x80 ? first...first : 0x80...0xFF { lists[Int(byte)] = UInt8(number) }
    }
    (self.bytes, self.words, self.phrases, self.lists) = (bytes, words, phrases, lists)
    (self.english, self.chinese, self.groups) = (lettered, han, groups)
    (self.keys, self.characters) = (keys, characters)
  }

  /// By the number of a character (see `TokenKey.character`).
  private static func group(_ character: Int) -> Int { character & (groupsOfCharacters - 1) }

  func occurs(in text: LexedText, _ tokens: Range<Int>? = nil) -> Bool { first(in: text, tokens) != nil }

  /// The bytes of the first occurrence within a range of tokens. O(tokens).
  func first(in text: LexedText, _ tokens: Range<Int>? = nil) -> Range<Int>? {
    for index in tokens ?? text.tokens.indices where keys.contains(Int(text.keys[index])) {
      if text.keys[index] == TokenKey.han {
        if let range = han(text, index, from: text.tokens[index].start) { return range }
      } else if let range = latin(text, index) {
        return range
      }
    }
    return nil
  }

  /// The bytes of every occurrence, ascending and not overlapping within a token.
  func all(in text: LexedText, _ tokens: Range<Int>? = nil) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for index in tokens ?? text.tokens.indices where keys.contains(Int(text.keys[index])) {
      if text.keys[index] == TokenKey.han {
        var start = text.tokens[index].start
        while let next = han(text, index, from: start) {
          found.append(next)
          start = next.upperBound
        }
      } else if let range = latin(text, index) {
        found.append(range)
      }
    }
    return found
  }

  /// The bytes of the longest English phrase that begins at a token.
  func latin(_ text: LexedText, _ index: Int) -> Range<Int>? {
    let list = Int(lists[Int(Self.small(text.utf8[text.tokens[index].start]))])
    guard list < english.count else { return nil }
    for phrase in english[list] {
      if let last = end(of: phrases[phrase], text, index) { return text.tokens[index].start..<text.tokens[last].end }
    }
    return nil
  }

  /// The last token of a phrase that begins at a word; nil where it does not stand there.
  private func end(of phrase: Range<Int>, _ text: LexedText, _ index: Int) -> Int? {
    guard isWord(words[phrase.lowerBound], text, index) else { return nil }
    var cursor = index
    for word in phrase.dropFirst() {
      cursor += text.isSymbol(cursor + 1, "-") ? 2 : 1
      guard text.tokens.indices.contains(cursor),
        text.tokens[cursor].kind == .word || text.tokens[cursor].kind == .number, isWord(words[word], text, cursor)
      else { return nil }
    }
    return cursor
  }

  private func isWord(_ word: Range<Int>, _ text: LexedText, _ index: Int) -> Bool {
    let own = text.tokens[index].range
    var (place, other) = (own.lowerBound, word.lowerBound)
    while place < own.upperBound {
      let byte = text.utf8[place]
      if byte >= 0x80 { return text.lowercased(index).utf8.elementsEqual(bytes[word]) }
      guard other < word.upperBound, Self.small(byte) == bytes[other] else { break }
      place += 1
      other += 1
    }
    if place == own.upperBound { return other == word.upperBound }
    // Of a word with letters outside ASCII the lower case may begin otherwise.
    return text.utf8[place..<own.upperBound].contains { $0 >= 0x80 } && text.lowercased(index).utf8.elementsEqual(bytes[word])
  }

  private static func small(_ byte: UInt8) -> UInt8 { byte &- 0x41 < 26 ? byte | 0x20 : byte }

  /// The earliest phrase from a byte of a Han token on; of those that begin there the longest.
  private func han(_ text: LexedText, _ index: Int, from first: Int) -> Range<Int>? {
    guard !chinese.isEmpty else { return nil }
    let end = text.tokens[index].end
    return text.utf8.withUnsafeBufferPointer { utf8 in
      var start = first
      while start < end {
        let isThree = utf8[start] & 0xF0 == 0xE0 && start + 2 < end
        if !isThree || characters.contains(TokenKey.character(utf8[start + 1], utf8[start + 2])) {
          if let range = han(utf8, at: start, end) { return range }
        }
        start += isThree ? 3 : 1
      }
      return nil
    }
  }

  /// The bytes of the longest Chinese phrase that begins at a byte; `end`: of the token.
  func han(_ text: LexedText, at start: Int, _ end: Int) -> Range<Int>? {
    text.utf8.withUnsafeBufferPointer { han($0, at: start, end) }
  }

  private func han(_ utf8: UnsafeBufferPointer<UInt8>, at start: Int, _ end: Int) -> Range<Int>? {
    guard !groups.isEmpty else { return nil }
    let isThree = utf8[start] & 0xF0 == 0xE0 && start + 2 < end
    let group = isThree ? Self.group(TokenKey.character(utf8[start + 1], utf8[start + 2])) : Self.groupsOfCharacters
    for phrase in groups[group] where start + chinese[phrase].count <= end && stands(chinese[phrase], utf8, at: start) {
      return start..<start + chinese[phrase].count
    }
    return nil
  }

  private func stands(_ phrase: Range<Int>, _ utf8: UnsafeBufferPointer<UInt8>, at start: Int) -> Bool {
    for offset in 0..<phrase.count where utf8[start + offset] != bytes[phrase.lowerBound + offset] { return false }
    return true
  }
}
