import Literature
import Testing

@testable import Evidence

private func fates(_ sentence: String, section: String = "Results") -> [NumberFate] {
  let sample = EvidenceSample(sentences: [sentence], references: [("Reed", "A", 2019, "Zinc")], section: section)
  let results = ResultRecogniser.results(in: sample.input, trials: sample.findings)
  return NumberLedger.fates(in: sample.input, results: results)
}
private func reasons(_ sentence: String) -> [String] {
  fates(sentence).filter { $0.printed != "" && $0.reason != .reference }.map { $0.reason?.rawValue ?? "card" }
}

@Test func tellsWhyANumberIsOnNoCard() {
  #expect(
    reasons("In 2015, men aged 65 received 40 mg for 12 weeks [1] (Table 2).") == [
      "date", "age", "dose", "time", "citation", "label",
    ])
  #expect(reasons("IL-10 fell; the 95% CI was wide.") == ["name", "level"])
}

@Test func leadsEachNumberOfACardToIt() {
  let found = fates("Pain was 3.2 in the zinc group and 4.1 in the sugar group (P = 0.03).").filter { $0.reason != .reference }
  #expect(found.map(\.printed) == ["3.2", "4.1", "0.03"])
  #expect(found.allSatisfy { $0.results == [0] })
}

@Test func leavesNoNumberWithoutAWord() {
  let all = fates("There were 17 odd things in 3 places, 4.5 wide.")
  #expect(all.allSatisfy { $0.results.isEmpty == ($0.reason != nil) })
}
