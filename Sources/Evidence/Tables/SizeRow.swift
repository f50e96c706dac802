import Literature
import TextAnalysis

/// A row that gives the size of each column's group: "N | 91 | 93", "No. of patients", 例数. Sizes are no results.
enum SizeRow {
  /// Whether the labels say nothing but that.
  static func isOne(_ labels: [LabelReading]) -> Bool {
    guard let label = labels.last?.printed, labels.count == 1 || ["n", "N"].contains(label) else { return false }
    return ["例数", "n（例）", "人数"].contains(label) || areOfSize(label.letterWords)
  }

  private static func areOfSize(_ words: [Word]) -> Bool {
    !words.isEmpty && words.count <= 4 && words.allSatisfy(ofSizes.contains) && words.contains(where: counts.contains)
  }

  /// Whether the heading of a column says nothing else, a bracket aside: "No. of subjects (measures)"; "n" over a column may count events.
  static func isOne(heading: LabelReading) -> Bool {
    let head = heading.printed.parts(atAny: "(（").first.map { String($0).trimmedSpaces } ?? ""
    let words = head.letterWords
    // "n/N" heads events of their total.
    return !head.utf8.contains(0x2F) && words.count >= 2 && areOfSize(words)
  }

  /// The whole number that stands alone in a cell; nil for any other.
  static func size(_ cell: Table.Cell) -> PrintedNumber? {
    let text = ResultText(LexedText(cell.flow.utf8))
    let numbers = text.indices.filter { text.kind($0) == .number }
    guard numbers.count == 1, let number = PrintedNumber(text.string(numbers[0])), number.decimals == 0, number.value > 0 else {
      return nil
    }
    return number
  }

  private static let counts: Words = ["n", "no", "number", "total"]
  private static let ofSizes: Words = [
    "n", "no", "number", "total", "of", "the", "patients", "participants", "subjects", "randomised", "randomized", "analysed",
    "analyzed", "individuals", "cases",
  ]
}
