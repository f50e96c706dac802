import InvertedIndex
import Literature
import TextAnalysis

/// An index of texts by the terms that `TextAnalysis` makes of them, and of nothing else.
struct BareIndex {
  private static let kinds = IndexTerm.Kind.allCases
  private let snapshot: IndexSnapshot
  /// Of the segment's file.
  let byteCount: Int

  init(_ texts: [[UInt8]]) throws {
    let schema = IndexSchema(fields: Self.kinds.map { .init("\($0)") }, columns: [])
    let directory = MemoryDirectory()
    let builder = SegmentBuilder(schema: schema)
    for (number, text) in texts.enumerated() {
      var passage = IndexedPassage(externalID: UInt64(number))
      let terms = IndexTerms(of: LexedText(text))
      for term in terms.terms { passage.add(terms.bytes(of: term), field: term.kind.rawValue, position: term.position) }
      builder.add(passage)
    }
    let segment = try builder.write(to: directory, name: "texts")
    snapshot = try IndexSnapshot([segment], schema: schema, in: directory)
    byteCount = try directory.open(segment.segmentFile).bytes.count
  }

  func passages(holding string: String) throws -> [Int] {
    guard let query = Self.query(string) else { return [] }
    return try snapshot.externalIDs(matching: query).map { Int($0) }
  }

  func best(holding string: String, limit: Int) throws -> [SearchHit] {
    guard let query = Self.query(string) else { return [] }
    return try snapshot.top(query, limit: limit)
  }

  /// As `search` asks for a string between quotation marks; nil for one of marks alone.
  private static func query(_ string: String) -> Query? {
    let terms = IndexTerms(of: LexedText(string))
    let cover = terms.phraseTerms()
    guard let first = cover.first else { return nil }
    let phrase = cover.map {
      Query.PhraseTerm(field: $0.kind.rawValue, Array(terms.bytes(of: $0)), offset: $0.position - first.position)
    }
    return .phrase(phrase)
  }
}
