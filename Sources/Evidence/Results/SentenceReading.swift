import Lexicon
import Literature
import TextAnalysis

/// One passage with everything that results are made of: numbers, intervals, P values, estimates, arms, endpoints.
///
/// Copies are cheap: what no reader changes is shared.
struct SentenceReading: Sendable {
  /// What is read once and stays as it is.
  private final class Found: Sendable {
    let passage: Int
    let text: ResultText
    let matches: [ConceptMatch]
    let endpoints: [EndpointMention]
    let numbers: SentenceNumbers

    init(passage: Int, text: ResultText, matches: [ConceptMatch], endpoints: [EndpointMention], numbers: SentenceNumbers) {
      (self.passage, self.text, self.matches, self.endpoints, self.numbers) = (passage, text, matches, endpoints, numbers)
    }
  }
  private let found: Found

  /// Index into `EvidenceInput.passages`.
  var passage: Int { found.passage }
  var text: ResultText { found.text }
  var matches: [ConceptMatch] { found.matches }
  var endpoints: [EndpointMention] { found.endpoints }
  var intervals: [PrintedInterval] { found.numbers.intervals }
  var pValues: [PrintedP] { found.numbers.pValues }
  var estimates: [PrintedEstimate] { found.numbers.estimates }
  /// None of their numbers is among `quantities`.
  var statistics: [PrintedStatistic] { found.numbers.statistics }
  var phrases: [ArmPhrase]
  /// All quantities; those of `estimates` are among them.
  var quantities: [Quantity]
  /// Names of the arms that a bare pair of values means.
  var carriedArms: [String] = []

  /// Numbers are read only where a digit stands, and where they are asked for.
  init(passage: Int, lexed: LexedText, callouts: [Range<Int>], readsNumbers: Bool = true) {
    let text = ResultText(lexed, callouts: callouts)
    let matches = text.tokens.isEmpty ? [] : Lexicon.builtIn.matches(in: lexed.utf8)
    let named = ArmPhraseScanner.phrases(in: lexed.utf8, matches: matches)
    var phrases = GroupPhraseScanner.phrases(in: text, known: named)
    if text.hasHan { phrases = ChineseGroupScanner.phrases(in: lexed.utf8, known: phrases) }
    var endpoints = EndpointScanner.mentions(in: lexed.utf8, matches: matches)
    endpoints.removeAll { Self.isInDefinition($0.range, text) }
    var numbers = SentenceNumbers()
    if text.indices.contains(where: { Self.mayHoldNumber(text, $0) }) {
      phrases = Self.withComparedArms(DoseArms.phrases(in: text, known: phrases), in: text)
      if readsNumbers { numbers = SentenceNumbers(text, phrases: phrases, endpoints: endpoints) }
    }
    self.phrases = phrases
    quantities = numbers.quantities
    found = Found(passage: passage, text: text, matches: matches, endpoints: endpoints, numbers: numbers)
  }

  /// "X, defined as a fall of …, developed in": what a definition names is no outcome of the sentence.
  private static func isInDefinition(_ bytes: Range<Int>, _ text: ResultText) -> Bool {
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
  private static func mayHoldNumber(_ text: ResultText, _ index: Int) -> Bool {
    switch text.tokens[index].kind {
    case .number: true
    case .han:
      ChineseNumeral.mayStand(in: text.utf8[text.tokens[index].range])
        || NotReachedScanner.mayStand(in: text.utf8[text.tokens[index].range])
    default: !text.tags[index].isDisjoint(with: [.numeral, .notReached])
    }
  }

  /// Where at most one arm is known, the two things that the sentence compares.
  private static func withComparedArms(_ phrases: [ArmPhrase], in text: ResultText) -> [ArmPhrase] {
    guard phrases.count(where: \.isArm) <= 1 else { return phrases }
    let compared = ComparedArms.phrases(in: text, known: phrases)
    guard !compared.isEmpty else { return phrases }
    let others = phrases.filter { phrase in !compared.contains { $0.range.overlaps(phrase.range) } }
    return (others + compared).sorted { $0.range.lowerBound < $1.range.lowerBound }
  }

  /// "the control group (group 2)": another name of an arm, in the bracket behind it.
  func isOtherName(_ second: ArmPhrase, of first: ArmPhrase) -> Bool {
    first.range.upperBound < second.range.lowerBound
      && ["(", "（", "["].contains(string(first.range.upperBound..<second.range.lowerBound).trimmedSpaces)
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
    return String.lowercased(result[...])
  }
}

extension String {
  /// Bytes of UTF-8 in lower case, as `String.lowercased` has it; those of ASCII alone cost one pass and one allocation.
  static func lowercased(_ utf8: ArraySlice<UInt8>) -> String {
    guard utf8.allSatisfy({ $0 < 0x80 }) else { return String(decoding: utf8, as: UTF8.self).lowercased() }
    return String(unsafeUninitializedCapacity: utf8.count) { buffer in
      for (place, byte) in utf8.enumerated() { buffer[place] = byte &- 0x41 < 26 ? byte | 0x20 : byte }
      return utf8.count
    }
  }

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
