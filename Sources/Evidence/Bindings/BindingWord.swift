import Literature
import References
import TextAnalysis

/// A word, number, sign or Chinese character as the tagger of bindings sees it.
struct BindingWord: Sendable {
  /// What stands there, by its form: for the joints between words.
  enum Form: UInt32, CaseIterable {
    case small, capital, acronym, number, opening, closing, comma, stop, sign, han
  }
  var bytes: Range<Int>
  var form: Form
  /// Folded; all numbers are one word.
  var word: UInt32
  /// The first three and four letters, the last two, three and four; 0 for what is no word.
  var prefixes: (UInt32, UInt32) = (0, 0)
  var suffixes: (UInt32, UInt32, UInt32) = (0, 0, 0)
  /// The form with more detail: digits before and after the point, the mark itself.
  var shape: UInt32
  /// Words that stand in like company share one; 0 where unknown.
  var cluster: UInt32 = 0
  /// Brackets that are open, at most two.
  var depth: UInt32 = 0
  /// What the readers of grammars know the word for.
  var known = Known()

  struct Known: OptionSet, Sendable {
    let rawValue: UInt32
    static let arm = Known(rawValue: 1)
    static let weakArm = Known(rawValue: 2)
    static let endpoint = Known(rawValue: 4)
    static let quantity = Known(rawValue: 8)
    static let percent = Known(rawValue: 16)
    static let time = Known(rawValue: 32)
    static let people = Known(rawValue: 64)
    static let otherUnit = Known(rawValue: 128)
    /// With a spread, a total or a count beside it.
    static let company = Known(rawValue: 256)
    static let interval = Known(rawValue: 512)
    static let pValue = Known(rawValue: 1024)
    static let statistic = Known(rawValue: 2048)
    static let estimate = Known(rawValue: 4096)
    static let first = Known(rawValue: 8192)
  }
  /// What the word can mean, as `WordTags` has it.
  var tags: UInt32 = 0
}

/// The words of a sentence for the tagger of bindings.
package struct BindingSentence: Sendable {
  let words: [BindingWord]

  package var count: Int { words.count }
  /// The bytes of each word.
  package var places: [Range<Int>] { words.map(\.bytes) }

  /// The bytes from the first word of a phrase to the end of its last.
  package func bytes(of span: BindingSpan) -> Range<Int> {
    words[span.words.lowerBound].bytes.lowerBound..<words[span.words.upperBound - 1].bytes.upperBound
  }

  /// A sentence by itself, as the first of a document: for training.
  package init(text: String, callouts: [Range<Int>], model: TaggerModel) {
    self.init(SentenceReading(passage: 0, lexed: LexedText(text), callouts: callouts), model: model)
  }

  init(_ reading: SentenceReading, model: TaggerModel) {
    let text = reading.text
    var words: [BindingWord] = []
    words.reserveCapacity(text.count + 16)
    var depth: UInt32 = 0
    for (index, token) in text.tokens.enumerated() {
      let first = words.count
      switch token.kind {
      case .han: Self.split(token, text.utf8, into: &words)
      case .word: words.append(Self.word(token, text.utf8, model))
      case .number, .superscript: words.append(Self.number(token, text.utf8))
      case .symbol: words.append(Self.sign(token))
      }
      if token.isSymbol("(") || token.isSymbol("[") { depth += 1 }
      for place in first..<words.count {
        words[place].depth = min(depth, 2)
        words[place].tags = text.tags[index].rawValue
      }
      if token.isSymbol(")") || token.isSymbol("]") { depth = depth > 0 ? depth - 1 : 0 }
    }
    Self.mark(&words, reading)
    self.words = words
  }

  // MARK: Words

  private static func split(_ token: Token, _ utf8: [UInt8], into words: inout [BindingWord]) {
    var start = token.start
    while start < token.end {
      let lead = utf8[start]
      let length = lead >= 0xF0 ? 4 : lead >= 0xE0 ? 3 : lead >= 0xC0 ? 2 : 1
      let bytes = start..<min(token.end, start + length)
      words.append(BindingWord(bytes: bytes, form: .han, word: hash(utf8[bytes]), shape: shape(.han)))
      start = bytes.upperBound
    }
  }

  private static func word(_ token: Token, _ utf8: [UInt8], _ model: TaggerModel) -> BindingWord {
    let letters = utf8[token.range].map { $0 &- 0x41 < 26 ? $0 | 0x20 : $0 }
    let isCapital = utf8[token.start] &- 0x41 < 26
    let isAcronym = letters.count > 1 && utf8[token.range].dropFirst().contains { $0 &- 0x41 < 26 }
    let form: BindingWord.Form = isAcronym ? .acronym : isCapital ? .capital : .small
    var word = BindingWord(
      bytes: token.range, form: form, word: hash(letters[...]), shape: shape(form, letters.count == 1 ? 1 : 0))
    word.prefixes = (hash(letters.prefix(3)), hash(letters.prefix(4)))
    word.suffixes = (hash(letters.suffix(2)), hash(letters.suffix(3)), hash(letters.suffix(4)))
    word.cluster = UInt32(model.classes(of: word.word))
    return word
  }

  private static let numbers = wordHash("0")

  private static func number(_ token: Token, _ utf8: [UInt8]) -> BindingWord {
    let digits = utf8[token.range]
    let point = digits.firstIndex { $0 == 0x2E || $0 >= 0x80 }
    let before = min((point ?? digits.endIndex) - digits.startIndex, 4)
    let after = min(point.map { digits.endIndex - $0 } ?? 0, 3)
    return BindingWord(
      bytes: token.range, form: .number, word: numbers, shape: shape(.number, UInt32(before * 4 + after)))
  }

  private static func sign(_ token: Token) -> BindingWord {
    let form: BindingWord.Form =
      switch token.symbol {
      case 0x28, 0x5B: .opening
      case 0x29, 0x5D: .closing
      case 0x2C, 0x3001: .comma
      case 0x2E, 0x3B, 0x3002: .stop
      default: .sign
      }
    return BindingWord(
      bytes: token.range, form: form, word: token.symbol &* 0x9E37_79B1, shape: shape(form, token.symbol & 0xFFFF))
  }

  private static func shape(_ form: BindingWord.Form, _ detail: UInt32 = 0) -> UInt32 { form.rawValue << 20 | detail }

  /// FNV-1a.
  private static func hash(_ bytes: ArraySlice<UInt8>) -> UInt32 {
    var hash: UInt32 = 0x811C_9DC5
    for byte in bytes { hash = (hash ^ UInt32(byte)) &* 0x0100_0193 }
    return hash
  }

  /// The folded hash by which the list of words knows a word in small letters.
  package static func wordHash(_ word: [UInt8]) -> UInt32 { hash(word[...]) }
  static func wordHash(_ word: String) -> UInt32 { wordHash(Array(word.utf8)) }

  // MARK: What is known

  private static func mark(_ words: inout [BindingWord], _ reading: SentenceReading) {
    func mark(_ bytes: Range<Int>, _ known: BindingWord.Known) {
      let first = words.partitionPoint { $0.bytes.upperBound > bytes.lowerBound }
      var index = first
      while index < words.count, words[index].bytes.lowerBound < bytes.upperBound {
        words[index].known.formUnion(index == first ? known.union(.first) : known)
        index += 1
      }
    }
    let text = reading.text
    for phrase in reading.phrases { mark(phrase.range, phrase.isArm ? .arm : .weakArm) }
    for endpoint in reading.endpoints { mark(endpoint.range, .endpoint) }
    for quantity in reading.quantities {
      var known: BindingWord.Known = .quantity
      switch quantity.unit {
      case .percent: known.insert(.percent)
      case .time: known.insert(.time)
      case .people: known.insert(.people)
      case .other: known.insert(.otherUnit)
      case nil: break
      }
      if quantity.spread != nil || quantity.total != nil || quantity.count != nil { known.insert(.company) }
      mark(text.bytes(quantity.tokens), known)
    }
    for interval in reading.intervals { mark(text.bytes(interval.tokens), .interval) }
    for p in reading.pValues { mark(text.bytes(p.tokens), .pValue) }
    for statistic in reading.statistics { mark(text.bytes(statistic.tokens), .statistic) }
    for estimate in reading.estimates { mark(text.bytes(estimate.tokens), .estimate) }
  }
}
