import Literature
import TextAnalysis

/// A name before a callout that begins as an author's of the cited work and ends otherwise: "Quintana reported … [1]" of Quintero's work,
/// 冼伯年认为……[6] of 冼伯言's.
///
/// How the sentence names its author is open; that no author of the work is named beside says that this one is meant.
enum NearAuthor {
  private static let fewestInCommon = 4
  private static let fewestLetters = 6
  private static let mostLonger = 4
  private static let fewestHan = 3

  /// Bytes of the text; nil where an author of the work stands there as well. O(tokens × authors).
  static func range(in text: LexedText, _ tokens: Range<Int>, _ item: BibliographicItem) -> Range<Int>? {
    let authors = item.authors.prefix(3)
    guard !authors.isEmpty else { return nil }
    let words = tokens.filter { text.tokens[$0].kind == .word && text.tokens[$0].range.count > 3 }.map {
      LetterFolding.folded(text.string($0))
    }
    guard !item.authors.contains(where: { isNamed($0, words, in: text, tokens) }) else { return nil }
    return latin(text, tokens, authors) ?? han(text, tokens, authors)
  }

  /// - Parameter words: the longer ones of the tokens, folded.
  private static func isNamed(_ author: Name, _ words: [String], in text: LexedText, _ tokens: Range<Int>) -> Bool {
    guard let family = author.family ?? author.literal, !family.isEmpty else { return false }
    if family.isHan {
      return text.string(bytes(text, tokens)).contains(family + (author.given ?? ""))
    }
    let folded = LetterFolding.folded(family)
    return words.contains { folded.contains($0) }
  }

  private static func bytes(_ text: LexedText, _ tokens: Range<Int>) -> Range<Int> {
    guard let first = tokens.first, let last = tokens.last else { return 0..<0 }
    return text.tokens[first].start..<text.tokens[last].end
  }

  /// Possessives and plurals of a name are that name; an adjective of a place may begin as a name.
  private static let ends = ["ian", "ean", "ese", "ish", "ism", "ist", "ics", "ical", "ic", "ed", "ing", "ly", "tion", "ment"]

  private static func latin(_ text: LexedText, _ tokens: Range<Int>, _ authors: ArraySlice<Name>) -> Range<Int>? {
    let families = authors.compactMap(\.family).map { LetterFolding.folded($0) }.filter {
      $0.utf8.count >= fewestLetters && $0.utf8.allSatisfy { (0x61...0x7A).contains($0) }
    }
    guard !families.isEmpty else { return nil }
    let place = tokens.first { index in
      guard text.tokens[index].kind == .word, isName(text, index) else { return false }
      let name = LetterFolding.folded(text.string(index))
      return families.contains { family in
        abs(family.utf8.count - name.utf8.count) <= mostLonger
          && zip(family.utf8, name.utf8).prefix { $0 == $1 }.count >= fewestInCommon && !family.hasPrefix(name)
          && !name.hasPrefix(family)
      }
    }
    return place.map { text.tokens[$0].range }
  }

  private static let openers: Set<String> = [
    "however", "moreover", "therefore", "furthermore", "although", "another", "whereas", "because", "despite", "recently",
    "similarly", "several", "certain", "current", "general",
  ]

  private static func isName(_ text: LexedText, _ index: Int) -> Bool {
    // "The Americas", "in Sweden", "However, …": no person's name.
    guard !["the", "in", "from", "across", "throughout"].contains(where: { text.isWord(index - 1, $0) }),
      !openers.contains(text.lowercased(index)), text.tokens[index].range.count >= fewestLetters,
      text.isCapitalised(index, fewest: 1)
    else { return false }
    let word = text.string(index)
    return !ends.contains(where: word.hasSuffix)
  }

  /// Three characters of which one is another than in an author's name.
  private static func han(_ text: LexedText, _ tokens: Range<Int>, _ authors: ArraySlice<Name>) -> Range<Int>? {
    let names = authors.compactMap { author in author.family.map { Array($0 + (author.given ?? "")) } }.filter {
      $0.count >= fewestHan && String($0).isHan
    }
    guard !names.isEmpty else { return nil }
    for index in tokens where text.tokens[index].kind == .han {
      let characters = Array(text.string(index))
      for name in names where characters.count >= name.count {
        for start in 0...characters.count - name.count {
          let window = characters[start..<start + name.count]
          // 等 right behind is read as a misspelt name.
          guard zip(window, name).count(where: { $0 != $1 }) == 1, window.first == name.first,
            start + name.count == characters.count || characters[start + name.count] != "等"
          else { continue }
          let lower = text.tokens[index].start + String(characters[..<start]).utf8.count
          return lower..<lower + String(window).utf8.count
        }
      }
    }
    return nil
  }
}
