import Literature
import TextAnalysis

/// Of how many studies a piece of a sentence says something: "five of the nine trials", "more than half of them", "none of the five limits".
struct StudyCount: Hashable, Sendable {
  var extent: StudyExtent
  /// Of how many, where the words tell.
  var total: Int?
  /// Tokens of the count.
  var tokens: Range<Int>
  /// Bytes of the count.
  var range: Range<Int>

  static let numbers: [String: Int] = [
    "one": 1, "two": 2, "three": 3, "four": 4, "five": 5, "six": 6, "seven": 7, "eight": 8, "nine": 9, "ten": 10, "eleven": 11,
    "twelve": 12, "thirteen": 13, "fourteen": 14, "fifteen": 15, "sixteen": 16, "seventeen": 17, "eighteen": 18, "nineteen": 19,
    "twenty": 20,
  ]
  private static let studies: Set<String> = ["trial", "trials", "study", "studies", "rcts"]
  /// What each study has one of, so that they are counted by it.
  private static let figures: Set<String> = ["limits", "intervals", "estimates", "ratios", "rrs", "hrs", "ors"]
  private static let plain: Set<String> = [
    "single", "included", "individual", "eligible", "randomised", "randomized", "one", "the", "upper", "lower", "confidence",
    "point", "hazard", "risk", "odds", "relative", "reviewed", "listed", "tabulated",
  ]
  /// "Three trials of children" are a part of which the table does not tell.
  private static let narrowing: Set<String> = [
    "with", "of", "in", "that", "which", "from", "for", "using", "comparing", "testing", "among", "where", "whose", "on", "by",
  ]
  private static let verbs: Set<String> = [
    "enrolled", "were", "was", "lasted", "ran", "had", "reached", "randomised", "randomized", "showed", "recruited", "exceeded",
    "used", "tested", "compared", "included", "favoured", "favored", "lay", "fell", "crossed", "excluded", "found", "gave",
    "did", "followed", "took", "stayed",
  ]
  /// Whoever speaks of the others has left some out.
  static let narrowed = PhraseSet(
    [
      "among", "subgroup", "these", "those", "other", "others", "remaining", "further", "previous", "earlier", "ongoing",
      "planned", "after", "interim",
    ],
    ["亚组", "上述", "其他", "既往", "此外", "另", "中期", "正在", "排除"])

  /// The first of a piece. O(tokens).
  ///
  /// - Parameter before: what the words before the piece count, which "of them" takes up.
  static func of(_ text: LexedText, _ piece: Range<Int>, before: StudyCount? = nil) -> StudyCount? {
    if let chinese = ChineseStudyCount.of(text, piece, before: before) { return chinese }
    return piece.lazy.compactMap { Reading(text: text, before: before).count(at: $0) }.first
  }

  init(_ extent: StudyExtent, of total: Int?, _ tokens: Range<Int>, in text: LexedText) {
    (self.extent, self.total, self.tokens) = (extent, total, tokens)
    range = text.tokens[tokens.lowerBound].start..<text.tokens[tokens.upperBound - 1].end
  }

  init(_ extent: StudyExtent, of total: Int?, bytes: Range<Int>, in text: LexedText) {
    (self.extent, self.total, range) = (extent, total, bytes)
    tokens = max(0, text.firstToken(at: bytes.lowerBound + 1) - 1)..<text.firstToken(at: bytes.upperBound)
  }

  private static let mostStudies = 100.0

  /// English counts.
  private struct Reading {
    let text: LexedText
    let before: StudyCount?

    func count(at index: Int) -> StudyCount? {
      switch word(index) {
      case "none", "no":
        return counted(.zero, from: index, then: index + 1, mayBeBare: true)
      case "every", "each", "both":
        return counted(.all, from: index, then: index + 1, mayBeBare: false, total: word(index) == "both" ? 2 : nil)
      case "all":
        if word(index + 1) == "but", let left = number(index + 2) {
          return counted(.allBut(left), from: index, then: index + 3, mayBeBare: true)
        }
        if let total = number(index + 1) {
          return counted(.all, from: index, then: index + 2, mayBeBare: true, total: total)
        }
        return counted(.all, from: index, then: index + 1, mayBeBare: false)
      case "most", "majority":
        guard word(index + 1) == "of" || StudyCount.studies.contains(word(index + 1)), word(index - 1) != "at" else { return nil }
        return counted(.moreThanHalf, from: index, then: index + 1, mayBeBare: false)
      case "minority":
        return counted(.fewerThanHalf, from: index, then: index + 1, mayBeBare: false)
      case "half":
        guard let extent = ofHalf(index) else { return nil }
        return counted(extent, from: index, then: index + 1, mayBeBare: true)
      default:
        guard let count = number(index), !isOrdinalOrName(index) else { return nil }
        return compared(count, index).flatMap { extent in
          counted(extent, from: index, then: index + 1, mayBeBare: text.tokens[index].kind == .word)
        }
      }
    }

    private func ofHalf(_ index: Int) -> StudyExtent? {
      switch (word(index - 2), word(index - 1)) {
      case ("more", "than"), (_, "over"): .moreThanHalf
      case ("fewer", "than"), ("less", "than"), (_, "under"): .fewerThanHalf
      default: nil
      }
    }

    /// "At least three", "more than three", "three".
    private func compared(_ count: Int, _ index: Int) -> StudyExtent? {
      switch (word(index - 2), word(index - 1)) {
      case ("at", "least"),
        ("fewer", "than") where word(index - 3) == "no":
        .atLeast(count)
      case ("at", "most"),
        ("more", "than") where word(index - 3) == "no":
        .atMost(count)
      case ("more", "than"): .atLeast(count + 1)
      case ("fewer", "than"), ("less", "than"): .atMost(count - 1)
      case (_, "than"), (_, "least"), (_, "most"): nil
      default: .exactly(count)
      }
    }

    private func counted(
      _ extent: StudyExtent, from first: Int, then next: Int, mayBeBare: Bool, total: Int? = nil
    ) -> StudyCount? {
      rest(next, mayBeBare: mayBeBare).map { StudyCount(extent, of: total ?? $0.total, first..<max(first + 1, $0.end), in: text) }
    }

    private func number(_ index: Int) -> Int? {
      guard text.tokens.indices.contains(index) else { return nil }
      if text.tokens[index].kind == .word { return numbers[text.lowercased(index)] }
      guard let number = text.number(index), number.decimals == 0, number.value < mostStudies else { return nil }
      return Int(number.value)
    }

    private func word(_ index: Int) -> String {
      text.tokens.indices.contains(index) && text.tokens[index].kind == .word ? text.lowercased(index) : ""
    }

    /// The token behind "of the nine trials", "of nine", "of them", "trials", with the total; nil where it is of something else.
    private func rest(_ start: Int, mayBeBare: Bool) -> (end: Int, total: Int?)? {
      var index = start
      var total: Int?
      if word(index) == "of" {
        index += 1
        if word(index) == "them" { return them(index + 1) }
        if word(index) == "the" || word(index) == "all" { index += 1 }
        total = number(index)
        if total != nil { index += 1 }
      }
      while plain.contains(word(index)) { index += 1 }
      let isNamed = studies.contains(word(index)) || figures.contains(word(index)) && total != nil
      if isNamed { index += 1 }
      guard isNamed || total != nil || mayBeBare && isBare(start, index) else { return nil }
      // "Nine of 12 patients".
      guard
        isNamed || verbs.contains(word(index)) || !text.tokens.indices.contains(index) || text.tokens[index].kind == .symbol
      else { return nil }
      return narrowing.contains(word(index)) ? nil : (index, total)
    }

    /// "In only two", "more than half enrolled": nothing is named.
    private func isBare(_ start: Int, _ index: Int) -> Bool {
      verbs.contains(word(index))
        || start == index && word(start - 2) == "only" && word(start - 3) == "in"
          && (!text.tokens.indices.contains(index) || text.tokens[index].kind == .symbol)
    }

    /// "Three of them", of those whose whole number was told of before.
    private func them(_ end: Int) -> (end: Int, total: Int?)? {
      switch before?.extent {
      case .all, .zero: (end, before?.total)
      case .exactly(let count): before?.total == nil ? (end, count) : nil
      default: nil
      }
    }

    /// "Phase 3 trials", "the three": no plain number of studies.
    private func isOrdinalOrName(_ index: Int) -> Bool {
      ["phase", "to", "or", "about", "the", "these", "those", "other", "all", "grade", "stage", "last"].contains(word(index - 1))
        || text.isSymbol(index - 1, "-") || text.isSymbol(index - 1, "[") || text.isSymbol(index - 1, "/")
        || text.isSymbol(index + 1, "-")
    }
  }
}
