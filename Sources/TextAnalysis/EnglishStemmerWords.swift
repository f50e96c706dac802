/// The words that the published algorithm names one by one.
enum EnglishStemmerWords {
  private static let changed: [(word: StaticString, stem: StaticString)] = [
    ("skis", "ski"), ("skies", "sky"), ("dying", "die"), ("lying", "lie"), ("tying", "tie"), ("idly", "idl"),
    ("gently", "gentl"), ("ugly", "ugli"), ("early", "earli"), ("only", "onli"), ("singly", "singl"),
  ]
  private static let unchanged: [StaticString] = ["sky", "news", "howe", "atlas", "cosmos", "bias", "andes"]
  private static let finished: [StaticString] = [
    "inning", "outing", "canning", "herring", "earring", "proceed", "exceed", "succeed",
  ]
  private static let prefixes: [StaticString] = ["gener", "commun", "arsen"]

  private static func equal(_ word: [UInt8], _ other: StaticString) -> Bool {
    word.count == other.utf8CodeUnitCount && other.withUTF8Buffer { $0.elementsEqual(word) }
  }

  /// The stem of a word that the rules would get wrong; nil for all others.
  static func special(_ word: [UInt8]) -> [UInt8]? {
    guard word.count <= 6 else { return nil }
    if let found = changed.first(where: { equal(word, $0.word) }) { return found.stem.withUTF8Buffer { Array($0) } }
    return unchanged.contains { equal(word, $0) } ? word : nil
  }

  static func isFinishedAfterPlural(_ word: [UInt8]) -> Bool {
    (6...7).contains(word.count) && finished.contains { equal(word, $0) }
  }

  /// Where R1 begins in words with a beginning that would be cut too early.
  static func regionPrefix(_ word: [UInt8]) -> Int? {
    for prefix in prefixes where prefix.withUTF8Buffer({ word.starts(with: $0) }) { return prefix.utf8CodeUnitCount }
    return nil
  }
}
