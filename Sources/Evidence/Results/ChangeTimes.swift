import Literature
import TextAnalysis

/// The two times between which a pair of values changed: "increased from baseline to 6 months (346 ± 103 to 411 ± 155 m".
struct ChangeTimes {
  let text: ResultText

  /// The times in the order of the values; nil where the words before the bracket of the values do not name both.
  func times(of group: ValueGroup) -> [String]? {
    guard group.quantities.count == 2, let first = group.quantities.first else { return nil }
    // "(median 10.5, IQR 9.0, 12.0 to 12.0": at most three tokens between the bracket and the value.
    guard
      let open = (max(0, first.tokens.lowerBound - 3)..<first.tokens.lowerBound).last(where: {
        text.isSymbol($0, anyOf: ["(", "["])
      })
    else { return nil }
    let window = max(0, open - 14)..<open
    guard let from = window.last(where: { text.word($0) == "from" }),
      let to = (from + 1..<open).first(where: { text.word($0) == "to" }), to > from + 1, to + 1 < open
    else { return nil }
    let names = [text.string(from + 1..<to), text.string(to + 1..<end(from: to + 1, before: open))]
    return names.allSatisfy { LabelReading($0).time != nil } && names[0] != names[1] ? names : nil
  }

  /// Before the preposition that begins something else: "6 months in the A group".
  private func end(from start: Int, before open: Int) -> Int {
    (start + 1..<max(start + 1, open)).first { text.tags($0).contains(.preposition) } ?? open
  }
}
