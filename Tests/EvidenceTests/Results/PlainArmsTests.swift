import Literature
import Testing

@testable import Evidence

/// Arms without "group" that no lexicon knows, told by how the sentence sets them side by side.
struct PlainArmsTests {
  private func arms(_ card: ResultCard?) -> [String] { card?.armValues.map { "\($0.arm ?? "?")=\($0.value.printed)" } ?? [] }

  @Test(arguments: [
    (
      "Compared with filtered air, exposure to fumes increased itching scores (1.3 vs 0.8).",
      ["exposure to fumes=1.3", "filtered air=0.8"]
    ),
    ("Itching scores were higher with TORVEX than with BELMA (7.2 vs 4.1).", ["TORVEX=7.2", "BELMA=4.1"]),
    ("The itching score was lower with TORVEX versus BELMA (1.6 vs 2.1).", ["TORVEX=1.6", "BELMA=2.1"]),
    ("Oat oil lowered the itching score by 2.1 points and rye oil by 1.4 points.", ["Oat oil=2.1", "rye oil=1.4"]),
    ("TORVEX reduced the itching score by 2.1 vs 0.9 with BELMA.", ["TORVEX=2.1", "BELMA=0.9"]),
    ("There was no difference between massage and sham massage in itching days (4.1 vs 4.3 days).", ["sham massage=4.3"]),
    ("Itching occurred in 38 (14%) TORVEX users and 61 (23%) BELMA users.", ["TORVEX=14", "BELMA=23"]),
    ("Itching scores in groups I and II were 7.2 and 4.1, respectively.", ["group I=7.2", "group II=4.1"]),
  ])
  func findsThem(_ text: String, _ expected: [String]) {
    let found = cards(text)
    #expect(
      expected.allSatisfy { arm in
        found.contains { arms($0).contains(arm) || "\($0.arm ?? "")=\($0.value?.printed ?? "")" == arm }
      })
  }

  @Test func keepsASeriesOfThreeOnOneCard() {
    let found = cards("Itching occurred in 37% of the oat group, 34% of the rye group and 19% of the wheat group.")
    #expect(found.map(arms) == [["oat=37", "rye=34", "wheat=19"]])
  }

  @Test func listsTheNamesBeforeAPlural() {
    let found = cards(
      "The incidence of itching was 12.1%, 8.4% and 3.2% in the high-dose, low-dose and oil groups, respectively.")
    #expect(arms(found.first) == ["high-dose=12.1", "low-dose=8.4", "oil=3.2"])
  }

  @Test func setsTheReferenceLast() {
    let found = cards("与对照组相比, 观察组瘙痒评分更低[(2.1±0.6)分 vs (3.4±0.8)分, P<0.01]。")
    #expect(found.first?.armValues.first?.arm == "observation")
  }

  @Test func countsAmongATotal() {
    let found = cards("There were 14 relapses among the 80 patients treated with TORVEX and 29 among the 79 treated with BELMA.")
    #expect(arms(found.first) == ["TORVEX=14", "BELMA=29"])
    #expect(found.first?.armValues.map(\.details.total?.value) == [80, 79])
  }
}
