/// One term under which a stretch of text is found.
public struct IndexTerm: Hashable, Sendable {
  public enum Kind: UInt8, Sendable, CaseIterable {
    /// A word or number as printed, folded.
    case exact
    /// The stem of an English word; other words and numbers as in `exact`.
    case stem
    /// Two neighbouring Chinese characters.
    case bigram
    /// One Chinese character.
    case unigram
  }
  /// What a term is of its token.
  public enum Extent: UInt8, Sendable {
    /// All of a token that has no parts.
    case whole
    /// All of a token that has parts too: `imbrave050`.
    case joined
    /// A part of such a token: `imbrave`, `050`.
    case part
    /// Another spelling at the same place: `beta` for `β`.
    case alternative
  }

  public var kind: Kind
  public var extent: Extent
  /// Words, numbers and Chinese characters are counted alike, from 0; each character of a Chinese run, each part of a mixed token is one.
  public var position: UInt32
  /// Where it stands in the text: UTF-8, half-open. For highlighting.
  public var byteRange: Range<Int>
  /// Where its bytes stand in `IndexTerms.bytes`.
  var storage: Range<Int>
}

/// The terms of a text, in order of position: what is put into the index, and what a query looks for.
///
/// Words are folded (see `FoldedScalars`) and given as they are and as stems; numbers lose thousands separators and keep their digits
/// (`1,114` is `1114`, `.05` is `0.05`). Tokens of letters and digits are given as a whole and as parts at neighbouring positions,
/// so that `IMbrave050`, `IMbrave 050` and `IMbrave-050` share terms. Chinese runs give each character and each pair. Marks and
/// superscripts give nothing and take no position.
public struct IndexTerms: Sendable {
  /// The bytes of all terms, one after the other.
  public private(set) var bytes: [UInt8] = []
  public private(set) var terms: [IndexTerm] = []
  /// One more than the last position.
  public private(set) var positionCount: UInt32 = 0

  /// O(text).
  public init(of text: LexedText) { self.init(of: text, tokens: 0..<text.count) }

  /// The terms of some of a text's tokens, with positions from 0.
  public init(of text: LexedText, tokens: Range<Int>) {
    for index in tokens.clamped(to: 0..<text.count) {
      let token = text.tokens[index]
      switch token.kind {
      case .word: if !Self.isPossessive(index, text) { addWord(token.range, text.utf8) }
      case .number: addNumber(token.range, text.utf8)
      case .han: addHan(token.range, text.utf8)
      case .superscript, .symbol: continue
      }
    }
  }

  public static func terms(of text: LexedText) -> IndexTerms { IndexTerms(of: text) }

  /// The bytes of a term. No copy.
  public func bytes(of term: IndexTerm) -> ArraySlice<UInt8> { bytes[term.storage] }
  public func string(_ term: IndexTerm) -> String { String(decoding: bytes(of: term), as: UTF8.self) }

  /// The fewest terms that, at their positions, stand for the whole text: what an exact phrase looks for.
  ///
  /// Words and parts of mixed tokens in the wanted kind, Greek letters by their names; Chinese runs as every other pair and the last one,
  /// single characters alone.
  public func phraseTerms(words kind: IndexTerm.Kind = .exact) -> [IndexTerm] {
    var cover: [IndexTerm] = []
    for index in terms.indices {
      let term = terms[index]
      switch term.kind {
      case .exact, .stem:
        guard term.kind == kind, term.extent != .joined else { continue }
        // Every text that has the letter has its name at the same place, and others have the name alone.
        if term.extent == .alternative { cover.removeLast() }
        cover.append(term)
      case .bigram, .unigram: if isInCover(index, after: cover.last) { cover.append(term) }
      }
    }
    return cover
  }

  /// A pair is wanted where the last one ends before it or it is the run's last; a character only where it is a run alone.
  private func isInCover(_ index: Int, after last: IndexTerm?) -> Bool {
    let term = terms[index]
    let isLastPair = !hasBigram(at: term.position + 1, from: index + 1)
    if term.kind == .bigram {
      guard let last, last.kind == .bigram, last.position + 1 == term.position else { return true }
      return isLastPair || last.byteRange.upperBound <= term.byteRange.lowerBound
    }
    let startsPair = hasBigram(at: term.position, from: max(0, index - 1))
    let endsPair = terms[max(0, index - 2)..<index].contains {
      $0.kind == .bigram && $0.byteRange.upperBound == term.byteRange.upperBound
    }
    return !startsPair && !endsPair
  }

  private func hasBigram(at position: UInt32, from start: Int) -> Bool {
    for term in terms[min(start, terms.count)...].prefix(2) where term.kind == .bigram && term.position == position {
      return true
    }
    return false
  }

  /// The `s` of `patient's`.
  private static func isPossessive(_ index: Int, _ text: LexedText) -> Bool {
    index > 1 && text.isWord(index, "s") && text.isSymbol(index - 1, "'") && !text.hasGap(before: index)
      && !text.hasGap(before: index - 1) && text.tokens[index - 2].kind == .word
  }
}

// MARK: Making terms

extension IndexTerms {
  private mutating func append(_ kind: IndexTerm.Kind, _ extent: IndexTerm.Extent, _ range: Range<Int>, from start: Int) {
    terms.append(
      IndexTerm(kind: kind, extent: extent, position: positionCount, byteRange: range, storage: start..<bytes.count))
  }

  /// The exact form, which stands at the end of `bytes` from `start`, and its stem.
  private mutating func appendBoth(_ extent: IndexTerm.Extent, _ range: Range<Int>, from start: Int) {
    append(.exact, extent, range, from: start)
    var stem = Array(bytes[start...])
    EnglishStemmer().stem(&stem)
    guard !bytes[start...].elementsEqual(stem) else {
      terms.append(
        IndexTerm(kind: .stem, extent: extent, position: positionCount, byteRange: range, storage: start..<bytes.count))
      return
    }
    let stemStart = bytes.count
    bytes += stem
    append(.stem, extent, range, from: stemStart)
  }

  private mutating func addWord(_ range: Range<Int>, _ utf8: [UInt8]) {
    let parts = FoldedScalars.parts(of: range, utf8)
    if parts.count > 1 { addFolded(.joined, range, utf8) }
    for part in parts {
      addFolded(parts.count > 1 ? .part : .whole, part, utf8)
      addGreekName(part, utf8)
      positionCount += 1
    }
  }

  private mutating func addFolded(_ extent: IndexTerm.Extent, _ range: Range<Int>, _ utf8: [UInt8]) {
    let start = bytes.count
    FoldedScalars.append(utf8[range], to: &bytes)
    appendBoth(extent, range, from: start)
  }

  private mutating func addGreekName(_ range: Range<Int>, _ utf8: [UInt8]) {
    guard let name = FoldedScalars.greekName(utf8[range]) else { return }
    let start = bytes.count
    name.withUTF8Buffer { bytes += $0 }
    appendBoth(.alternative, range, from: start)
  }

  private mutating func addNumber(_ range: Range<Int>, _ utf8: [UInt8]) {
    let start = bytes.count
    FoldedScalars.appendNumber(utf8[range], to: &bytes)
    append(.exact, .whole, range, from: start)
    append(.stem, .whole, range, from: start)
    positionCount += 1
  }

  private mutating func addHan(_ range: Range<Int>, _ utf8: [UInt8]) {
    var start = range.lowerBound
    var end = FoldedScalars.end(ofScalarAt: start, utf8, range.upperBound)
    while start < range.upperBound {
      let next = FoldedScalars.end(ofScalarAt: end, utf8, range.upperBound)
      if next > end { add(.bigram, start..<next, utf8) }
      add(.unigram, start..<end, utf8)
      positionCount += 1
      (start, end) = (end, next)
    }
  }

  private mutating func add(_ kind: IndexTerm.Kind, _ range: Range<Int>, _ utf8: [UInt8]) {
    let start = bytes.count
    bytes += utf8[range]
    append(kind, .whole, range, from: start)
  }
}
