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

  @Test func twoEntriesDoNotSayWhichIsWrong() { #expect(messages([right[0], ("The Nowhere Lancet", "19", 2018)]).isEmpty) }
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
