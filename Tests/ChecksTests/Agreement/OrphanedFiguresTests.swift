import Checks
import Literature
import Testing

struct OrphanedFiguresTests {
  private func found(abstract: String, text: String, caption: String? = nil, rows: [String] = []) -> [String] {
    var paper = Manuscript()
    paper.passage(abstract, section: "abstract")
    paper.passage(text, section: "Results")
    if let caption { paper.passage(caption, kind: .caption, section: "Results") }
    for row in rows { paper.passage(row, kind: .tableRow, section: "table-1", table: 0) }
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  private let text = "Wounds had closed by week 6 in 61 of 92 (66.3%) with foam and in 44 of 90 (48.9%) with gauze."

  @Test func aFigureOfTheAbstractAloneBesideOneThatTheTextHas() {
    #expect(found(abstract: "Wounds closed in 63.6% with foam and in 48.9% with gauze.", text: text) == ["63.6"])
    #expect(found(abstract: "Wounds closed in 66.3% with foam and in 46.9% with gauze.", text: text) == ["46.9"])
    #expect(found(abstract: "泡沫敷料组愈合率为66.3%, 纱布组为49.8%。", text: text) == ["49.8"])
  }

  @Test func aRatioThatTheBodyHasWithItsDigitsExchanged() {
    let told =
      "Falls befell 35 and 52 (26.1% and 38.8%); hazard ratio 0.62, 95% CI 0.40 to 0.95. Stiffness was rarer (hazard ratio 0.81)."
    #expect(found(abstract: "Splints prevented falls (hazard ratio 0.26).", text: told) == ["0.26"])
    #expect(found(abstract: "Splints prevented falls (hazard ratio 0.62).", text: told).isEmpty)
    #expect(found(abstract: "Splints prevented falls (hazard ratio 0.18).", text: "Some 81 of 0.81 wore it.").isEmpty)
  }

  @Test func whatTheTextMakesIsNoOrphan() {
    #expect(found(abstract: "Wounds closed in 66.3% with foam and in 48.9% with gauze.", text: text).isEmpty)
    // Rounded, the difference, the rest.
    #expect(found(abstract: "Wounds closed in 66% with foam and in 49% with gauze.", text: text).isEmpty)
    #expect(found(abstract: "Wounds closed in 66.3% against 48.9%, a difference of 17.4 points.", text: text).isEmpty)
    #expect(found(abstract: "Wounds closed in 66.3% with foam; 33.7% stayed open.", text: text).isEmpty)
  }

  @Test func aFigureFarFromAnyOfTheTextIsOfAnotherResult() {
    #expect(found(abstract: "Wounds closed in 66.3% with foam; scars itched in 27.4%.", text: text).isEmpty)
  }

  @Test func exchangedDigitsWithoutCompanyNeedSharedWords() {
    let rows = ["Wound closure, foam\t14\t84.2"]
    #expect(found(abstract: "Foam ranked first for wound closure (82.4%).", text: "Trials were pooled.", rows: rows) == ["82.4"])
    #expect(found(abstract: "Nurses answered in 82.4%.", text: "Trials were pooled.", rows: rows).isEmpty)
  }

  @Test func aCountAndATimeAreTwoThings() {
    #expect(found(abstract: "Wounds closed in 66.3% of 730 people.", text: text + " Scars faded in 7.3 months.").isEmpty)
  }

  @Test func aNumberOfPeopleIsNoCompany() {
    let told = "The 152 nurses were randomised, 77 to soap and 75 to gel; 66.3% came back."
    #expect(found(abstract: "We randomised 152 nurses aged 65 or over.", text: told).isEmpty)
  }

  @Test func aCaptionMayGiveMoreThanResults() {
    let told = "Lamps of 3000 K were compared with lamps of 5000 K in two wards."
    #expect(found(abstract: "We compared lamps.", text: told, caption: "Spectra of lamps of 3000 K and 4000 K.").isEmpty)
  }

  @Test func aCaptionRepeatsTheText() {
    let told = "Wounds reopened in 37 people given foam and in 84 people given gauze."
    #expect(
      found(
        abstract: "We compared two dressings.", text: told,
        caption: "Figure 1. Wounds reopened in 37 people given foam and in 48 people given gauze.") == ["48"])
  }
}
