import Literature
import Testing

/// "Berg 2019 | title | journal | volume | page", with more after it where a test needs it.
private func work(
  _ author: String?, _ year: Int?, _ title: String?, _ journal: String? = nil, _ volume: String? = nil, _ page: String? = nil,
  with change: (inout BibliographicItem) -> Void = { _ in }
) -> BibliographicItem {
  var item = BibliographicItem()
  item.authors = author.map { [Name(family: $0, given: "A")] } ?? []
  item.issued = year.map { PartialDate(year: $0) }
  item.title = title
  item.containerTitle = journal
  item.volume = volume
  item.page = page
  change(&item)
  return item
}

private let title = "Early treatment of a rare disease in adults with long follow-up"

@Suite struct WorkMatchTests {
  private let paper = work("Berg", 2019, title, "Annals of Nowhere Medicine", "12", "45-49")

  @Test(arguments: [
    work("Berg", 2019, "Early treatement of a rare disease in adults with long followup", "Ann Nowhere Med", "12", "45"),
    work("Berg", 2019, "Early treatment of a rare disease in adults", "Ann. Nowhere Med."),
    work("Berg", 2020, title), work("Bergg", 2019, title, "Ann Nowhere Med"), work("van der Berg", 2019, title),
    work("Berg", 2019, nil, "Ann Nowhere Med", "12", "45"), work(nil, 2019, title, "Annals of nowhere medicine", "12"),
    work("Berg", 2019, "Series on disease: \(title)", "ANM", "12", "45-9"),
  ]) func joinsWhatIsDamaged(damaged: BibliographicItem) {
    #expect(WorkMatch(paper, damaged).isSame)
    #expect(WorkMatch(damaged, paper).isSame)
  }

  @Test(arguments: [
    work("Berg", 2019, "\(title): study protocol", "Trials of Nowhere", "3", "1"),
    work("Berg", 2019, "Erratum: \(title)", "Ann Nowhere Med", "13", "7"),
    work("Berg", 2019, title, "Annals of Nowhere Medicine", "10", "S12") { $0.genre = "abstract" },
    work("Berg", 2018, title, "Ann Nowhere Med", "11", "S12"),
    work("Berg", 2019, "Reply to \(title)", "Ann Nowhere Med", "12", "45"),
    work("Roe", 2012, "Something else that was treated late in children", "Ann Nowhere Med", "12", "45"),
    work("Berg", 2019, "Early treatment of a rare disease in adults: part 2", "Ann Nowhere Med", "12", "50"),
  ]) func leavesWhatIsAnotherWork(other: BibliographicItem) {
    #expect(!WorkMatch(paper, other).isSame)
    #expect(!WorkMatch(other, paper).isSame)
  }

  @Test func tellsPartsApartByTheirNumbers() {
    let pairs = [
      ("The watching of birds in the north. Part 1", "The watching of birds in the north. Part 2"),
      ("The watching of birds in the north: I. Methods", "The watching of birds in the north: II. Methods"),
      ("The needs for vitamin B in old birds of the north", "The needs for vitamin C in old birds of the north"),
      ("北方鸟类观察的研究（上）", "北方鸟类观察的研究（下）"),
    ]
    for (one, other) in pairs {
      #expect(!WorkMatch(work("Berg", 2019, one, "Birds", "12", "45"), work("Berg", 2019, other, "Birds", "12", "50")).isSame)
    }
  }

  @Test func doesNotTakeOneGenericTitleForAnother() {
    let one = work("Berg", 2019, "Letter to the editor", "Birds", "12", "45")
    #expect(!WorkMatch(one, work("Berg", 2019, "Letter to the editor", "Birds", "12", "99")).isSame)
  }

  @Test func letsIdentifiersDecide() {
    let one = work("Berg", 2019, title) { $0.doi = "10.5555/a" }
    #expect(!WorkMatch(one, work("Berg", 2019, title) { $0.doi = "10.5555/b" }).isSame)
    let anew = WorkMatch(one, work("Roe", 1999, "Another title altogether") { $0.doi = "10.5555/A" })
    #expect(anew.isSame && anew.reasons == ["same DOI"])
  }

  @Test func tellsEditionsOfABookApart() {
    func book(_ edition: String, _ year: Int) -> BibliographicItem {
      work("Berg", year, "Handbook of the watching of birds") {
        $0.type = "book"
        $0.edition = edition
      }
    }
    #expect(!WorkMatch(book("2", 2010), book("3", 2010)).isSame)
    #expect(WorkMatch(book("2", 2010), book("2", 2010)).isSame)
  }

  @Test func saysWhatAgreed() {
    let match = WorkMatch(paper, work("Berg", 2019, title, "Ann Nowhere Med", "12", "47"))
    #expect(match.reasons.first == "same title")
    #expect(match.reasons.contains("first pages differ: 45, 47"))
  }
}

@Suite struct WorkMatchAcrossLanguagesTests {
  private let english = work(
    "Zhang", 2019, "Acupuncture for pain in the knees of the old", "Chinese Journal of Inventions", "12", "45-49"
  ) {
    $0.issue = "3"
  }

  @Test func joinsByVolumePageAndIdentifiers() {
    let chinese = work("张", 2019, "针刺治疗老年膝痛", "发明学报", "12", "45–9") { $0.issue = "3" }
    let withDOI = work("张", 2019, "针刺治疗老年膝痛") { $0.doi = "10.5555/k" }
    #expect(WorkMatch(english, chinese).isSame)
    #expect(WorkMatch(english, chinese).reasons.contains("same first page"))
    var named = english
    named.doi = "10.5555/K"
    #expect(WorkMatch(named, withDOI).isSame)
  }

  @Test func leavesAnotherPageOrVolume() {
    #expect(!WorkMatch(english, work("张", 2019, "针刺治疗老年膝痛", "发明学报", "13", "45")).isSame)
    // Volume and first page agree by chance across journals.
    #expect(!WorkMatch(english, work("张", 2019, "针刺治疗老年膝痛", "发明学报", "12", "45-52")).isSame)
    #expect(!WorkMatch(english, work("张", 2018, "针刺治疗老年膝痛", "发明学报", "12", "145")).isSame)
  }
}

@Suite struct WorkClustersTests {
  @Test func joinsTwoWorksThatADescriptionShowsToBeOne() {
    var clusters = WorkClusters()
    clusters.add(work("Berg", 2019, title) { $0.doi = "10.5555/a" })
    clusters.add(work("Roe", 2018, "Something else altogether") { $0.pmid = "77" })
    clusters.add(
      work("Berg", 2019, title) {
        $0.doi = "10.5555/a"
        $0.pmid = "77"
      })
    #expect(clusters.works == [0, 0, 0])
  }

  @Test func keepsApartWhatIsSaidToBe() {
    var clusters = WorkClusters()
    let first = clusters.add(work("Berg", 2019, title))
    #expect(clusters.add(work("Berg", 2019, title), apart: [first]) == 1)
    #expect(clusters.add(work("Berg", 2019, title), alone: true) == 2)
    #expect(clusters.add(work("Berg", 2019, title)) == 0)
  }

  @Test func findsDamagedDescriptionsThroughAnyOfTheirKeys() {
    var clusters = WorkClusters()
    clusters.add(work("Berg", 2019, title, "Ann Nowhere Med", "12", "45"))
    clusters.add(work("Roe", 2019, "Another title of it all", "Ann Nowhere Med", "12", "99"))
    clusters.add(work("Burg", 2019, "Xarly treatment of a rare disease in adults with long follow-up", nil, "12", "45"))
    clusters.add(work("Berg", 2019, "Early treatment of a rare disease in adults"))
    #expect(clusters.works == [0, 1, 0, 0])
  }

  @Test func comparesABoundedNumberOfWorksOfOneAuthor() {
    var clusters = WorkClusters()
    for number in 0..<1000 { clusters.add(work("Wang", 2019, "Title number \(number * 7919) of very many different ones")) }
    #expect(Set(clusters.works).count == 1000)
  }
}
