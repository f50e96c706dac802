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
