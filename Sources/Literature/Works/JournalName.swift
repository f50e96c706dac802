/// A journal's title, to be compared with its abbreviation (ISO 4), its initials or its pinyin.
struct JournalName: Sendable {
  /// Folded words without those that abbreviations drop.
  let words: [[UInt8]]
  /// One capital word without lower case ("JAMA"): may be the initials of another title.
  let isAcronym: Bool

  /// The words that ISO 4 drops: articles, prepositions, conjunctions.
  private static let dropped: Set<String> = [
    "of", "the", "and", "for", "in", "on", "a", "an", "de", "la", "le", "les", "du", "des", "der", "die", "das", "und", "fur",
    "et",
    "y", "e", "del", "di", "to", "its", "with",
  ]

  /// Nil for a title without letters. Subtitles ("BMJ : British medical journal") and places in brackets are left out.
  init?(_ title: String) {
    let (main, parts) = title.utf8.allSatisfy { $0 < 0x80 } ? Self.partsOfASCII(title) : Self.parts(title)
    var words: [[UInt8]] = []
    for part in parts {
      let folded = LetterFolding.folded(part)
      if folded.isEmpty || Self.dropped.contains(folded) { continue }
      words.append(Array(folded.utf8))
    }
    guard !words.isEmpty else { return nil }
    self.words = words
    isAcronym = words.count == 1 && (2...8).contains(words[0].count) && main.allSatisfy { !$0.isLowercase }
  }

  private static func parts(_ title: String) -> (main: Substring, parts: [Substring]) {
    var main = title.prefix { $0 != "(" && $0 != "[" && $0 != ":" && $0 != "=" && $0 != ";" }
    if main.utf8.count < 2 { main = title[...] }
    let parts = main.split {
      $0 == " " || $0 == "-" || $0 == "." || $0 == "," || $0 == "/" || $0 == "–" || $0 == "\u{A0}"
    }
    return (main, parts)
  }

  /// The same by bytes.
  private static func partsOfASCII(_ title: String) -> (main: Substring, parts: [Substring]) {
    var main = title.utf8.prefix { $0 != 0x28 && $0 != 0x5B && $0 != 0x3A && $0 != 0x3D && $0 != 0x3B }
    if main.count < 2 { main = title.utf8[...] }
    let parts = main.split { $0 == 0x20 || $0 == 0x2D || $0 == 0x2E || $0 == 0x2C || $0 == 0x2F }
    return (Substring(main), parts.map { Substring($0) })
  }

  /// Whether two titles can be of one journal. Nil where one is Chinese and the other neither that nor its pinyin, which tells nothing.
  func agrees(with other: JournalName) -> Bool? {
    guard isWide == other.isWide else { return (isWide ? other.spells(self) : spells(other)) ? true : nil }
    if isWide { return words == other.words }
    if isAcronym != other.isAcronym, let acronym = (isAcronym ? self : other).words.first,
      (isAcronym ? other : self).hasInitials(acronym)
    {
      return true
    }
    let (short, long) = words.count <= other.words.count ? (words, other.words) : (other.words, words)
    guard zip(short, long).allSatisfy({ Self.abbreviates($0, $1) }) else { return false }
    // "Lancet" is not "Lancet Oncol"; a subtitle may follow two words that agree.
    return short.count == long.count || short.count >= 3
  }

  private var isWide: Bool { words.contains { $0.contains { $0 >= 0xE3 } } }

  /// "Zhonghua Wai Ke Za Zhi" for 中华外科杂志.
  private func spells(_ chinese: JournalName) -> Bool {
    JournalPinyin.spells(
      words.flatMap { $0 }, chinese.words.map { String(decoding: $0, as: UTF8.self) }.joined())
  }

  private func hasInitials(_ acronym: [UInt8]) -> Bool { words.count > 1 && words.compactMap(\.first) == acronym }

  /// Whether one word is the other, its beginning ("Am", "American"), or its contraction ("Natl", "National").
  private static func abbreviates(_ one: [UInt8], _ other: [UInt8]) -> Bool {
    let (short, long) = one.count <= other.count ? (one, other) : (other, one)
    if long.starts(with: short) { return true }
    guard short.count >= 3, short.first == long.first else { return false }
    // A contraction keeps the order of letters; an abbreviation of a plural may end in s ("Proc" has none, "Ctries" has).
    var position = 0
    for byte in short {
      while position < long.count, long[position] != byte { position += 1 }
      guard position < long.count else { return false }
      position += 1
    }
    return short.last == long.last || position <= long.count - 1
  }
}
