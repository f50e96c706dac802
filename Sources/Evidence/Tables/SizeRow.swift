import Literature
import TextAnalysis

/// A row that gives the size of each column's group: "N | 91 | 93", "No. of patients", 例数. Sizes are no results.
enum SizeRow {
  /// Whether the labels say nothing but that.
  static func isOne(_ labels: [LabelReading]) -> Bool {
    guard let label = labels.last?.printed, labels.count == 1 || ["n", "N"].contains(label) else { return false }
    if ["例数", "n（例）", "人数"].contains(label) { return true }
    let words = label.letterWords
    return !words.isEmpty && words.count <= 4 && words.allSatisfy(isOfSize) && words.contains(where: isCount)
  }

  /// Whether the heading of a column says nothing else, a bracket aside: "No. of subjects (measures)"; "n" over a column may count events.
  static func isOne(heading: LabelReading) -> Bool {
    let head = heading.printed.split { "(（".contains($0) }.first.map { String($0).trimmedSpaces } ?? ""
    return head.letterWords.count >= 2 && isOne([LabelReading(head)])
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

  private static func isCount(_ word: Word) -> Bool { ["n", "no", "number", "total"].contains(word) }

  private static func isOfSize(_ word: Word) -> Bool {
    isCount(word)
      || [
        "of", "the", "patients", "participants", "subjects", "randomised", "randomized", "analysed", "analyzed", "individuals",
        "cases",
      ]
      .contains(word)
  }
}
