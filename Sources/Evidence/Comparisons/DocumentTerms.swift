import Lexicon
import Literature
import TextAnalysis

/// The passages of a document as terms: stems of words, pairs of Chinese characters, and concepts of the lexicon.
///
/// Built once for a document, O(text); every question of the same document reads it.
struct DocumentTerms: Sendable {
  /// A term of a passage with its place.
  struct Occurrence: Sendable {
    var term: Int
    /// UTF-8 bytes of the passage's flow.
    var bytes: Range<Int>
  }

  /// By index into `Extract.passages`; ascending by place. References have none.
  private(set) var passages: [[Occurrence]] = []
  private var ids: [String: Int] = [:]
  /// Passages that hold a term, by term.
  private var frequencies: [Int] = []
  private var passageCount = 0

  init(_ extract: Extract) {
    passages.reserveCapacity(extract.passages.count)
    for passage in extract.passages {
      let found = passage.kind == .reference ? [] : occurrences(in: LexedText(passage.flow.utf8))
      passages.append(found)
      if !found.isEmpty { passageCount += 1 }
      for term in Set(found.map(\.term)) { frequencies[term] += 1 }
    }
  }

  /// How much a term tells in this document: ln(1 + N / (n + 0.5)); a term that it lacks tells most.
  func weight(of term: Int?) -> Double {
    let holding = term.map { Double(frequencies[$0]) } ?? 0
    return Double.naturalLogarithm(1 + Double(passageCount) / (holding + 0.5))
  }

  /// The number of a term, nil where the document has none such.
  func id(of term: String) -> Int? { ids[term] }

  private mutating func occurrences(in text: LexedText) -> [Occurrence] {
    var found: [Occurrence] = []
    for (term, bytes) in TermReader.terms(of: text) { found.append(Occurrence(term: intern(term), bytes: bytes)) }
    return found.sorted { ($0.bytes.lowerBound, $0.bytes.upperBound) < ($1.bytes.lowerBound, $1.bytes.upperBound) }
  }

  private mutating func intern(_ term: String) -> Int {
    if let known = ids[term] { return known }
    ids[term] = frequencies.count
    frequencies.append(0)
    return frequencies.count - 1
  }
}

/// Reads a text as terms.
enum TermReader {
  /// Stems without words of grammar, Chinese pairs, concepts such as `drug:sorafenib`.
  static func terms(of text: LexedText) -> [(term: String, bytes: Range<Int>)] {
    words(of: text) + Lexicon.builtIn.matches(in: text.utf8).map { ($0.concept.id, $0.range) }
  }

  /// The terms without the concepts.
  static func words(of text: LexedText) -> [(term: String, bytes: Range<Int>)] {
    let read = IndexTerms(of: text)
    return read.terms.compactMap { term in
      guard term.kind == .stem || term.kind == .bigram, term.extent != .joined else { return nil }
      let string = read.string(term)
      return grammar.contains(string) ? nil : (string, term.byteRange)
    }
  }

  private static let grammar: Set<String> = [
    "a", "an", "the", "of", "in", "on", "at", "to", "for", "and", "or", "with", "by", "from", "as", "is", "was", "were", "are",
    "be",
    "been", "that", "this", "these", "those", "it", "its", "their", "there", "than", "which", "who", "had", "has", "have", "did",
    "do",
    "doe", "not", "no", "after", "befor", "dure", "between", "both", "all", "per", "into", "via", "use", "other", "we", "our",
    "who",
  ]
}
