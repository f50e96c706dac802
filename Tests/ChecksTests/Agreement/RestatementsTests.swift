import Literature
import Testing

@testable import Checks

struct RestatementsTests {
  private static let report = [
    ("abstract", "We randomised 342 adults with tennis elbow at 26 hospitals to a forearm splint or to tape."),
    ("abstract", "The splint was worn for a median of 41 days."),
    ("abstract", "The elbow was free of pain at one year in 61.3% with the splint and 48.2% with tape."),
    ("abstract", "Skin redness was reported by 19 and 35 people."),
    ("Methods", "This trial of adults with tennis elbow was done at 26 hospitals in Portugal and Spain."),
    ("Methods", "Participants were told to load the arm as they pleased."),
    ("Methods", "A nurse who did not know the group asked for pain by telephone."),
    ("Methods", "Ibuprofen gel was allowed up to 275 mg a day."),
    ("Results", "In all 342 adults were randomised, 171 to each group."),
    ("Results", "The splint was worn for a median of 41 days, with a wide spread."),
    ("Results", "At one year the elbow was free of pain in 61.3% of the splint group and in 48.2% of the tape group."),
    ("Results", "Skin redness was reported by 19 people with the splint and by 35 people with tape."),
    ("Results", "Grip strength had recovered in most people by the fourth visit."),
    ("Discussion", "The splint kept more elbows free of pain than tape did."),
    ("Discussion", "Cost was not studied, and employers were not asked."),
  ]

  /// The figures that are reported with one sentence of the report, found by its beginning, put otherwise.
  private func found(_ section: String, _ old: String, _ new: String) -> [String] {
    var paper = Manuscript()
    for (name, sentence) in Self.report {
      paper.passage(name == section ? sentence.replacing(old, with: new) : sentence, section: name)
    }
    return paper.findings(TextAgainstTable()).map(\.snippet)
  }

  @Test func nothingIsFoundWhereAllAgrees() {
    #expect(found("abstract", "tennis elbow", "tennis elbow").isEmpty)
  }

  @Test func aFactOfTheDesignWithItsDigitsExchanged() {
    #expect(found("abstract", "26 hospitals", "62 hospitals") == ["62"])
    #expect(found("abstract", "41 days", "14 days") == ["14"])
    // Of two that stand alone the one in the part that sums up is reported.
    #expect(found("Results", "41 days", "14 days") == ["41"])
  }

  @Test func inALongReportTwoDigitsThatAreExchangedAreARemark() {
    func severities(_ old: String, _ new: String) -> [Finding.Severity] {
      var paper = Manuscript()
      for (name, sentence) in Self.report {
        paper.passage(name == "abstract" ? sentence.replacing(old, with: new) : sentence, section: name)
      }
      for _ in 0..<130 { paper.passage("Those who wished to go on were free to do so.", section: "Discussion") }
      return paper.findings(TextAgainstTable()).map(\.severity)
    }
    #expect(severities("26 hospitals", "62 hospitals") == [.info])
    #expect(severities("61.3%", "61.8%") == [.warning])
  }

  @Test func theSameFigureInItsOwnPartDoesNotHideTheOthers() {
    var paper = Manuscript()
    // The abstract's second sentence fits best, but what is told twice is told in two parts.
    paper.passage("Adults with tennis elbow at all 26 hospitals wore a forearm splint or tape.", section: "abstract")
    for (name, sentence) in Self.report {
      paper.passage(name == "abstract" ? sentence.replacing("26 hospitals", with: "62 hospitals") : sentence, section: name)
    }
    #expect(paper.findings(TextAgainstTable()).map(\.snippet) == ["62"])
  }

  @Test func limitsThatAreTheSameTellOneResult() {
    var paper = Manuscript()
    paper.passage("Survival did not differ (HR 0.89, 95% CI 0.61 to 1.11).", section: "abstract")
    paper.passage("The questionnaire for the difference in survival was valid in 0.98 of visits.", section: "Methods")
    paper.passage("Deaths: HR 0.82, 95% CI 0.61 to 1.11.", section: "Results")
    let places = FigurePlaces(CheckContext(extract: paper.extract))
    #expect(Restatements(places).all().map(\.odd.key.text) == ["0.89"])
    #expect(Restatements(places).all().map(\.usual.key.text) == ["0.82"])
  }

  @Test func aShareWhoseWordsAreThoseOfAnother() {
    #expect(found("abstract", "61.3%", "63.1%") == ["63.1"])
    #expect(found("abstract", "48.2%", "42.8%") == ["42.8"])
  }

  @Test func aNumberOfAnotherThingIsNoSlip() {
    // Days are no hospitals, and 572 mg of another drug are not the 275 mg of this one.
    #expect(found("abstract", "for a median of 41 days", "by 62 adults").isEmpty)
    #expect(found("Discussion", "Cost was not studied", "Cost was not studied in the 14 months that followed").isEmpty)
  }

  @Test func whatHasMoreDecimalsThereIsNoSlip() {
    #expect(found("Discussion", "The splint kept more", "The splint kept 61% of the elbows free of pain, more").isEmpty)
  }

  @Test func aSpreadIsToldAgainWithItsMean() {
    var paper = Manuscript()
    paper.passage("Their mean age was 27 years (SD 8.7).", section: "abstract")
    paper.passage("The mean age was 26.6 years (SD 7.8) with the tape.", section: "Results")
    #expect(paper.findings(TextAgainstTable()).isEmpty)
  }

  @Test func whatWasPlannedIsNotToldAgain() {
    #expect(
      found("Discussion", "Cost was not studied", "The sample size of 324 adults was to show a gain of 13%, cost was not studied")
        .isEmpty)
  }

  @Test func aCentreIsASiteInBothLanguages() {
    func noun(_ text: String) -> String? {
      var paper = Manuscript()
      paper.passage(text)
      let places = FigurePlaces(CheckContext(extract: paper.extract))
      return FigureSurroundings(places).nouns.first ?? nil
    }
    #expect(noun("At 23 hospitals it was done.") == "site")
    #expect(noun("在23家中心开展。") == "site")
    #expect(noun("They were seen on day 42.") == "day")
    #expect(noun("静脉注射0.25 mg/kg。") == "mg/kg")
    #expect(noun("The odds fell (OR 0.72).") == "ratio")
    #expect(noun("The figure was 0.72 by then.") == nil)
  }

  @Test func numbersThatAreOneButForASlip() {
    func key(_ text: String) -> PlacedFigure.Key {
      PlacedFigure.Key(
        digits: text.utf8.filter { $0 != 0x2E }, decimals: text.split(separator: ".").dropFirst().first?.utf8.count ?? 0)
    }
    let slips = SlippedKeys(["0.72", "0.27", "0.78", "7.2", "1.72", "0.72"].map(key))
    #expect(slips.all(of: key("0.72")).map(\.text) == ["0.27", "0.78", "1.72", "7.2"])
    #expect(slips.all(of: key("0.55")).isEmpty)
  }

  @Test func arithmeticTellsWhatIsNoSlip() {
    var paper = Manuscript()
    paper.passage("Of 200 people, 31 (15.5%) were lame and the ratio was 0.71 (95% CI 0.56 to 0.90); 92 came (45 and 47).")
    let places = FigurePlaces(CheckContext(extract: paper.extract))
    let proofs = FigureProofs(places)
    func index(_ text: String) -> Int? { places.figures.firstIndex { $0.key.text == text && !$0.isDerived } }
    #expect(["31", "15.5", "0.71", "0.90", "45", "92"].allSatisfy { index($0).map(proofs.holds) ?? false })
    let (count, another) = (index("31"), index("92"))
    #expect(count.flatMap { own in another.map { proofs.makesShare(own, as: $0) } } == false)
    #expect(count.map { proofs.makesShare($0, as: $0) } == true)
  }
}
