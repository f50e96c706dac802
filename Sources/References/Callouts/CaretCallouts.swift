import Literature
import TextAnalysis

/// Finds superscript numbers as plain text marks them up: `two trials^1,2^`, `one dose<sup>3</sup>`.
struct CaretCallouts {
  let labels: LabelIndex

  /// Tokens between two marks.
  private static let longest = 14
  private static let units: Set<String> = ["m", "cm", "mm", "km", "dm", "s", "h", "r", "χ", "x", "chi", "i", "n", "l", "g", "kg"]

  func callouts(in lexed: LexedText, passage: Int) -> [Callout] {
    var found: [Callout] = []
    var index = 0
    while index < lexed.count {
      guard let inner = content(at: index, in: lexed), !isPower(index, in: lexed),
        !isIsotope(behind: inner.end, at: index, in: lexed),
        let list = LabelList(lexed.utf8[inner.range], index: labels), list.labels.allSatisfy(isPlausible)
      else {
        index += 1
        continue
      }
      let range = lexed.tokens[index].start..<lexed.tokens[inner.end - 1].end
      found.append(Callout(passage: passage, range: range, targets: list.labels.map(labels.target)))
      index = inner.end
    }
    return found
  }

  /// The bytes between the marks that begin at a token, and the token behind the closing mark.
  private func content(at index: Int, in lexed: LexedText) -> (range: Range<Int>, end: Int)? {
    let isTag = isTag(index, in: lexed)
    guard isTag || lexed.isSymbol(index, "^") else { return nil }
    let first = isTag ? index + 3 : index + 1
    let close = (first..<max(first, min(lexed.count, first + Self.longest))).first { position in
      isTag ? isClosingTag(position, in: lexed) : lexed.isSymbol(position, "^")
    }
    guard let close, close > first else { return nil }
    return (lexed.tokens[first].start..<lexed.tokens[close - 1].end, close + (isTag ? 4 : 1))
  }

  private func isTag(_ index: Int, in lexed: LexedText) -> Bool {
    lexed.isSymbol(index, "<") && lexed.isWord(index + 1, "sup") && lexed.isSymbol(index + 2, ">")
  }

  private func isClosingTag(_ index: Int, in lexed: LexedText) -> Bool {
    lexed.isSymbol(index, "<") && lexed.isSymbol(index + 1, "/") && lexed.isWord(index + 2, "sup")
      && lexed.isSymbol(index + 3, ">")
  }

  /// `10^3`, `kg/m<sup>2</sup>`: right behind a number that is no year, or a unit.
  private func isPower(_ index: Int, in lexed: LexedText) -> Bool {
    guard index > 0, !lexed.hasGap(before: index) else { return false }
    if let number = lexed.number(index - 1) { return !(1900...2099).contains(number.value) }
    return lexed.tokens[index - 1].kind == .word && Self.units.contains(lexed.lowercased(index - 1))
  }

  /// `<sup>131</sup>I`: before a capital, behind nothing.
  private func isIsotope(behind end: Int, at index: Int, in lexed: LexedText) -> Bool {
    guard end < lexed.count, lexed.tokens[end].kind == .word, !lexed.hasGap(before: end), lexed.tokens[end].range.count <= 2
    else {
      return false
    }
    return (0x41...0x5A).contains(lexed.utf8[lexed.tokens[end].start])
  }

  private func isPlausible(_ label: String) -> Bool {
    labels.index(of: label) != nil || Int(label).map { $0 <= labels.largest + 20 } == true
  }
}
