import Checks
import Literature
import Testing

struct JournalVolumesTests {
  private func messages(_ entries: [(String, String, Int)]) -> [String] {
    var paper = Manuscript()
    for (journal, volume, year) in entries {
      paper.reference("\(journal) \(year);\(volume)") { item in
        item.containerTitle = journal
        item.volume = volume
        item.issued = PartialDate(year: year)
      }
    }
    return paper.findings(JournalVolumes()).map(\.message)
  }
  private let right = [("The Nowhere Lancet", "389", 2017), ("Nowhere Lancet", "391", 2018), ("The Nowhere Lancet", "402", 2023)]

  @Test func flagsAVolumeThatFallsOut() {
    #expect(
      messages(right + [("The Nowhere Lancet", "19", 2018)])
        == ["Reference 4 gives volume 19 of The Nowhere Lancet for 2018; reference 1 gives volume 389 for 2017."])
    #expect(messages(right + [("The Nowhere Lancet", "402", 2013)]).count == 1)
  }

  @Test func acceptsRisingVolumesAndAYearsDifference() {
    #expect(messages(right).isEmpty)
    #expect(messages(right + [("The Nowhere Lancet", "392", 2018), ("The Nowhere Lancet", "401", 2022)]).isEmpty)
    #expect(messages(right + [("Annals of Nowhere", "19", 2018)]).isEmpty)
  }

  @Test func issuesOfAYearAreNoVolumes() {
    let cochrane = "Cochrane Database of Systematic Reviews"
    #expect(messages([(cochrane, "1", 2005), (cochrane, "2", 2005), (cochrane, "18", 2006)]).isEmpty)
  }

  /// Two entries of a journal of one volume a year: the later year has the greater volume.
  @Test func volumesDoNotFall() {
    #expect(messages([("Annals of Nowhere", "18", 2022), ("Annals of Nowhere", "14", 2023)]).count == 1)
    #expect(messages([("Annals of Nowhere", "4", 2012), ("Annals of Nowhere", "3", 2019)]).count == 1)
    #expect(messages([("Annals of Nowhere", "18", 2022), ("Annals of Nowhere", "17", 2023)]).isEmpty)
    #expect(messages([("Annals of Nowhere", "18", 2022), ("Annals of Nowhere", "19", 2023)]).isEmpty)
  }

  @Test func twoEntriesDoNotSayWhichIsWrong() { #expect(messages([right[0], ("The Nowhere Lancet", "19", 2018)]).isEmpty) }

  /// Two others of one volume a year, and a volume that is the one due with its digits exchanged, or one lost or wrong.
  @Test func aSlipOfTheDueVolume() {
    let pace = [("Nowhere Reports", "47", 2022), ("Nowhere Reports", "44", 2019)]
    #expect(messages(pace + [("Nowhere Reports", "84", 2023)]).count == 1)
    #expect(messages(pace + [("Nowhere Reports", "48", 2023)]).isEmpty)
    #expect(messages(pace + [("Nowhere Reports", "84", 2035)]).isEmpty)
    let young = [("Nowhere Letters", "6", 2021), ("Nowhere Letters", "7", 2022)]
    #expect(messages(young + [("Nowhere Letters", "3", 2023)]).count == 1)
    #expect(messages(young + [("Nowhere Letters", "12", 2025)]).isEmpty)
  }

  @Test func journalsOfSeveralVolumesAYear() {
    #expect(
      messages([("Nowhere Letters", "23", 2018), ("Nowhere Letters", "40", 2020), ("Nowhere Letters", "25", 2018)]).isEmpty)
  }

  /// A volume is of one year, give or take one; and a year has few volumes.
  @Test func volumesAreOfOneYear() {
    #expect(messages([("Annals of Nowhere", "18", 2019), ("Annals of Nowhere", "18", 2022)]).count == 1)
    #expect(messages([("Annals of Nowhere", "18", 2019), ("Annals of Nowhere", "18", 2020)]).isEmpty)
    #expect(messages([("Annals of Nowhere", "1", 1985), ("Annals of Nowhere", "1", 1988)]).isEmpty)
    #expect(messages([("Annals of Nowhere", "2", 2019), ("Annals of Nowhere", "9", 2019)]).count == 1)
    #expect(messages([("Annals of Nowhere", "2", 2019), ("Annals of Nowhere", "4", 2019)]).isEmpty)
    let found = messages([
      ("Annals of Nowhere", "18", 2019), ("Annals of Nowhere", "19", 2020), ("Annals of Nowhere", "18", 2021),
    ])
    #expect(found.map { String($0.prefix(40)) } == ["Reference 3 gives volume 18 of Annals of"])
  }

  @Test(arguments: [("302-298", 1), ("201–120", 1), ("1003-9", 0), ("298-302", 0), ("S12-S9", 0), ("e302-298", 0)])
  func pagesDoNotRunBackwards(_ pages: String, _ count: Int) {
    var paper = Manuscript()
    paper.reference("Annals of Nowhere") { $0.page = pages }
    #expect(paper.findings(JournalVolumes()).count == count)
  }
}

struct LearnedVolumesTests {
  private func findings(_ volume: String, _ year: Int, known: [(volume: Int, year: Int)]) -> [Finding] {
    var paper = Manuscript()
    paper.reference("x") { item in
      item.type = "article-journal"
      item.containerTitle = "The Nowhere Lancet"
      item.volume = volume
      item.issued = PartialDate(year: year)
    }
    let journals = ListedJournals(known.map { JournalVolume(journal: "nowherelancet", volume: $0.volume, year: $0.year) })
    return Checker.check(extract: paper.extract, journals: journals, rules: [JournalVolumes()]).findings
  }
  private let known = [(389, 2017), (390, 2017), (391, 2018), (392, 2018), (393, 2019), (394, 2019)]

  @Test func flagsAVolumeFarFromWhatOtherDocumentsGive() {
    #expect(
      findings("39", 2018, known: known).map(\.message) == [
        "Reference 1 gives volume 39 of The Nowhere Lancet for 2018; other documents give 389–394 for that year and those beside it."
      ])
    #expect(findings("391", 2018, known: known).isEmpty)
    #expect(findings("396", 2018, known: known).isEmpty)
    #expect(findings("340", 2018, known: known).isEmpty)
  }

  @Test func needsEnoughTellingsNearTheYear() {
    #expect(findings("39", 2008, known: known).isEmpty)
    #expect(findings("39", 2018, known: Array(known.prefix(3))).isEmpty)
  }
}
