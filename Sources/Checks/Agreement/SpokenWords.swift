import Lexicon
import Literature
import TextAnalysis

#if canImport(Glibc)
  import Glibc
#elseif canImport(Darwin)
  import Darwin
#endif

/// What the passages of a document speak of, in words that mean the same in both languages where the lexicon or the document itself says
/// so, and how much each word tells of where it stands.
///
/// A word is a concept of the lexicon, the stem of an English word, or two neighbouring characters of Chinese; an abbreviation is the words
/// that it stands for as well.
struct SpokenWords {
  /// A word of a passage, by its number, and the byte at which it stands.
  struct Word {
    var id: Int
    var start: Int
  }

  private let expansions: [String: [String]]
  private var numbers: [String: Int] = [:]
  private var weights: [Double] = []
  private var byPassage: [Int: [Word]] = [:]

  /// - Parameter passages: those that are compared. O(their bytes).
  init(_ context: CheckContext, passages: some Collection<Int>) {
    expansions = Self.expansions(context)
    var counts: [Int] = []
    for passage in passages {
      let words = Self.names(in: context.lexed[passage], expansions).map { name -> Word in
        let id = numbers[name.id] ?? counts.count
        if id == counts.count {
          numbers[name.id] = id
          counts.append(0)
          weights.append(Self.isPair(name.id) ? 0.5 : 1)
        }
        return Word(id: id, start: name.start)
      }
      for id in Set(words.map(\.id)) { counts[id] += 1 }
      byPassage[passage] = words
    }
    let all = Double(max(2, passages.count))
    for id in weights.indices { weights[id] *= log(all / Double(counts[id])) }
  }

  /// How rare a word is in the document: nothing where every passage has it, and half as much for two characters, of which one word has several.
  func weight(_ id: Int) -> Double { weights[id] }

  func words(of passage: Int) -> [Word] { byPassage[passage] ?? [] }

  /// The words of what is no passage, a column's head, that passages have as well.
  func words(in text: LexedText) -> [Int] { Self.names(in: text, expansions).compactMap { numbers[$0.id] } }

  // MARK: Words

  private typealias Name = (id: String, start: Int)

  private static let stemmer = EnglishStemmer()
  private static let fewestLetters = 3
  /// Bytes of a character of Chinese.
  private static let character = 3

  /// The long forms of the document's abbreviations.
  private static func expansions(_ context: CheckContext) -> [String: [String]] {
    var forms: [String: [String]] = [:]
    for definition in context.extract.abbreviations where forms[definition.short] == nil {
      let long = [definition.longEnglish, definition.longChinese].compactMap { $0 }
      forms[definition.short] = long.flatMap { names(in: LexedText($0), [:]).map(\.id) }
    }
    return forms
  }

  private static func names(in text: LexedText, _ expansions: [String: [String]]) -> [Name] {
    var names: [Name] = []
    var named: [Range<Int>] = []
    for match in Lexicon.builtIn.matches(in: text.utf8) where match.concept.kind != .measure {
      names.append((match.concept.id, match.range.lowerBound))
      named.append(match.range)
    }
    var next = 0
    for index in text.tokens.indices {
      let token = text.tokens[index]
      guard token.kind == .word || token.kind == .han else { continue }
      while next < named.count, named[next].upperBound <= token.start { next += 1 }
      if token.kind == .han {
        names += pairs(text, token.range)
        continue
      }
      if let long = expansions[text.string(index)] { names += long.map { ($0, token.start) } }
      let isNamed = next < named.count && named[next].lowerBound < token.end
      if !isNamed, token.range.count >= fewestLetters { names.append((stemmer.stem(text.lowercased(index)), token.start)) }
    }
    return names
  }

  /// Neighbouring characters of a run of Chinese: there are no spaces to tell its words by.
  private static func pairs(_ text: LexedText, _ run: Range<Int>) -> [Name] {
    stride(from: run.lowerBound, to: run.upperBound - character, by: character).map {
      (text.string($0..<min(run.upperBound, $0 + 2 * character)), $0)
    }
  }

  private static func isPair(_ name: String) -> Bool { name.utf8.count == 2 * character && name.utf8.allSatisfy { $0 >= 0x80 } }
}
