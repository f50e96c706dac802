import InvertedIndex
import Literature
import TextAnalysis

/// Words as the index knows them: terms at fixed distances, for finding passages and for finding the place in a passage.
struct TermPattern: Hashable, Sendable {
  struct Term: Hashable, Sendable {
    var field: PassageField
    var bytes: [UInt8]
    var offset: UInt32
  }
  /// Alternatives, any of which is enough: exact words, stems, the joined form of a mixed token.
  var forms: [[Term]]

  /// The words of a text in this order. With `stems`, English words match by their stems too.
  init(_ text: String, stems: Bool) {
    let terms = IndexTerms(of: LexedText(text))
    forms = []
    add(terms, terms.phraseTerms(words: .exact))
    if let joined = terms.terms.first(where: { $0.kind == .exact && $0.extent == .joined }), Self.isOneToken(terms) {
      add(terms, [joined])
    }
    if stems { add(terms, terms.phraseTerms(words: .stem)) }
  }

  /// One word as the index has it.
  init(word: [UInt8]) { forms = [[Term(field: .exact, bytes: word, offset: 0)]] }

  /// Phrases of the two patterns in either order, the second beginning 1 … `distance` words after the end of the first.
  func near(_ other: TermPattern, distance: Int) -> [Query] {
    guard let one = forms.last, let two = other.forms.last else { return [] }
    return (1...max(1, distance)).flatMap { gap in [Self.joined(one, two, gap), Self.joined(two, one, gap)] }
  }

  private static func joined(_ first: [Term], _ second: [Term], _ gap: Int) -> Query {
    let end = (first.last?.offset ?? 0) + UInt32(gap)
    return .phrase(
      first.map { Query.PhraseTerm(field: $0.field.rawValue, $0.bytes, offset: $0.offset) }
        + second.map { Query.PhraseTerm(field: $0.field.rawValue, $0.bytes, offset: $0.offset + end) })
  }

  private static func isOneToken(_ terms: IndexTerms) -> Bool {
    guard let first = terms.terms.first?.byteRange.lowerBound, let last = terms.terms.map(\.byteRange.upperBound).max() else {
      return false
    }
    return terms.terms.contains { $0.extent == .joined && $0.byteRange == first..<last }
  }

  private mutating func add(_ terms: IndexTerms, _ cover: [IndexTerm]) {
    guard let first = cover.first else { return }
    let form = cover.map {
      Term(field: PassageField($0.kind), bytes: Array(terms.bytes(of: $0)), offset: $0.position - first.position)
    }
    if !forms.contains(form) { forms.append(form) }
  }

  var isEmpty: Bool { forms.isEmpty }

  /// One query for each form.
  var queries: [Query] {
    forms.map { form -> Query in
      if form.count == 1, let term = form.first { return .term(field: term.field.rawValue, term.bytes) }
      return .phrase(form.map { Query.PhraseTerm(field: $0.field.rawValue, $0.bytes, offset: $0.offset) })
    }
  }
}

/// A passage's terms by kind and bytes, for finding patterns in it again.
struct PassageTerms {
  private struct Place {
    var field: PassageField
    var bytes: ArraySlice<UInt8>
    var position: UInt32
    var range: Range<Int>
  }
  private let places: [Place]
  let text: [UInt8]

  init(_ text: String) {
    self.text = Array(text.utf8)
    let terms = IndexTerms(of: LexedText(self.text))
    places = terms.terms.map { term in
      Place(field: PassageField(term.kind), bytes: terms.bytes(of: term), position: term.position, range: term.byteRange)
    }
  }

  private func extent(of term: TermPattern.Term, at position: UInt32) -> Range<Int>? {
    places.last { $0.position == position && $0.field == term.field && $0.bytes.elementsEqual(term.bytes) }?.range
  }

  /// Where a pattern stands: byte ranges of the text, ascending. O(terms of the text, times those that begin a form).
  func ranges(of pattern: TermPattern) -> [Range<Int>] {
    var found: [Range<Int>] = []
    for form in pattern.forms {
      guard let first = form.first else { continue }
      for start in places where start.field == first.field && start.bytes.elementsEqual(first.bytes) {
        var end = start.range.upperBound
        let isWhole = form.dropFirst().allSatisfy { term in
          guard let next = extent(of: term, at: start.position &+ term.offset) else { return false }
          end = max(end, next.upperBound)
          return true
        }
        let range = start.range.lowerBound..<end
        if isWhole, !found.contains(range) { found.append(range) }
      }
    }
    return found.sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }

  /// Where words begin so: byte ranges of the whole words.
  func ranges(ofPrefix prefix: [UInt8]) -> [Range<Int>] {
    places.filter { $0.field == .exact && $0.bytes.starts(with: prefix) }.map(\.range)
      .sorted { ($0.lowerBound, $0.upperBound) < ($1.lowerBound, $1.upperBound) }
  }
}
