import Lexicon
import Literature
import TextAnalysis

/// One passage with everything that results are made of: numbers, intervals, P values, estimates, arms, endpoints.
struct SentenceReading: Sendable {
  /// Index into `EvidenceInput.passages`.
  var passage: Int
  var text: ResultText
  var matches: [ConceptMatch]
  var phrases: [ArmPhrase]
  var endpoints: [EndpointMention]
  var intervals: [PrintedInterval] = []
  var pValues: [PrintedP] = []
  /// Names of the arms that a bare pair of values means.
  var carriedArms: [String] = []
  /// All quantities; those of `estimates` are among them.
  var quantities: [Quantity] = []
  var estimates: [PrintedEstimate] = []
  /// None of their numbers is among `quantities`.
  var statistics: [PrintedStatistic] = []

  /// Numbers are read only where a digit stands, and where they are asked for.
  init(passage: Int, lexed: LexedText, callouts: [Range<Int>], readsNumbers: Bool = true) {
    self.passage = passage
    text = ResultText(lexed, callouts: callouts)
    matches = text.tokens.isEmpty ? [] : Lexicon.builtIn.matches(in: lexed.utf8)
    let named = ArmPhraseScanner.phrases(in: lexed.utf8, matches: matches)
    phrases = GroupPhraseScanner.phrases(in: text, known: named)
    if text.tokens.contains(where: { $0.kind == .han }) { phrases = ChineseGroupScanner.phrases(in: lexed.utf8, known: phrases) }
    endpoints = EndpointScanner.mentions(in: lexed.utf8, matches: matches)
    let told = endpoints.filter { !isInDefinition($0.range) }
    endpoints = told
    guard text.indices.contains(where: { mayHoldNumber($0) }) else { return }
    phrases = DoseArms.phrases(in: text, known: phrases)
    addComparedArms()
    if readsNumbers { readNumbers() }
  }

  /// "X, defined as a fall of …, developed in": what a definition names is no outcome of the sentence.
  private func isInDefinition(_ bytes: Range<Int>) -> Bool {
    let start = text.tokenRange(ofBytes: bytes).lowerBound
    guard let defined = (max(0, start - 24)..<start).last(where: { text.word($0) == "defined" && text.word($0 + 1) == "as" })
    else {
      return false
    }
    return text.isSymbol(defined - 1, anyOf: [",", "("])
      && !(defined + 2..<start).contains {
        text.tags[$0].contains(.verb) && text.isSymbol($0 - 1, anyOf: [",", ")"]) || text.isSymbol($0, anyOf: [";", ")"])
      }
  }

  /// The arms that the sentences before named last; "the former", 后者 are two of them.
  mutating func carry(_ arms: CarriedArms) {
    carriedArms = arms.names
    guard arms.names.count == 2 else { return }
    for (words, name) in [
      ("前者", arms.names[0]), ("后者", arms.names[1]), ("the former", arms.names[0]), ("the latter", arms.names[1]),
    ] {
      guard let start = text.utf8.firstIndex(ofSequence: words.utf8) else { continue }
      phrases.append(
        ArmPhrase(
          range: start..<start + words.utf8.count, name: name, components: [name], isComparator: false, role: nil, isGroup: true,
          isPartial: false, isWeak: false))
    }
    phrases.sort { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// Digits, numerals in words, Chinese characters, and what begins "not reached".
  private func mayHoldNumber(_ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .number: true
    case .han:
      ChineseNumeral.mayStand(in: text.utf8[text.tokens[index].range])
        || NotReachedScanner.mayStand(in: text.utf8[text.tokens[index].range])
    default: !text.tags[index].isDisjoint(with: [.numeral, .notReached])
    }
  }

  private mutating func readNumbers() {
    pValues = PValueScanner.values(in: text)
    statistics = TestStatisticScanner.statistics(in: text)
    intervals = IntervalScanner.intervals(in: text).filter { interval in
      !pValues.contains { $0.tokens.overlaps(interval.tokens) } && !statistics.contains { $0.tokens.overlaps(interval.tokens) }
    }
    let taken = intervals.map(\.tokens) + pValues.map(\.tokens) + statistics.map(\.tokens)
    quantities = QuantityScanner.quantities(in: text, outside: taken)
    // The dose by which an arm is named measures nothing.
    quantities.removeAll { quantity in phrases.contains { $0.isDose && $0.range.overlaps(quantity.bytes) } }
    let unreached = NotReachedScanner.quantities(in: text, endpoints: endpoints, outside: taken)
    if !unreached.isEmpty { quantities = (quantities + unreached).sorted { $0.bytes.lowerBound < $1.bytes.lowerBound } }
    estimates = EstimateScanner.estimates(in: text, quantities: quantities, intervals: intervals)
    let differences = DifferenceScanner.estimates(in: text, quantities: quantities, intervals: intervals, besides: estimates)
    if !differences.isEmpty { estimates = (estimates + differences).sorted { $0.tokens.lowerBound < $1.tokens.lowerBound } }
  }

  /// Where at most one arm is known, the two things that the sentence compares.
  private mutating func addComparedArms() {
    guard phrases.filter({ !$0.isWeak || $0.isGroup }).count <= 1 else { return }
    let compared = ComparedArms.phrases(in: text, known: phrases)
    guard !compared.isEmpty else { return }
    phrases.removeAll { phrase in compared.contains { $0.range.overlaps(phrase.range) } }
    phrases = (phrases + compared).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  func string(_ bytes: Range<Int>) -> String {
    guard bytes.lowerBound < bytes.upperBound else { return "" }
    return String(decoding: text.utf8[bytes], as: UTF8.self)
  }

  /// Text between two bytes in lower case, without what stands in brackets that open and close there.
  func gap(_ bytes: Range<Int>) -> String {
    var result: [UInt8] = []
    let tokens = text.tokens[text.tokenRange(ofBytes: bytes)]
    var closings = tokens.count { $0.isSymbol(")") || $0.isSymbol("]") }
    var depth = 0
    for token in tokens {
      if token.isSymbol("(") || token.isSymbol("[") {
        if depth > 0 || closings > 0 { depth += 1 }
      } else if token.isSymbol(")") || token.isSymbol("]") {
        depth = max(0, depth - 1)
        closings -= 1
      } else if depth == 0 {
        if let last = result.last, last != 0x20, text.utf8[max(0, token.start - 1)] == 0x20 { result.append(0x20) }
        result += text.utf8[max(token.start, bytes.lowerBound)..<min(token.end, bytes.upperBound)]
      }
    }
    return String(decoding: result, as: UTF8.self).lowercased()
  }
}

extension String {
  /// Whether a text holds any of some words; Latin ones as whole words. For short texts.
  func hasAny(_ words: [String]) -> Bool {
    var own = self
    return own.withUTF8 { bytes in words.contains { Self.stands($0, in: bytes) } }
  }

  /// Latin words without a space stand as words; all else may stand anywhere.
  private static func stands(_ word: String, in bytes: UnsafeBufferPointer<UInt8>) -> Bool {
    var word = word
    return word.withUTF8 { needle in
      guard let first = needle.first, needle.count <= bytes.count else { return false }
      let isWord = first < 0x80 && !needle.contains(0x20)
      for start in 0...bytes.count - needle.count where bytes[start] == first {
        guard (1..<needle.count).allSatisfy({ bytes[start + $0] == needle[$0] }) else { continue }
        if !isWord { return true }
        let end = start + needle.count
        if (start == 0 || !isWordByte(bytes[start - 1])) && (end == bytes.count || !isWordByte(bytes[end])) { return true }
      }
      return false
    }
  }

  private static func isWordByte(_ byte: UInt8) -> Bool { byte &- 0x30 < 10 || (byte | 0x20) &- 0x61 < 26 }

  var trimmedSpaces: String {
    func isSpace(_ byte: UInt8?) -> Bool { byte == 0x20 || byte == 0x09 }
    guard isSpace(utf8.first) || isSpace(utf8.last) else { return self }
    var rest = utf8[...]
    while isSpace(rest.last) { rest.removeLast() }
    return String(Substring(rest.drop { isSpace($0) }))
  }
}
