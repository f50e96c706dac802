import Literature
import TextAnalysis

/// A figure of an English sentence with the group that it is of: "47 days with the gel", "12.9% (31 of 240) of wearers", "controls scored 4.4".
struct LabelledFigure {
  var token: Int
  var number: PrintedNumber
  /// "%" or the word behind the figure; nil where none stands there.
  var unit: String?
  /// The words that name its group.
  var words: Set<String>
  /// From the figure to the end of its label.
  var tokens: Range<Int>

  /// Of no treatment, or of the usual one: the other of two is the one under test.
  var isControl: Bool { !words.isDisjoint(with: Self.controls) }

  static let controls: Set<String> = [
    "placebo", "control", "controls", "usual", "standard", "without", "sham", "comparator", "comparison", "conventional",
    "untreated", "saline", "vehicle", "dummy", "waiting", "observation", "unvaccinated", "unexposed", "nothing",
  ]
  private static let carriers: [StaticString] = ["with", "on", "in", "after", "under", "for", "among", "of", "without", "given"]
  private static let verbs: [StaticString] = [
    "had", "scored", "averaged", "reported", "reached", "lost", "gained", "showed", "took", "spent", "needed", "was", "were",
  ]
  private static let common: Set<String> = [
    "the", "and", "was", "were", "group", "groups", "arm", "arms", "patients", "participants", "those", "given", "who", "that",
    "its", "per", "with", "from", "been", "had", "day", "days", "week", "weeks", "on", "in", "after", "under", "for", "among",
    "of", "by", "it", "is", "to", "at", "than", "mean", "median", "months", "hours", "min", "points", "so", "thus", "hence",
    "therefore",
    "being", "which", "this", "they", "their", "an", "as", "or", "but", "while", "whereas", "respectively", "assigned",
    "receiving",
    "people", "women", "men", "children", "adults", "rather", "somewhat", "slightly", "clearly", "much", "far", "making",
    "significantly",
  ]
  private static let mostNames = 6

  /// The words of its own label that another's has not.
  func apart(from other: LabelledFigure) -> LabelledFigure {
    var figure = self
    figure.words.subtract(other.words)
    return figure
  }

  /// In the order of the text. O(tokens).
  static func all(in text: LexedText) -> [LabelledFigure] {
    text.tokens.indices.compactMap { behind(text, $0) ?? before(text, $0) }
  }

  /// The words of a stretch that may name a group or an outcome.
  static func names(_ text: LexedText, _ tokens: Range<Int>) -> Set<String> {
    Set(
      tokens.filter { text.tokens[$0].kind == .word }.map { text.lowercased($0) }.filter {
        $0.utf8.count >= 2 && !common.contains($0)
      })
  }

  private static func figure(_ text: LexedText, _ index: Int) -> PrintedNumber? {
    guard let number = text.number(index), number.relation == .equal, ComparedPair.isWhole(text, index),
      !text.isWord(index - 1, "by"), !text.isWord(index - 1, "week"), !text.isWord(index - 1, "day"),
      !text.isWord(index - 1, "month"),
      !text.isWord(index - 1, "p"), !text.isWord(index + 1, "of") || text.isNumber(index - 2)
    else { return nil }
    return number
  }

  private static func unit(_ text: LexedText, _ index: Int) -> String? {
    if text.isSymbol(index + 1, "%") { return "%" }
    guard text.tokens.indices.contains(index + 1), text.tokens[index + 1].kind == .word, !isCarrier(text, index + 1),
      !text.isWord(index + 1, "and"), !text.isWord(index + 1, "versus"), !text.isWord(index + 1, "against")
    else { return nil }
    return text.lowercased(index + 1)
  }

  private static func isCarrier(_ text: LexedText, _ index: Int) -> Bool { carriers.contains { text.isWord(index, $0) } }

  private static func behind(_ text: LexedText, _ index: Int) -> LabelledFigure? {
    guard let number = figure(text, index), !text.isSymbol(index - 1, "(") || text.isSymbol(index + 1, "%") else { return nil }
    var cursor = index + 1
    if text.isSymbol(cursor, "%") { cursor += 1 }
    if text.isSymbol(index - 1, "(") {
      guard text.isSymbol(cursor, ")") else { return nil }
      cursor += 1
    }
    var (words, slashes) = (0, 0)
    while words < 3, text.tokens.indices.contains(cursor), !isCarrier(text, cursor) {
      if text.isSymbol(cursor, "/"), slashes == 0 {
        slashes += 1
      } else if text.tokens[cursor].kind == .word, !text.isWord(cursor, "and") {
        words += 1
      } else {
        break
      }
      cursor += 1
    }
    if text.isSymbol(cursor, "("), let closing = (cursor..<min(text.count, cursor + 10)).first(where: { text.isSymbol($0, ")") })
    {
      cursor = closing + 1
    }
    guard isCarrier(text, cursor) else { return nil }
    let end = endOfLabel(text, cursor + 1)
    var label = names(text, cursor + 1..<max(cursor + 1, end))
    if text.isWord(cursor, "without") { label.insert("without") }
    guard !label.isEmpty else { return nil }
    return LabelledFigure(
      token: index, number: number, unit: unit(text, index), words: label, tokens: index..<max(cursor + 1, end))
  }

  private static func endOfLabel(_ text: LexedText, _ start: Int) -> Int {
    let most = min(text.count, start + mostNames)
    return (start..<max(start, most)).first { place in
      text.tokens[place].kind == .symbol && !text.isSymbol(place, "-") || text.tokens[place].kind == .number
        || ["and", "against", "versus", "vs", "compared", "so", "but", "was", "were"].contains { text.isWord(place, $0) }
    } ?? max(start, most)
  }

  /// "Controls scored 4.4", "usual care: 4.4"; of a second one the verb may be left out: "and controls 4.4".
  private static func before(_ text: LexedText, _ index: Int) -> LabelledFigure? {
    guard let number = figure(text, index) else { return nil }
    let isPast = index > 0 && text.tokens[index - 1].kind == .word && text.lowercased(index - 1).hasSuffix("ed")
    let isVerb = isPast || verbs.contains { text.isWord(index - 1, $0) } || text.isSymbol(index - 1, ":")
    let last = isVerb ? index - 2 : index - 1
    guard last >= 0, text.tokens[last].kind == .word, !isCarrier(text, last) else { return nil }
    let start = (max(0, last - 3)...last).last { $0 == 0 || isStart(text, $0 - 1) } ?? last
    guard isVerb || text.isWord(start - 1, "and") || text.isWord(start - 1, "whereas") || text.isWord(start - 1, "but") else {
      return nil
    }
    let words = names(text, start..<last + 1)
    guard !words.isEmpty, words.count <= 2 else { return nil }
    return LabelledFigure(token: index, number: number, unit: unit(text, index), words: words, tokens: start..<index + 1)
  }

  private static func isStart(_ text: LexedText, _ index: Int) -> Bool {
    text.tokens[index].kind == .symbol || text.tokens[index].kind == .number
      || ["and", "whereas", "while", "but", "that"].contains { text.isWord(index, $0) }
  }
}
