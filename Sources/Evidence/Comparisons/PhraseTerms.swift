import Lexicon
import Literature
import TextAnalysis

/// A phrase of a question as the ways in which a document may print it.
struct PhraseTerms: Sendable {
  /// One way to say the phrase: its terms, each once, with their weights in the document.
  struct Variant: Sendable {
    /// Nil for a term that the document lacks.
    var terms: [Int?]
    var weights: [Double]
    var total: Double { weights.reduce(0, +) }
  }
  let variants: [Variant]
  /// Every term of every variant that the document has.
  let terms: Set<Int>

  /// The phrase itself; with its short forms written out, or its long forms cut short, as the document defines them; with names of
  /// the lexicon as concepts.
  init(_ phrase: String, in document: DocumentTerms, abbreviations: [AbbreviationDefinition]) {
    var readings = [TermReader.words(of: LexedText(phrase)).map(\.term)]
    readings += Self.rewritten(phrase, abbreviations).map { TermReader.words(of: LexedText($0)).map(\.term) }
    readings += Self.asConcepts(phrase)
    readings += Self.bracketed(phrase).map { TermReader.words(of: LexedText($0)).map(\.term) }
    var seen: Set<[String]> = []
    var variants: [Variant] = []
    for reading in readings {
      var unique: [String] = []
      for term in reading where !unique.contains(term) { unique.append(term) }
      guard !unique.isEmpty, seen.insert(unique).inserted else { continue }
      let ids = unique.map(document.id)
      variants.append(Variant(terms: ids, weights: ids.map(document.weight)))
    }
    self.variants = variants
    terms = Set(variants.flatMap { $0.terms.compactMap { $0 } })
  }

  var isEmpty: Bool { variants.isEmpty }

  /// The share of the phrase, by weight, that a set of terms holds; of several ways to say it the best. 0…1.
  func coverage(by held: Set<Int>) -> Double {
    variants.map { variant in
      var sum = 0.0
      for (term, weight) in zip(variant.terms, variant.weights) where term.map(held.contains) == true { sum += weight }
      return variant.total > 0 ? sum / variant.total : 0
    }.max() ?? 0
  }

  /// The share of neighbouring pairs of the phrase that stand as neighbours (with at most one term between) in a passage.
  func adjacency(in passage: [DocumentTerms.Occurrence]) -> Double {
    let sequence = passage.map(\.term)
    return variants.map { variant in
      guard variant.terms.count > 1 else { return 0 }
      let pairs = zip(variant.terms, variant.terms.dropFirst())
      let found = pairs.count { first, second in
        guard let first, let second else { return false }
        return sequence.indices.contains { sequence[$0] == first && sequence[$0...].prefix(4).contains(second) }
      }
      return Double(found) / Double(variant.terms.count - 1)
    }.max() ?? 0
  }

  private static func rewritten(_ phrase: String, _ abbreviations: [AbbreviationDefinition]) -> [String] {
    let lower = phrase.lowercased()
    var result: [String] = []
    for definition in abbreviations {
      for long in [definition.longEnglish, definition.longChinese].compactMap({ $0 }) where long.utf8.count > 3 {
        if let range = lower.range(ofText: long.lowercased()) {
          result.append(lower.replacing(bytes: range, with: definition.short))
        } else if let range = phrase.range(ofWord: definition.short) {
          result.append(phrase.replacing(bytes: range, with: long))
        }
      }
    }
    return Array(result.prefix(6))
  }

  /// "growth hormone (GH)" says it twice: without the bracket, and as the short form in it.
  private static func bracketed(_ phrase: String) -> [String] {
    let text = LexedText(phrase)
    var result: [String] = []
    var outside = ""
    var cursor = 0
    for index in text.tokens.indices where text.tokens[index].start >= cursor && text.isSymbol(index, "(") {
      guard let close = text.tokens[index...].firstIndex(where: { $0.isSymbol(")") }) else { break }
      let inside = text.string(text.tokens[index].end..<text.tokens[close].start)
      outside += text.string(cursor..<text.tokens[index].start)
      cursor = text.tokens[close].end
      let isShort = inside.utf8.count <= 12 && inside.utf8.contains { (0x41...0x5A).contains($0) }
      if isShort { result.append(inside) }
    }
    guard cursor > 0 else { return [] }
    return result + [outside + text.string(cursor..<text.utf8.count)]
  }

  /// The words outside of any name, and the names as concepts.
  private static func asConcepts(_ phrase: String) -> [[String]] {
    let text = LexedText(phrase)
    let matches = Lexicon.builtIn.matches(in: text.utf8)
    guard !matches.isEmpty else { return [] }
    let words = TermReader.words(of: text).filter { word in !matches.contains { $0.range.overlaps(word.bytes) } }
    return [words.map(\.term) + matches.map(\.concept.id)]
  }
}

extension String {
  /// The bytes of the first place where a text stands.
  func range(ofText other: String) -> Range<Int>? {
    let text = Array(utf8)
    let wanted = Array(other.utf8)
    guard !wanted.isEmpty, wanted.count <= text.count else { return nil }
    return (0...text.count - wanted.count).first { text[$0..<$0 + wanted.count].elementsEqual(wanted) }.map {
      $0..<$0 + wanted.count
    }
  }

  /// The bytes of the first place where a text stands between characters that are no letters or digits.
  func range(ofWord other: String) -> Range<Int>? {
    guard let range = range(ofText: other) else { return nil }
    let text = Array(utf8)
    func isWordByte(_ byte: UInt8) -> Bool {
      (0x30...0x39).contains(byte) || (0x41...0x5A).contains(byte & 0xDF)
    }
    if range.lowerBound > 0, isWordByte(text[range.lowerBound - 1]) { return nil }
    if range.upperBound < text.count, isWordByte(text[range.upperBound]) { return nil }
    return range
  }

  func replacing(bytes range: Range<Int>, with other: String) -> String {
    let text = Array(utf8)
    return String(decoding: text[..<range.lowerBound] + Array(other.utf8) + text[range.upperBound...], as: UTF8.self)
  }
}
