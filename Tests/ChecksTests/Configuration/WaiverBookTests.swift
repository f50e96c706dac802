import Checks
import Literature
import Testing

struct WaiverBookTests {
  private var paper: Manuscript {
    var paper = Manuscript()
    let first = paper.passage("In one trial HR was 1.32 (0.70 to 1.20).")
    paper.card("HR", "1.32", "0.70", "1.20", in: first, at: "1.32 (0.70 to 1.20)")
    let second = paper.passage("In another HR was 1.45 (0.80 to 1.30).")
    paper.card("HR", "1.45", "0.80", "1.30", in: second, at: "1.45 (0.80 to 1.30)")
    return paper
  }

  private func waiver(_ rule: String, text: String? = nil, until: String? = nil, scope: Waiver.Scope = .files(nil)) -> Waiver {
    Waiver(
      rules: [rule], text: text, reason: "looked at", until: until.flatMap(CalendarDate.init), scope: scope, path: "concord.toml",
      line: 7)
  }

  private func apply(_ waivers: [Waiver], today: String? = nil) -> (CheckReport, WaiverBook) {
    let extract = paper.extract
    var report = Checker.check(extract: extract, rules: [EstimateOutsideInterval()])
    var book = WaiverBook(waivers, today: today.flatMap(CalendarDate.init))
    book.apply(to: &report, extract: extract)
    return (report, book)
  }

  @Test func coversByRuleWordsAndLine() {
    #expect(apply([waiver("N101")]).0.findings.isEmpty)
    #expect(apply([waiver("N", text: "1.45")]).0.findings.map(\.line) == [1])
    #expect(apply([waiver("N", text: "In another")]).0.findings.map(\.line) == [1])
    #expect(apply([waiver("N101", scope: .lines(2...2))]).0.findings.map(\.line) == [1])
    #expect(apply([waiver("C301")]).0.findings.count == 2)
  }

  @Test func keepsWhatItCoversWithTheReason() throws {
    let suppressed = try #require(apply([waiver("N101", scope: .lines(1...1))]).0.suppressed.first)
    #expect(suppressed.suppression == Finding.Suppression(kind: .inSource, reason: "looked at"))
  }

  @Test func runsOutAfterItsDay() {
    #expect(apply([waiver("N101", until: "2026-11-25")], today: "2026-11-25").0.findings.isEmpty)
    #expect(apply([waiver("N101", until: "2026-11-25")], today: "2026-11-26").0.findings.count == 2)
    #expect(apply([waiver("N101", until: "2026-11-25")]).0.findings.isEmpty)
  }

  private func notices(_ waivers: [Waiver], rules: [any Rule] = RuleRegistry.rules) -> [String] {
    let today = CalendarDate("2026-11-26")
    let (_, book) = apply(waivers, today: "2026-11-26")
    return WaiverBook.notices(on: waivers, used: Set(book.usedWaivers), rules: rules, today: today, language: .english).map(
      \.name)
  }

  @Test func unusedAndExpiredWaiversAreReported() {
    #expect(notices([waiver("N101")]).isEmpty)
    #expect(notices([waiver("C301")]) == ["unused-waiver"])
    #expect(notices([waiver("N101", until: "2026-11-25")]) == ["expired-waiver"])
    // A rule that was not run cannot have needed its waiver.
    #expect(notices([waiver("C301")], rules: [EstimateOutsideInterval()]).isEmpty)
  }
}
