import Lexicon
import Literature
import TextAnalysis

/// One thing that a question speaks of, with every form in which a text may say it.
struct QuestionTerm {
  enum Origin: Equatable {
    /// A concept of the lexicon.
    case concept(ConceptKind)
    /// A short form that the documents define.
    case definition
    /// An everyday word with counterparts in the other language.
    case everyday
    /// A word or stretch that nothing is known of.
    case free
    /// A word that asks for a judgement and names no subject.
    case judging
    case number
  }
  enum Form: Hashable {
    /// Stems, blank before and after each: ` major respons `. Found in the stems of a passage.
    case stems([UInt8])
    /// Chinese characters without blanks, found as they are.
    case han([UInt8])
    /// A Chinese stretch that was cut by no dictionary: the share of its pairs of characters counts.
    case stretch([[UInt8]])
  }

  var origin: Origin
  var forms: [Form]
  /// Whether the question says it in Chinese.
  var isChinese: Bool
  /// The forms as they are written.
  var names: [String]
  /// The id of the lexicon's concept, where it is one.
  var concept: String?
  /// The beginning that words of one root share with a single word that nothing is known of, from the blank before it; nil for all others.
  private var root: [UInt8]?

  init(origin: Origin, english: [String], chinese: [String], isChinese: Bool, concept: String? = nil) {
    self.origin = origin
    self.concept = concept
    self.isChinese = isChinese
    names = english + chinese
    forms =
      english.map { .stems(PassageText.stems(of: LexedText($0))) }.filter { $0 != .stems(Array(" ".utf8)) }
      + chinese.map { .han(PassageText.folded(Array($0.utf8))) }
    if origin == .free, case .stems(let bytes) = forms.first { root = Self.root(of: bytes) }
  }

  /// A stretch of Chinese that no dictionary knows.
  init(stretch: String) {
    origin = .free
    isChinese = true
    names = [stretch]
    let characters = Array(stretch)
    let pairs = zip(characters, characters.dropFirst()).map { Array("\($0)\($1)".utf8) }
    forms = [.stretch(pairs)]
  }

  func isConcept(of kinds: Set<ConceptKind>) -> Bool {
    if case .concept(let kind) = origin { return kinds.contains(kind) }
    return false
  }

  /// What a word of the same root is worth: `efficacious` for `efficacy`.
  private static let rootShare = 0.7
  private static let shortestRoot = 6

  /// Seven tenths of a single long stem; nil for others.
  private static func root(of stems: [UInt8]) -> [UInt8]? {
    let letters = stems.count - 2
    guard letters > shortestRoot, !stems.dropFirst().dropLast().contains(0x20) else { return nil }
    return Array(stems.prefix(1 + max(shortestRoot, letters * 7 / 10)))
  }

  /// How much of the term a passage holds, 0…1. O(forms · passage).
  func share(in passage: PassageText) -> Double {
    var best = 0.0
    for form in forms {
      switch form {
      case .stems(let bytes):
        if passage.stems.holds(bytes) { return 1 }
        if let root, passage.stems.holds(root) { best = max(best, Self.rootShare) }
      case .han(let bytes): if passage.folded.holdsWhole(bytes) { return 1 }
      case .stretch(let pairs):
        let held = pairs.filter { passage.folded.holds($0) }.count
        best = max(best, Double(held) / Double(max(1, pairs.count)))
      }
    }
    return best
  }
}

/// A text made ready for terms: its stems in order, and its bytes in lower case without blanks.
struct PassageText {
  let stems: [UInt8]
  let folded: [UInt8]

  init(_ text: String) {
    let lexed = LexedText(text)
    stems = Self.stems(of: lexed)
    folded = Self.folded(lexed.utf8)
  }

  /// The stems of words and the digits of numbers, each between blanks; one blank where there is none.
  static func stems(of lexed: LexedText) -> [UInt8] {
    let stemmer = EnglishStemmer()
    var bytes: [UInt8] = [0x20]
    for token in lexed.tokens where token.kind == .word || token.kind == .number {
      var word = lexed.utf8[token.range].map { (0x41...0x5A).contains($0) ? $0 | 0x20 : $0 }
      stemmer.stem(&word)
      bytes += word
      bytes.append(0x20)
    }
    return bytes
  }

  static func folded(_ utf8: [UInt8]) -> [UInt8] {
    utf8.compactMap { byte in
      if byte == 0x20 || byte == 0x09 || byte == 0x0A || byte == 0x0D { return nil }
      return (0x41...0x5A).contains(byte) ? byte | 0x20 : byte
    }
  }
}

extension [UInt8] {
  /// Whether the bytes stand somewhere in these. O(n·m), quick for the short needles of a question.
  fileprivate func holds(_ needle: [UInt8]) -> Bool { place(of: needle, from: 0) != nil }

  /// Whether they stand there as a number of their own where they begin with one: `ii期` is not in `iii期`, nor `2期` in `12期`.
  fileprivate func holdsWhole(_ needle: [UInt8]) -> Bool {
    guard let first = needle.first, let numerals = Self.numerals(with: first) else { return holds(needle) }
    var start = 0
    while let place = place(of: needle, from: start) {
      if place == 0 || !numerals.contains(self[place - 1]) { return true }
      start = place + 1
    }
    return false
  }

  private static func numerals(with byte: UInt8) -> [UInt8]? {
    [Array("ivx".utf8), Array("0123456789./".utf8)].first { $0.contains(byte) }
  }

  private func place(of needle: [UInt8], from begin: Int) -> Int? {
    guard let first = needle.first, count >= needle.count else { return nil }
    return withUnsafeBufferPointer { text in
      needle.withUnsafeBufferPointer { needle in
        var start = begin
        while start <= text.count - needle.count {
          if text[start] == first {
            var length = 1
            while length < needle.count, text[start + length] == needle[length] { length += 1 }
            if length == needle.count { return start }
          }
          start += 1
        }
        return nil
      }
    }
  }
}
