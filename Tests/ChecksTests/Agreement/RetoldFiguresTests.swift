import Checks
import Literature
import Testing

struct RetoldFiguresTests {
  private func found(abstract: String, text: String) -> [String] {
    var paper = Manuscript()
    paper.passage(abstract, section: "abstract")
    paper.passage(text, section: "Results")
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  @Test func theSameWordsAndUnitWithAnotherDigit() {
    let text = "Mean age was 74.2 years (SD 9.8)."
    #expect(found(abstract: "The cohort had 407 members (mean age 75.2 years).", text: text) == ["75.2"])
    #expect(found(abstract: "The cohort had 407 members (mean age 74.2 years).", text: text).isEmpty)
    #expect(found(abstract: "The cohort had 407 members (mean stay 75.2 days).", text: text).isEmpty)
    // Rounded.
    #expect(found(abstract: "The cohort had 407 members (mean age 74 years).", text: text).isEmpty)
  }

  @Test func aDrugWithOneDose() {
    let text = "Ibuprofen 400 mg was given each morning."
    #expect(found(abstract: "They took ibuprofen 600 mg once daily.", text: text) == ["600"])
    #expect(found(abstract: "They took ibuprofen 400 mg once daily.", text: text).isEmpty)
    #expect(found(abstract: "They took ibuprofen 600 mg once daily.", text: text + " Later ibuprofen 200 mg was enough.").isEmpty)
  }

  @Test func aDrugInChineseAndACountOfTheSameDigits() {
    #expect(found(abstract: "夹板组口服孟鲁司特5 mg，每晚1次。", text: "孟鲁司特颗粒4 mg，睡前服。") == ["5"])
    #expect(found(abstract: "夹板组口服孟鲁司特4 mg，每晚1次。", text: "孟鲁司特颗粒4 mg，睡前服。").isEmpty)
    let text = "Blood was given to 221 controls (21.8%). The difference in total blood loss was 212 mL."
    #expect(found(abstract: "Splints reduced blood loss by 221 mL.", text: text) == ["221"])
  }

  @Test func anIntervalHasOneEstimateAndOneOtherLimit() {
    let text = "The weighted hazard ratio of splints was 0.68 (95% CI 0.52–0.90), against a crude one of 0.61 (95% CI 0.49–0.77)."
    #expect(found(abstract: "Splints held longer (adjusted hazard ratio 0.68, 95% CI 0.52–0.90).", text: text).isEmpty)
    #expect(found(abstract: "Splints held longer (adjusted hazard ratio 0.68, 95% CI 0.62–0.90).", text: text) == ["0.62"])
    #expect(found(abstract: "Splints held longer (adjusted hazard ratio 0.61, 95% CI 0.52–0.90).", text: text) == ["0.61"])
  }
}
