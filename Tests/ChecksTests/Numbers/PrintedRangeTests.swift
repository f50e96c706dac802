import Checks
import Literature
import Testing

struct PrintedRangeTests {
  private func snippets(_ text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(text)
    return paper.findings(ImpossibleValue()).map(\.snippet)
  }

  /// The estimate lies between: whatever the two numbers are called, they are its limits.
  @Test func limitsAroundAnEstimate() {
    #expect(snippets("The pooled risk ratio was 0.71 (0.88 to 0.57; P = 0.002).") == ["0.88 to 0.57"])
    #expect(snippets("The ratio was 0.71, 0.88–0.57, in all nine trials.") == ["0.88–0.57"])
    #expect(snippets("合并RR为0.71（0.88～0.57）。") == ["0.88～0.57"])
    #expect(snippets("The pooled risk ratio was 0.71 (0.57 to 0.88; P = 0.002).").isEmpty)
    #expect(snippets("The score fell to 0.71 (0.95 to 0.82 in the others).").isEmpty)
    #expect(snippets("Scores were 4.1 (5.2, 3.6) in the three classes.").isEmpty)
  }

  @Test func rangesByName() {
    #expect(snippets("Age had a median of 61 years (range 78–43).") == ["78–43"])
    #expect(snippets("中位随访31.2个月（四分位间距 40.3～22.8）。") == ["40.3～22.8"])
    #expect(snippets("Age had a median of 61 years (IQR 43–78), and doses ranged from 80 to 20 mg.").isEmpty)
    #expect(snippets("The two meals did not differ (median, interquartile range 5.3, 0.9 mmol/L).").isEmpty)
  }

  private func table(_ heads: String, _ rows: [String]) -> String {
    "An Invented Trial\n\n1. Text\n\nTable 1. Results of the trials\n\n\(heads)\n\(rows.joined(separator: "\n"))\n"
  }

  @Test func limitsInCellsOfTheirOwn() throws {
    let heads = "Trial\tRisk ratio\t95% CI\tP"
    let swapped = table(heads, ["Adler\t0.81\t0.62–1.06\t0.12", "Bosk\t0.66\t0.91–0.48\t0.01", "Crane\t0.94\t0.77–1.15\t0.55"])
    let found = try findings(ImpossibleValue(), in: swapped)
    #expect(found.map(\.snippet) == ["0.91–0.48"] && found.map(\.severity) == [.error])
    let right = table(heads, ["Adler\t0.81\t0.62–1.06\t0.12", "Bosk\t0.66\t0.48–0.91\t0.01", "Crane\t0.94\t0.77–1.15\t0.55"])
    #expect(try findings(ImpossibleValue(), in: right).isEmpty)
    // A table that has them all that way round means it.
    let habit = table(heads, ["Adler\t0.81\t1.06–0.62\t0.12", "Bosk\t0.66\t0.91–0.48\t0.01", "Crane\t0.94\t1.15–0.77\t0.55"])
    #expect(try findings(ImpossibleValue(), in: habit).allSatisfy { $0.severity == .info })
  }

  @Test func cellsBelowABoundedHead() throws {
    func found(_ heads: String, _ rows: [String]) throws -> [String] {
      try findings(ImpossibleValue(), in: table(heads, rows)).map(\.snippet)
    }
    let pain = "Pain at day 7\t-0.9 (-1.4 to -0.4)"
    let stay = "Stay in hospital\t-1.2 (-1.9 to -0.5)"
    let fever = "Fever, days\t-0.3 (-0.8 to 0.2)"
    #expect(try found("Outcome\tMD (95% CI)\tI²", [pain + "\t34%", stay + "\t143%", fever + "\t0%"]) == ["143%"])
    #expect(try found("Outcome\tMD (95% CI)\tI²", [pain + "\t34%", stay + "\t43%", fever + "\t0%"]).isEmpty)
    #expect(try found("Scale\tItems\tICC", ["Pain\t7\t0.84", "Gait\t9\t1.34", "Mood\t5\t0.77"]) == ["1.34"])
    #expect(try found("Scale\tItems\tNumber", ["Pain\t7\t0.84", "Gait\t9\t1.34", "Mood\t5\t0.77"]).isEmpty)
  }

  @Test func correlationsAreNoMoreThanOne() {
    #expect(snippets("The intracluster correlation was 1.04.") == ["1.04"])
    #expect(snippets("The intracluster correlation was 0.04.").isEmpty)
  }
}
