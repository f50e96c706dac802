/// Reduces English words to stems by the Porter2 algorithm (the Snowball project's "English" stemmer, M. Porter, as published at
/// snowballstem.org/algorithms/english/stemmer.html).
///
/// `trials` and `trial` give `trial`; `improving` and `improved` give `improv`. Deterministic, O(word).
public struct EnglishStemmer: Sendable {
  public init() {}

  /// Stems a lower-case word in place. A word with bytes other than a–z and the apostrophe stays as it is.
  public func stem(_ word: inout [UInt8]) {
    guard word.count > 2, word.count <= 64, word.allSatisfy({ (0x61...0x7A).contains($0) || $0 == 0x27 }) else { return }
    var stemming = Stemming(word)
    stemming.run()
    word = stemming.word
  }

  /// The stem of a lower-case word.
  public func stem(_ word: String) -> String {
    var bytes = Array(word.utf8)
    stem(&bytes)
    return bytes.elementsEqual(word.utf8) ? word : String(decoding: bytes, as: UTF8.self)
  }
}

/// Suffixes, the longest first, and the letters that one of them ends with: most words end with another, and are asked no more.
private struct SuffixList {
  let suffixes: [StaticString]
  /// One bit for each letter, by its place in the alphabet.
  private let lastLetters: UInt32

  init(_ suffixes: [StaticString]) {
    self.suffixes = suffixes
    lastLetters = suffixes.reduce(0) { letters, suffix in
      letters | suffix.withUTF8Buffer { $0.last.map { 1 << UInt32($0 & 0x1F) } ?? 0 }
    }
  }

  /// - Parameter letter: a small one, or `Y`.
  func mayEnd(with letter: UInt8) -> Bool { lastLetters >> UInt32(letter & 0x1F) & 1 == 1 }
}

/// One word on its way to its stem. A `y` that is a consonant is written `Y` meanwhile.
struct Stemming {
  private(set) var word: [UInt8]
  /// Where the regions R1 and R2 begin: after the first consonant that follows a vowel, and again from there.
  private var region1 = 0
  private var region2 = 0

  init(_ word: [UInt8]) { self.word = word }

  mutating func run() {
    if let special = EnglishStemmerWords.special(word) {
      word = special
      return
    }
    if word[0] == 0x27 { word.removeFirst() }
    markConsonantY()
    findRegions()
    removePossessive()
    removePlural()
    if !EnglishStemmerWords.isFinishedAfterPlural(word) {
      removePast()
      turnFinalY()
      replaceDoubleSuffix()
      replaceSuffix()
      deleteSuffix()
      removeFinalLetter()
    }
    for index in word.indices where word[index] == 0x59 { word[index] = 0x79 }
  }

  // MARK: Letters and regions

  static func isVowel(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x61, 0x65, 0x69, 0x6F, 0x75, 0x79: true
    default: false
    }
  }

  private mutating func markConsonantY() {
    for index in word.indices where word[index] == 0x79 && (index == 0 || Self.isVowel(word[index - 1])) {
      word[index] = 0x59
    }
  }

  private mutating func findRegions() {
    region1 = EnglishStemmerWords.regionPrefix(word) ?? regionStart(from: 0)
    region2 = regionStart(from: region1)
  }

  private func regionStart(from start: Int) -> Int {
    var index = start
    while index < word.count, !Self.isVowel(word[index]) { index += 1 }
    while index < word.count, Self.isVowel(word[index]) { index += 1 }
    return min(index + 1, word.count)
  }

  private func ends(with suffix: StaticString) -> Bool {
    let count = suffix.utf8CodeUnitCount
    guard count <= word.count else { return false }
    return suffix.withUTF8Buffer { expected in
      var index = word.count - count
      for letter in expected {
        if word[index] != letter { return false }
        index += 1
      }
      return true
    }
  }

  /// The first of the suffixes, which stand longest first, that the word ends with.
  private func longest(_ suffixes: SuffixList) -> Int? {
    guard let last = word.last, suffixes.mayEnd(with: last) else { return nil }
    return suffixes.suffixes.firstIndex { ends(with: $0) }
  }

  private mutating func drop(_ count: Int) { word.removeLast(count) }

  private mutating func replace(_ count: Int, with ending: StaticString) {
    drop(count)
    ending.withUTF8Buffer { word.append(contentsOf: $0) }
  }

  private func hasVowel(before end: Int) -> Bool { word[..<end].contains(where: Self.isVowel) }

  /// Whether the letters before `end` close with a short syllable.
  private func endsWithShortSyllable(_ end: Int) -> Bool {
    guard end >= 2 else { return false }
    let (last, middle) = (word[end - 1], word[end - 2])
    guard !Self.isVowel(last), Self.isVowel(middle) else { return false }
    if end == 2 { return true }
    return !Self.isVowel(word[end - 3]) && last != 0x77 && last != 0x78 && last != 0x59
  }

  private var isShort: Bool { region1 >= word.count && endsWithShortSyllable(word.count) }

  // MARK: Steps 0 and 1

  private mutating func removePossessive() {
    for suffix: StaticString in ["'s'", "'s", "'"] where ends(with: suffix) {
      return drop(suffix.utf8CodeUnitCount)
    }
  }

  private mutating func removePlural() {
    if ends(with: "sses") { return drop(2) }
    if ends(with: "ied") || ends(with: "ies") { return drop(word.count > 4 ? 2 : 1) }
    guard ends(with: "s"), !ends(with: "us"), !ends(with: "ss") else { return }
    if word.count > 2, hasVowel(before: word.count - 2) { drop(1) }
  }

  private mutating func removePast() {
    for suffix: StaticString in ["eedly", "eed"] where ends(with: suffix) {
      if word.count - suffix.utf8CodeUnitCount >= region1 { drop(suffix.utf8CodeUnitCount - 2) }
      return
    }
    for suffix: StaticString in ["ingly", "edly", "ing", "ed"] where ends(with: suffix) {
      guard hasVowel(before: word.count - suffix.utf8CodeUnitCount) else { return }
      drop(suffix.utf8CodeUnitCount)
      return mendEnding()
    }
  }

  private mutating func mendEnding() {
    if ends(with: "at") || ends(with: "bl") || ends(with: "iz") { return word.append(0x65) }
    if endsDoubled { return drop(1) }
    if isShort { word.append(0x65) }
  }

  /// Whether the word ends with one of bb dd ff gg mm nn pp rr tt.
  private var endsDoubled: Bool {
    guard word.count > 1, let last = word.last, word[word.count - 2] == last else { return false }
    switch last {
    case 0x62, 0x64, 0x66, 0x67, 0x6D, 0x6E, 0x70, 0x72, 0x74: return true
    default: return false
    }
  }

  private mutating func turnFinalY() {
    guard word.count > 2, ends(with: "y") || ends(with: "Y"), !Self.isVowel(word[word.count - 2]) else { return }
    word[word.count - 1] = 0x69
  }

  // MARK: Steps 2 to 5

  private static let doubleSuffixes = SuffixList([
    "ational", "ization", "fulness", "ousness", "iveness", "tional", "biliti", "lessli", "entli", "ation", "alism", "aliti",
    "ousli", "iviti", "fulli", "enci", "anci", "abli", "izer", "ator", "alli", "bli", "ogi", "li",
  ])
  private static let doubleEndings: [StaticString] = [
    "ate", "ize", "ful", "ous", "ive", "tion", "ble", "less", "ent", "ate", "al", "al",
    "ous", "ive", "ful", "ence", "ance", "able", "ize", "ate", "al", "ble", "og", "",
  ]

  private mutating func replaceDoubleSuffix() {
    guard let found = longest(Self.doubleSuffixes) else { return }
    let count = Self.doubleSuffixes.suffixes[found].utf8CodeUnitCount
    let start = word.count - count
    guard start >= region1 else { return }
    if count == 3, word[start] == 0x6F, start == 0 || word[start - 1] != 0x6C { return }
    if count == 2, start == 0 || !Self.precedesLi(word[start - 1]) { return }
    replace(count, with: Self.doubleEndings[found])
  }

  /// The letters c d e g h k m n r t.
  private static func precedesLi(_ letter: UInt8) -> Bool {
    switch letter {
    case 0x63, 0x64, 0x65, 0x67, 0x68, 0x6B, 0x6D, 0x6E, 0x72, 0x74: true
    default: false
    }
  }

  private static let suffixes = SuffixList([
    "ational", "tional", "alize", "icate", "iciti", "ative", "ical", "ness", "ful",
  ])
  private static let endings: [StaticString] = ["ate", "tion", "al", "ic", "ic", "", "ic", "", ""]

  private mutating func replaceSuffix() {
    guard let found = longest(Self.suffixes) else { return }
    let count = Self.suffixes.suffixes[found].utf8CodeUnitCount
    let isAtive = count == 5 && word[word.count - 2] == 0x76
    guard word.count - count >= (isAtive ? region2 : region1) else { return }
    replace(count, with: Self.endings[found])
  }

  private static let deletable = SuffixList([
    "ement", "ance", "ence", "able", "ible", "ment", "ant", "ent", "ism", "ate", "iti", "ous", "ive", "ize", "ion", "al", "er",
    "ic",
  ])

  private mutating func deleteSuffix() {
    guard let found = longest(Self.deletable) else { return }
    let count = Self.deletable.suffixes[found].utf8CodeUnitCount
    let start = word.count - count
    guard start >= region2 else { return }
    if ends(with: "ion"), start == 0 || (word[start - 1] != 0x73 && word[start - 1] != 0x74) { return }
    drop(count)
  }

  private mutating func removeFinalLetter() {
    let last = word.count - 1
    guard last > 0 else { return }
    if word[last] == 0x65 {
      if last >= region2 || (last >= region1 && !endsWithShortSyllable(last)) { drop(1) }
    } else if word[last] == 0x6C, last >= region2, word[last - 1] == 0x6C {
      drop(1)
    }
  }
}
