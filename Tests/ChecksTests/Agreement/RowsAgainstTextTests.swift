import Checks
import Testing

struct RowsAgainstTextTests {
  private func snippets(_ sentence: String, rows: [String]) throws -> [String] {
    let table = "Table 1. Outcomes\n\nOutcome\tSplint (n = 212)\tTape (n = 209)\n" + rows.joined(separator: "\n")
    return try findings(TextAgainstTable(), in: review("\(sentence)\n\n\(table)")).map(\.snippet)
  }

  private let healed = "Tendon healed at 8 weeks, n (%)\t183 (86.3)\t165 (78.9)"

  @Test func aSentenceWithTheRowsWordsHasItsFigures() throws {
    #expect(
      try snippets("At 8 weeks the tendon had healed in 181 patients with splints and 165 with tape.", rows: [healed]) == ["181"])
    #expect(
      try snippets("At 8 weeks the tendon had healed in 183 patients with splints and 165 with tape.", rows: [healed]).isEmpty)
    #expect(
      try snippets("Per protocol the tendon had healed in 181 patients with splints and 165 with tape.", rows: [healed]).isEmpty)
  }

  @Test func exchangedDigitsNeedTheWordsAlone() throws {
    let rows = ["Skin redness, n (%)\t124 (59.4)\t20 (9.7)", "Numbness, n (%)\t42 (19.8)\t21 (10.0)"]
    #expect(try snippets("Redness of the skin was reported by 54.9% of those with splints.", rows: rows) == ["54.9"])
    #expect(try snippets("Redness of the skin was reported by 59.4% of those with splints.", rows: rows).isEmpty)
    #expect(try snippets("A burning feeling was reported by 54.9% of those with splints.", rows: rows).isEmpty)
  }
}
