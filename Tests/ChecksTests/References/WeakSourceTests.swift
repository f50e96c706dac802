import Checks
import Literature
import Testing

struct WeakSourceTests {
  private func found(_ sentence: String, _ change: (inout BibliographicItem) -> Void) -> [Finding] {
    var paper = Manuscript()
    let passage = paper.passage(sentence)
    let reference = paper.reference("Alder A. Invented work. 2026", change: change)
    if sentence.contains("[1]") { paper.cite("[1]", ["1"], in: passage) }
    paper.card("HR", "0.71", endpoint: "RFS", in: passage, at: "HR 0.71") { $0.references = [reference] }
    return paper.findings(WeakSource())
  }

  @Test func flagsResultsCitedToAProtocol() {
    let found = found("RFS: HR 0.71 [1]") { $0.title = "Lenvatinib after resection: study protocol of a randomised trial" }
    #expect(found.map(\.message) == ["HR 0.71 rests on reference 1 alone, a study protocol, which has no results."])
    #expect(found.map(\.severity) == [.warning])
  }

  @Test func plansAndOwnProtocolsAreNoSources() {
    let isProtocol = { (item: inout BibliographicItem) in item.title = "Lenvatinib after resection: study protocol of a trial" }
    #expect(found("We assumed RFS with HR 0.71 [1]", isProtocol).isEmpty)
    #expect(found("RFS: HR 0.71", isProtocol).isEmpty)
    #expect(found("RFS: HR 0.71 [1]") { $0.title = "A computer-implemented protocol for naming" }.isEmpty)
    #expect(found("RFS: HR 0.71 [1]") { $0.title = "Deworming: study design and baseline results of a trial" }.isEmpty)
  }

  @Test func abstractsAndPreprintsAreRemarks() {
    #expect(
      found("RFS: HR 0.71 [1]") {
        $0.page = "477-477"
        $0.doi = "10.5555/inv.2026.44.2_suppl.477"
      }.map(\.severity) == [.info])
    #expect(found("RFS: HR 0.71 [1]") { $0.type = "article" }.map(\.severity) == [.info])
  }

  @Test func acceptsReportsAndSentencesThatSaySo() {
    #expect(found("RFS: HR 0.71 [1]") { $0.page = "101-110" }.isEmpty)
    #expect(found("RFS: HR 0.71, presented as an abstract [1]") { $0.page = "S302-S302" }.isEmpty)
  }

  /// The list has added to the title what the source is.
  @Test func abstractsThatTheTitleMarks() {
    func severities(_ title: String) -> [Finding.Severity] { found("RFS: HR 0.71 [1]") { $0.title = title }.map(\.severity) }
    #expect(severities("Lenvatinib after resection: a phase 2 trial (conference abstract, interim data)") == [.info])
    #expect(severities("Lenvatinib after resection: a phase 2 trial [abstract]") == [.info])
    #expect(severities("Lenvatinib after resection: how abstracts become papers").isEmpty)
  }

  /// Shares that were counted are results; of several callouts the one behind the figures is theirs.
  @Test func countedSharesOfAReviewRestOnTheNextCallout() throws {
    let text =
      " In ALDER-301, median OS was 12.6 months [1]. In BIRCH-204, median OS was 18.9 months [2]. In CEDAR-12, median OS was 31.0 months [3]."
    let plan =
      "Erle, E. and Ulme, U. (2020) Edoxaban in Frail People: Study Protocol for a Randomised Trial. Journal of Invented Results, 4, 1-9."
    let body = text + " Atrial fibrillation came back in 31 of 492 patients (6.3%) [4]."
    #expect(try findings(WeakSource(), in: review(body, references: Entries.all + [plan])).map(\.severity) == [.warning])
    let report = plan.replacing("Study Protocol for a Randomised Trial", with: "A Randomised Trial")
    #expect(try findings(WeakSource(), in: review(body, references: Entries.all + [report])).isEmpty)
  }

  /// Lists may say behind the place of an entry what it is.
  @Test func aRemarkBehindTheEntryMarksAProtocol() throws {
    let text =
      " In ALDER-301, median OS was 12.6 months [1]. In BIRCH-204, median OS was 18.9 months [2]. In CEDAR-12, median OS was 31.0 months [3]."
      + " Atrial fibrillation came back in 31 of 492 patients (6.3%) [4]."
    let entry = "Erle E, Ulme U. Edoxaban in frail people: the EIDER trial. J Invented Results. 2020;4:e1-9."
    #expect(
      try findings(WeakSource(), in: review(text, references: Entries.all + [entry + " Study protocol."])).map(\.severity) == [
        .warning
      ])
    #expect(try findings(WeakSource(), in: review(text, references: Entries.all + [entry])).isEmpty)
  }

  private func inWords(_ sentence: String) throws -> [Finding] {
    let protocolPaper =
      "Alder A, Erle B. Lenvatinib after resection of gland tumours: study protocol of a randomised trial. Inv Plans. 2019;2:1-9."
    let text = review(
      "Glands grow [1]. Tumours shrink [2]. \(sentence)", references: [Entries.birch, Entries.cedar, protocolPaper])
    return try findings(WeakSource(), in: text)
  }

  @Test func resultsToldWithoutFigures() throws {
    for sentence in ["Lenvatinib halved the rate of recurrence [3].", "Retention was shown to be better with lenvatinib [3]."] {
      #expect(try inWords(sentence).map(\.severity) == [.warning], "\(sentence)")
    }
    for sentence in ["Whether lenvatinib reduced recurrence is under study [3].", "Only a protocol has appeared [3]."] {
      #expect(try inWords(sentence).isEmpty, "\(sentence)")
    }
  }

  @Test func resultsBehindTheSentenceThatCitesTheProtocol() throws {
    func codes(_ title: String) throws -> [String] {
      let entry = "Larch A, Erle B. \(title). Inv Results. 2022;5:31-40. https://doi.org/10.5555/invented.larch.2022"
      let body =
        "ALDER-301 came first [1]. BIRCH-204 was next [2]. CEDAR-12 was small [3]. LARCHES assigned 616 people to lenvatinib or placebo [4]. "
        + "Recurrence was seen in 54 (17.6%) and 76 (24.6%) (HR 0.69, 95% CI 0.49 to 0.97; P = 0.03)."
      return try ChecksTests.findings(WeakSource(), in: review(body, references: Entries.all + [entry])).map(\.code)
    }
    #expect(try codes("Lenvatinib in glands (LARCHES): rationale and study protocol of a trial") == ["R407"])
    #expect(try codes("Lenvatinib in glands (LARCHES): a randomised trial").isEmpty)
  }

  @Test func sharesThatWereCountedAreNotOfADesignPaper() throws {
    let entries =
      Entries.all + [
        "Dorn A, Alder B. Rationale and design of the ALDER-301 trial. J Inv Designs. 2017;1:1-9. doi:10.5555/inv.d.2017"
      ]
    func count(_ label: Int) throws -> Int {
      let body =
        "Deaths in ALDER-301 were fewer with lenvatinib (HR 0.71) [1]. In BIRCH-204, median OS was 18.9 months [2]. In CEDAR-12, median OS was 31.0 months [3]. "
        + "Lenvatinib was given to 200 patients and placebo to 200; death occurred in 18 (9.0%) and 25 (12.5%) patients [\(label)]."
      return try findings(WeakSource(), in: review(body, references: entries)).count
    }
    #expect(try count(4) == 1)
    #expect(try count(1) == 0)
  }
}
